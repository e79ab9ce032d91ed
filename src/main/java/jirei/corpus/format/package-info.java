/**
 * How is a case written as Markdown or JSON, and parsed back?
 *
 * <p>{@link jirei.corpus.format.CaseMarkdown} is the format that people edit: Markdown with YAML front matter.
 * {@link jirei.corpus.format.CaseJson} is one JSON object per line, for bulk data. Both round-trip and report
 * problems by line.
 *
 * <p>Depends on {@code cases}, {@code corpus.text} and {@code corpus.lexicon}.
 */
@NullMarked
package jirei.corpus.format;

import org.jspecify.annotations.NullMarked;
