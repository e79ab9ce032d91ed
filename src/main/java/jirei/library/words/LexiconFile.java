package jirei.library.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.corpus.lexicon.Lexicon;

/** A file of the lexicon. Immutable. */
public enum LexiconFile {
    /** Words that are searched for too; they act when a query is read. */
    SYNONYMS(
            "synonyms",
            Lexicon.SYNONYMS_FILE,
            "同義語",
            "検索したキーワードのほかに、同じ意味の語でも探します。",
            new Column("words", "語", "同じ意味の語を「、」で区切って書きます", true),
            new Column("targets", "この語にも広げる", "上の語で探したときだけ、ここの語でも探します。ふつうは空けておきます", true)),
    /** Words that are missing in the dictionary of the morphological analyzer; they act when a case is indexed. */
    USER_DICTIONARY(
            "user-dictionary",
            Lexicon.USER_DICTIONARY_FILE,
            "語の切り方",
            "形態素解析が切り誤る語、読み誤る語の、正しい切り方と読みです。",
            new Column("surface", "語", "半角の英数字と全角のカナで書きます", false),
            new Column("segments", "切り方", "空白で区切ります", false),
            new Column("readings", "読み", "全角カナを、切り方と同じ数に区切ります", false),
            new Column("class", "品詞", "ふつうは「カスタム名詞」です", false)),
    /** The actors and their surface forms; they act when a case is indexed. */
    ACTORS(
            "actors",
            Lexicon.ACTORS_FILE,
            "主体",
            "だれが取り組んだかを、本文のどの書き方から決めるかの一覧です。",
            new Column("name", "正式な名前", "「除外」は、だれでもない語です", false),
            new Column("words", "書き方", "「、」で区切ります。* は語の途中、| は語の切れ目、= は呼び名です", true)),
    /** The weighted phrases of the themes; they act when a case is indexed. */
    THEMES(
            "themes",
            Lexicon.THEMES_FILE,
            "テーマの規則",
            "テーマの名前と題、どの節がどのテーマかを見出しと本文の語から決める規則です。",
            new Column("name", "テーマ", "テーマの名前。「テーマ」の行は名前と題の一覧、「必要な点」は下限です", false),
            new Column("words", "語と点", "「語 点」を「、」で区切ります。点を省くと 1 点です。「テーマ」の行では「名前 題」です", true));

    private final String id;
    private final String fileName;
    private final String label;
    private final String purpose;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Column> columns;

    /**
     * A field of the entries of a file. Immutable.
     *
     * @param id its name in forms and in the API
     * @param label its name in Japanese
     * @param hint how it is written, in Japanese
     * @param isList whether its value is a list, separated by 、
     */
    public record Column(String id, String label, String hint, boolean isList) {}

    LexiconFile(String id, String fileName, String label, String purpose, Column... columns) {
        this.id = id;
        this.fileName = fileName;
        this.label = label;
        this.purpose = purpose;
        this.columns = List.of(columns);
    }

    /** Returns the file with {@link #id} {@code id}; empty if there is none. */
    public static Optional<LexiconFile> named(String id) {
        return Stream.of(values()).filter(file -> file.id.equals(id)).findFirst();
    }

    /** Returns the name in URLs. */
    public String id() {
        return id;
    }

    /** Returns the name of the file. */
    public String fileName() {
        return fileName;
    }

    /** Returns the name in Japanese. */
    public String label() {
        return label;
    }

    /** Returns what the file is for, one sentence in Japanese. */
    public String purpose() {
        return purpose;
    }

    /** Returns the fields of its entries. */
    public List<Column> columns() {
        return columns;
    }
}
