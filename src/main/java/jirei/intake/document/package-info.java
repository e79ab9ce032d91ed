/**
 * How the bytes of a file become headings, paragraphs, items and rows.
 *
 * <p>{@link jirei.intake.document.Format} tells by content what a file is, {@link jirei.intake.document.DocumentReader}
 * reads it with a library for its format, and whatever the format a {@link jirei.intake.document.SourceDocument} comes out.
 * {@link jirei.intake.document.Limits} bounds what one file may cost.
 *
 * <p>Knows nothing of cases.
 */
@NullMarked
package jirei.intake.document;

import org.jspecify.annotations.NullMarked;
