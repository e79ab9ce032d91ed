package jirei.cases;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The 47 prefectures (都道府県), in the order of JIS X 0401. Immutable. */
public enum Prefecture {
    HOKKAIDO("北海道", "ホッカイドウ"),
    AOMORI("青森県", "アオモリ"),
    IWATE("岩手県", "イワテ"),
    MIYAGI("宮城県", "ミヤギ"),
    AKITA("秋田県", "アキタ"),
    YAMAGATA("山形県", "ヤマガタ"),
    FUKUSHIMA("福島県", "フクシマ"),
    IBARAKI("茨城県", "イバラキ"),
    TOCHIGI("栃木県", "トチギ"),
    GUNMA("群馬県", "グンマ"),
    SAITAMA("埼玉県", "サイタマ"),
    CHIBA("千葉県", "チバ"),
    TOKYO("東京都", "トウキョウ"),
    KANAGAWA("神奈川県", "カナガワ"),
    NIIGATA("新潟県", "ニイガタ"),
    TOYAMA("富山県", "トヤマ"),
    ISHIKAWA("石川県", "イシカワ"),
    FUKUI("福井県", "フクイ"),
    YAMANASHI("山梨県", "ヤマナシ"),
    NAGANO("長野県", "ナガノ"),
    GIFU("岐阜県", "ギフ"),
    SHIZUOKA("静岡県", "シズオカ"),
    AICHI("愛知県", "アイチ"),
    MIE("三重県", "ミエ"),
    SHIGA("滋賀県", "シガ"),
    KYOTO("京都府", "キョウト"),
    OSAKA("大阪府", "オオサカ"),
    HYOGO("兵庫県", "ヒョウゴ"),
    NARA("奈良県", "ナラ"),
    WAKAYAMA("和歌山県", "ワカヤマ"),
    TOTTORI("鳥取県", "トットリ"),
    SHIMANE("島根県", "シマネ"),
    OKAYAMA("岡山県", "オカヤマ"),
    HIROSHIMA("広島県", "ヒロシマ"),
    YAMAGUCHI("山口県", "ヤマグチ"),
    TOKUSHIMA("徳島県", "トクシマ"),
    KAGAWA("香川県", "カガワ"),
    EHIME("愛媛県", "エヒメ"),
    KOCHI("高知県", "コウチ"),
    FUKUOKA("福岡県", "フクオカ"),
    SAGA("佐賀県", "サガ"),
    NAGASAKI("長崎県", "ナガサキ"),
    KUMAMOTO("熊本県", "クマモト"),
    OITA("大分県", "オオイタ"),
    MIYAZAKI("宮崎県", "ミヤザキ"),
    KAGOSHIMA("鹿児島県", "カゴシマ"),
    OKINAWA("沖縄県", "オキナワ");

    private static final Map<String, Prefecture> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Prefecture::fullName, Function.identity()));

    private final String fullName;
    private final String reading;

    Prefecture(String fullName, String reading) {
        this.fullName = fullName;
        this.reading = reading;
    }

    /** Returns the full name, e.g. 島根県. */
    public String fullName() {
        return fullName;
    }

    /** Returns the name without 都, 府 or 県, e.g. 島根; 北海道 is the only one that keeps its suffix. */
    public String shortName() {
        return this == HOKKAIDO ? fullName : fullName.substring(0, fullName.length() - 1);
    }

    /** Returns the reading of the short name in katakana, e.g. シマネ. */
    public String reading() {
        return reading;
    }

    /** Returns the prefecture whose full name is {@code name}, e.g. 島根県; empty for any other text, including 島根. */
    public static Optional<Prefecture> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
