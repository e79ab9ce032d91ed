/**
 * How is a case kept in a file?
 *
 * <p>{@link jirei.corpus.CorpusReader} reads a directory of Markdown and JSON Lines files and reports every fault by file and line.
 * {@link jirei.corpus.CorpusSnapshot} fingerprints a directory; {@link jirei.corpus.CorpusWatcher} reports changes.
 *
 * <p>Depends on {@code cases}, {@code corpus.text}, {@code corpus.lexicon} and {@code corpus.format}.
 */
@NullMarked
package jirei.corpus;

import org.jspecify.annotations.NullMarked;
