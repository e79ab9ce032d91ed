/**
 * How is a case kept in a file?
 *
 * <p>{@link jirei.corpus.CorpusReader} reads a directory of Markdown and JSON Lines files and reports every fault by file and line.
 * {@code CorpusSnapshot} fingerprints a directory; {@code CorpusWatcher} reports changes.
 *
 * <p>Depends on {@code cases}, {@code corpus.text}, {@code corpus.lexicon} and {@code corpus.format}.
 */
@NullMarked
package jirei.corpus;

import org.jspecify.annotations.NullMarked;
