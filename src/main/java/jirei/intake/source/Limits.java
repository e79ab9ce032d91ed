package jirei.intake.source;

/** What one document may cost, so that a broken or hostile one can't stop the rest. */
public final class Limits {
    /** The size of a PDF or office file, read piece by piece. */
    public static final long MAX_BYTES = 512L << 20;

    /** The size of a text, which is held in memory as a whole. */
    public static final long MAX_TEXT_BYTES = 48L << 20;

    /** The characters that may come out of a document: some 5,000 dense pages. */
    public static final long MAX_CHARACTERS = 12_000_000;

    /** The elements of a document's XML or HTML. */
    public static final long MAX_ELEMENTS = 10_000_000;

    /** How deep elements may stand inside each other; written documents stay under 50. */
    public static final int MAX_NESTING = 500;

    public static final int MAX_PAGES = 5_000;

    /** How long one document may take. */
    public static final long MAX_SECONDS = 300;

    /** The files in one ZIP. */
    public static final int MAX_ENTRIES = 20_000;

    /** What all files of one ZIP, or all parts of an office file, may unpack to. */
    public static final long MAX_UNPACKED_BYTES = 2L << 30;

    /** A file in a ZIP that is larger than this and packed more tightly than written text ever is won't be unpacked. */
    public static final long MIN_SUSPICIOUS_BYTES = 32L << 20;

    /** How many times smaller than itself text gets at the most. */
    public static final int TIGHTEST_PACKING = 200;

    /** Beyond this unpacked size Word files are read in passing, without telling footnotes from text. */
    public static final long MAX_TREE_BYTES = 16L << 20;

    private Limits() {}
}
