package jirei.corpus.text;

/**
 * The limits of case files. A file beyond one has a fault; the limits are far above those of real cases, and below what
 * the index and the memory of a server allow. Stateless.
 */
public final class CorpusLimits {
    /** Maximum size of a Markdown file, a lexicon file or a line of JSON, in bytes; about 1,800 printed pages. */
    public static final int MAX_BYTES = 8 << 20;

    /** Maximum length of a line of a Markdown file, in UTF-16 code units. */
    public static final int MAX_LINE_LENGTH = 1_000_000;

    /** Maximum length of the front matter of a Markdown file, in UTF-16 code units. */
    public static final int MAX_FRONT_MATTER_LENGTH = 100_000;

    /** Maximum nesting depth of quotes and lists, and of objects and lists in YAML and JSON. */
    public static final int MAX_NESTING = 50;

    /** Maximum number of sections of a case. */
    public static final int MAX_SECTIONS = 10_000;

    /**
     * Maximum length of a title, a heading, a place and every other text of one line, in code points. A term of the
     * index, which some of them become, is limited to 32,766 bytes.
     */
    public static final int MAX_NAME_LENGTH = 1_000;

    /** Maximum length of the address of a source, in code points. */
    public static final int MAX_URL_LENGTH = 2_000;

    /** Maximum length of the terms of use of a source, in code points. */
    public static final int MAX_RIGHTS_LENGTH = 10_000;

    /** Maximum number of faults reported for a file. */
    public static final int MAX_DIAGNOSTICS = 100;

    private CorpusLimits() {}
}
