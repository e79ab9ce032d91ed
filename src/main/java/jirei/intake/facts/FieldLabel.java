package jirei.intake.facts;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a label in a form names. Immutable. */
public enum FieldLabel {
    /** The municipality or prefecture itself. */
    PLACE("自治体名 自治体 市町村名 市町村 市区町村名 市区町村 都道府県名 都道府県 県名 県 団体名 実施自治体 実施市町村 地方公共団体名 地域名 地域 対象地域 実施地域 取組地域 市町名"),
    /** An organization or address, which is in the place. */
    ADDRESS("所在地 住所 実施主体 事業主体 取組主体 実施団体 実施機関 法人名 所属"),
    /** The title. */
    TITLE("取組名 取組の名称 取組名称 取組タイトル 取組のタイトル 取り組み名 取組事例名 事業名 事業名称 事業の名称 事例名 事例の名称 事例タイトル タイトル 題名 表題 件名 テーマ 活動名 施策名"),
    /** The year of the case or of the document. */
    YEAR("年度 実施年度 事業年度 取組年度 報告年度 対象年度 発行日 発行年月日 発行年月 発行年 発行 作成日 作成年月日 作成年月 公表日 公表年月 公表年度 報告日 実施年"),
    /** A figure of the region. */
    FIGURE("人口 総人口 面積 総面積 高齢化率 診療所数 一般診療所数 診療所 一般診療所 病院数 病院"),
    /** A part of the text. */
    CONTENT("概要 取組の概要 取組概要 事業概要 事業の概要 取組の内容 取組内容 事業内容 内容 成果 効果 成果・効果 課題 背景 経緯 目的 ねらい 体制 工夫 工夫点 ポイント"
            + " 今後の展開 今後の方向 課題と今後の方向 今後の課題 問い合わせ先 問合せ先 連絡先 主体 主な主体 関係機関 関係者 費用 予算 財源 地域の様子 地域の概要"),
    /** Any other label. */
    OTHER("");

    private static final Map<String, FieldLabel> BY_LABEL = byLabel();

    private final String labels;

    FieldLabel(String labels) {
        this.labels = labels;
    }

    /** Returns the kind of {@code label}, which is NFKC-normalized and without spaces. */
    static FieldLabel of(String label) {
        return BY_LABEL.getOrDefault(label.toLowerCase(Locale.ROOT), OTHER);
    }

    /** Returns whether a text, with spaces and in any width, is a label with a meaning of its own. */
    public static boolean isKnown(String text) {
        String label = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s:]+", "");
        return of(label) != OTHER;
    }

    private static Map<String, FieldLabel> byLabel() {
        Map<String, FieldLabel> kinds = new HashMap<>();
        for (FieldLabel kind : values()) {
            for (String label : kind.labels.split(" ", -1)) {
                if (!label.isEmpty()) {
                    kinds.put(label, kind);
                }
            }
        }
        return kinds;
    }
}
