/**
 * How are the pages of a PDF read, and what are its headings and paragraphs?
 *
 * <p>{@link jirei.intake.pdf.PdfDocument} extracts glyphs, rules and the structure tree, decides for an
 * {@linkplain jirei.intake.pdf.ReadingOrder order} and returns blocks.
 *
 * <p>Depends on {@code intake.source}, {@code intake.page}, {@code intake.order}.
 */
@NullMarked
package jirei.intake.pdf;

import org.jspecify.annotations.NullMarked;
