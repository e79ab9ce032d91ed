/**
 * What is in a file, whatever its format?
 *
 * <p>{@link jirei.intake.source.SourceFile} is detected by content ({@link jirei.intake.source.Format}) and becomes a
 * {@link jirei.intake.source.SourceDocument} of headings, paragraphs, items and rows. {@link jirei.intake.source.Limits} bounds the
 * cost of one file.
 *
 * <p>Depends on nothing.
 */
@NullMarked
package jirei.intake.source;

import org.jspecify.annotations.NullMarked;
