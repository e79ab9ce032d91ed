package jirei.intake.source;

import java.time.Duration;

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

    /** Default maximum time for one document. */
    public static final Duration MAX_DOCUMENT_TIME = Duration.ofMinutes(2);

    /** Default maximum time for one picture of a page, which OCR reads in 2 to 20 seconds. */
    public static final Duration MAX_OCR_PAGE_TIME = Duration.ofMinutes(1);

    /** Default maximum time for all documents of a ZIP archive. */
    public static final Duration MAX_ARCHIVE_TIME = Duration.ofMinutes(30);

    /** Maximum number of columns of a sheet. */
    public static final int MAX_COLUMNS = 1_000;

    /** Maximum number of rows with text in a sheet. */
    public static final int MAX_ROWS = 200_000;

    /** Maximum number of rows of a spreadsheet that become cases. */
    public static final int MAX_CASES = 20_000;

    /** Maximum heap of the process that reads documents, in megabytes. */
    public static final int MAX_HEAP_MEGABYTES = 1024;

    /** Maximum number of drawing operators in the content of a PDF; a dense map has about a million. */
    public static final long MAX_OPERATORS = 30_000_000;

    /** Maximum number of times that the forms (repeated content) of a PDF are drawn. */
    public static final long MAX_FORMS = 200_000;

    /** Maximum number of codes that one character map of a PDF assigns; Unicode has a million. */
    public static final long MAX_MAPPED_CODES = 1_200_000;

    /** Maximum size of all temporary files of a PDF, in bytes. */
    public static final long MAX_TEMPORARY_BYTES = 2L << 30;

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

    /** Maximum number of pixels of the image of a page: A4 with 350 dots per inch. */
    public static final int MAX_PAGE_PIXELS = 12_000_000;

    /** Maximum heap of a process that shows pages, in megabytes. */
    public static final int MAX_PAGE_HEAP_MEGABYTES = 512;

    /** Maximum time to show a page. */
    public static final Duration MAX_PAGE_TIME = Duration.ofSeconds(30);

    private Limits() {}
}
