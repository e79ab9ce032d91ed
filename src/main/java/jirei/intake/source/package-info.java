/**
 * What does a file contain, independent of its format?
 *
 * <p>The format of a {@link jirei.intake.source.SourceFile} is detected by content
 * ({@link jirei.intake.source.Format}). Its text is a {@link jirei.intake.source.SourceDocument} of headings,
 * paragraphs, items and rows. {@link jirei.intake.source.Limits} bounds the cost of one file.
 *
 * <p>Depends on nothing.
 */
@NullMarked
package jirei.intake.source;

import org.jspecify.annotations.NullMarked;
