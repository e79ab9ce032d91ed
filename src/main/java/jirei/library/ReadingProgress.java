package jirei.library;

/**
 * How far the reading of a document is. Immutable.
 *
 * @param done the number of pages read so far
 * @param total the number of pages; 0 if unknown
 * @param byOcr whether these are the pages that are pictures, which are read by OCR after the others
 * @param secondsLeft the expected time to the end; -1 if unknown
 */
public record ReadingProgress(int done, int total, boolean byOcr, long secondsLeft) {
    /** The progress of a document that has just been begun. */
    static final ReadingProgress BEGUN = new ReadingProgress(0, 0, false, -1);
}
