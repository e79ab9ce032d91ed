/**
 * How are Office, HTML, Markdown and plain text files parsed into blocks?
 *
 * <p>{@link jirei.intake.document.DocumentReader} selects a parser by format and returns a
 * {@link jirei.intake.source.SourceDocument}. Archives are unpacked within limits.
 *
 * <p>Depends on {@code intake.source}, {@code intake.pdf}, {@code intake.office} and {@code intake.slides}.
 */
@NullMarked
package jirei.intake.document;

import org.jspecify.annotations.NullMarked;
