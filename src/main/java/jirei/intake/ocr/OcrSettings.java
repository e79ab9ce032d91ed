package jirei.intake.ocr;

import java.time.Duration;
import jirei.intake.source.Limits;

/**
 * The settings of OCR. Immutable.
 *
 * @param mode which pages are read
 * @param program the path of the program tesseract; empty if it is not installed
 * @param jobs number of pages that are read at a time, at least 1
 * @param perPage maximum time for each run of the program, of which a page may need three
 */
public record OcrSettings(OcrMode mode, String program, int jobs, Duration perPage) {
    /** No page is read. */
    public static final OcrSettings OFF = new OcrSettings(OcrMode.OFF, "", 1, Limits.MAX_OCR_PAGE_TIME);

    /** @throws IllegalArgumentException if {@code jobs} is below 1 */
    public OcrSettings {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs must be >= 1, got " + jobs);
        }
    }
}
