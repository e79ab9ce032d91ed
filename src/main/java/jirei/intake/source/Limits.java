package jirei.intake.source;

/** Limits for reading one document, so that a damaged or hostile one cannot stop an import. Stateless. */
public final class Limits {
    /** Maximum size of a PDF or Office file, which is read as a stream, in bytes. */
    public static final long MAX_BYTES = 512L << 20;

    /** Maximum size of a text file, which is held in memory, in bytes. */
    public static final long MAX_TEXT_BYTES = 48L << 20;

    /** Maximum number of extracted characters, about 5,000 dense pages. */
    public static final long MAX_CHARACTERS = 12_000_000;

    /** Maximum number of XML or HTML elements. */
    public static final long MAX_ELEMENTS = 10_000_000;

    /** Maximum nesting depth of elements; real documents stay below 50. */
    public static final int MAX_NESTING = 500;

    /** Maximum number of pages. */
    public static final int MAX_PAGES = 5_000;

    /** Maximum time for one document, in seconds. */
    public static final long MAX_SECONDS = 300;

    /** Maximum number of files in one ZIP archive. */
    public static final int MAX_ENTRIES = 20_000;

    /** Maximum uncompressed size of all files of a ZIP archive, or of all parts of an Office file, in bytes. */
    public static final long MAX_UNPACKED_BYTES = 2L << 30;

    /** Uncompressed size of a file in a ZIP archive from which {@link #MAX_COMPRESSION_RATIO} applies, in bytes. */
    public static final long MIN_SUSPICIOUS_BYTES = 32L << 20;

    /** Maximum ratio of uncompressed to compressed size; text does not reach it. */
    public static final int MAX_COMPRESSION_RATIO = 200;

    /** Uncompressed size from which Word files are read by a streaming parser, which does not separate footnotes. */
    public static final long MAX_TREE_BYTES = 16L << 20;

    private Limits() {}
}
