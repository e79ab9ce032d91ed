/**
 * Which text is in the picture of a page?
 *
 * <p>{@link jirei.intake.ocr.Ocr} runs the program tesseract on the picture of one page and returns lines of glyphs,
 * which later steps read like printed ones.
 *
 * <p>Depends on {@code intake.source} and {@code intake.page}.
 */
@NullMarked
package jirei.intake.ocr;

import org.jspecify.annotations.NullMarked;
