/**
 * How are lines, columns and headings recognized in a PDF?
 *
 * <p>{@link jirei.intake.pdf.PdfDocument} extracts glyphs, builds lines, detects columns, running headers and
 * headings, and returns blocks in reading order.
 *
 * <p>Depends on {@code intake.source}.
 */
@NullMarked
package jirei.intake.pdf;

import org.jspecify.annotations.NullMarked;
