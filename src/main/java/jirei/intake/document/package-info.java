/**
 * How are Office, HTML, Markdown and plain text files parsed into blocks?
 *
 * <p>{@link jirei.intake.document.DocumentReader} selects a parser by format and returns a
 * {@link jirei.intake.source.SourceDocument}. Archives are unpacked within limits.
 *
 * <p>Depends on {@code intake.source} and {@code intake.pdf}.
 */
@NullMarked
package jirei.intake.document;

import org.jspecify.annotations.NullMarked;
