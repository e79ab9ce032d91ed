package jirei.intake.table;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The meaning of column names, as in 取組の名称 or 人口（人）. Stateless. */
final class ColumnName {
    /**
     * A field that a name may mean.
     *
     * @param rank 0 for the clearest names; of several columns for one field the one of the lowest rank is used
     * @param certain whether the name alone suffices, without regard to the contents of the column
     */
    record Meaning(ColumnField field, int rank, boolean certain) {}

    private static final int MAX_LENGTH = 40;
    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔<〈][^)\\]】〕>〉]*[)\\]】〕>〉]");
    private static final Pattern LEADING_MARK =
            Pattern.compile("^(?:[0-9]{1,2}[.．、)]|\\([0-9]{1,2}\\)|[①-⑳■□◆◇●○▼▽★☆※*・]+)+");
    private static final String WORK = "(?:事例|取り?組み?|実践|好事例|取組事例|事業|活動|プロジェクト|プログラム|施策)";
    private static final String NAME = "(?:名称?|タイトル|題名?|表題|件名|標題|テーマ名?|見出し)";

    private static final Map<Pattern, Meaning> FIELDS = fields();

    /** Words in the names of columns whose cells are sections. */
    private static final Pattern SECTION_WORD = Pattern.compile(
            ".*(?:概要|内容|効果|成果|結果|課題|背景|経緯|経過|目的|目標|きっかけ|工夫|ポイント|特徴|特色|今後|展望|予定|方針|評価|実績|備考|主体|体制|連携|協力|関係|役割"
                    + "|機関|団体|連絡先|問い?合わ?せ|担当|所属|部署|費用|予算|経費|財源|対象|分野|区分|種別|分類|方法|手順|反応|感想|指標|現状|問題|理由|説明|要旨|詳細|参考|コメント|写真|規模|人員|頻度|回数|期間|時期|開始).*");

    private ColumnName() {}

    private static Map<Pattern, Meaning> fields() {
        Map<Pattern, Meaning> fields = new LinkedHashMap<>();
        put(fields, ColumnField.TITLE, 0, true, "(?:事例|好事例|取り?組み?|取組事例|実践)の?" + NAME);
        put(fields, ColumnField.TITLE, 1, true, WORK + "の?" + NAME);
        put(fields, ColumnField.TITLE, 2, true, NAME + "|主題");
        put(fields, ColumnField.TITLE, 3, false, WORK);
        put(fields, ColumnField.PREFECTURE, 0, true, "都道府県名?|都道府県別");
        put(fields, ColumnField.PREFECTURE, 1, false, "県名?|府県名?|道府県名?|所在地|地域");
        put(fields, ColumnField.PLACE, 0, true, "(?:実施|所在)?(?:市区?町村|区市町村|市町|町村|自治体)(?:名|等)?");
        put(fields, ColumnField.PLACE, 1, true, "(?:都道府)?県名?[・/／、]?(?:市区?町村|自治体)名?");
        put(
                fields,
                ColumnField.PLACE,
                2,
                false,
                "(?:実施|対象|取組|活動)?(?:地域|地区|場所|主体|自治体|市町村|団体|機関)名?|所在地|団体名?|保険者名?|住所|市|町|村|市名|町名|実施主体");
        put(fields, ColumnField.YEAR, 0, true, "(?:実施|事業|取組|対象|作成|掲載|報告|採択|表彰|受賞)?年度");
        put(
                fields,
                ColumnField.YEAR,
                1,
                false,
                "(?:開始|着手|事業開始|取組開始|実施開始)年度?|(?:事業)?(?:実施|開始)(?:時期|期間|年月?日?)|(?:事業|取組)期間|実施年|年|西暦");
        put(fields, ColumnField.NUMBER, 0, false, "no\\.?|#|(?:事例|整理|通し?|管理|項目|連)?番号?|通番|項番|連番|(?:事例|整理)no\\.?|id");
        put(fields, ColumnField.POPULATION, 0, false, "(?:市区?町村の?|地域の?|総|圏域)?人口(?:総数|数|規模)?");
        put(fields, ColumnField.AGEING_RATE, 0, false, "高齢化率|老年人口(?:割合|比率)|65歳以上(?:人口)?の?(?:割合|比率)");
        put(fields, ColumnField.AREA, 0, false, "総?面積");
        put(fields, ColumnField.CLINICS, 0, false, "(?:一般)?診療所の?数?");
        put(fields, ColumnField.HOSPITALS, 0, false, "病院の?数?");
        put(fields, ColumnField.URL, 0, false, "(?:関連|参考|掲載)?(?:url|ホームページ|ウェブサイト|リンク先?|hp|web|サイト)(?:アドレス|url)?");
        return fields;
    }

    private static void put(
            Map<Pattern, Meaning> fields, ColumnField field, int rank, boolean certain, String expression) {
        fields.put(Pattern.compile(expression), new Meaning(field, rank, certain));
    }

    /** Returns the name without units, numbers and spaces. */
    static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\u3000]+", "");
        String unmarked = LEADING_MARK.matcher(plain).replaceFirst("");
        String key = BRACKETS.matcher(unmarked).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        return key.isEmpty() ? unmarked : key;
    }

    /** Returns the fields that {@code name} may mean, the clearest first; may be empty. */
    static List<Meaning> meanings(String name) {
        String key = key(name);
        if (key.isEmpty() || key.length() > MAX_LENGTH) {
            return List.of();
        }
        String last = key.substring(key.lastIndexOf('・') + 1);
        String first = key.split("[・/]", 2)[0];
        return FIELDS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(key).matches()
                        || (entry.getValue().field() == ColumnField.TITLE
                                && (entry.getKey().matcher(last).matches()
                                        || entry.getKey().matcher(first).matches())))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns whether {@code name} is likely to be the name of a column rather than a value. */
    static boolean isKnown(String name) {
        return isField(name)
                || (name.length() <= MAX_LENGTH
                        && SECTION_WORD.matcher(key(name)).matches()
                        && !name.contains("。"));
    }

    /** Returns whether {@code name} may mean a field. */
    static boolean isField(String name) {
        return !meanings(name).isEmpty();
    }

    /** Returns the first meaning with {@code field}; empty if the name does not mean it. */
    static Optional<Meaning> meaning(String name, ColumnField field) {
        return meanings(name).stream().filter(one -> one.field() == field).findFirst();
    }
}
