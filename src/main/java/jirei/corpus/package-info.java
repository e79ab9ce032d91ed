/**
 * How is a directory of case files read, fingerprinted and watched?
 *
 * <p>{@link jirei.corpus.CorpusReader} reads a directory of Markdown and JSON Lines files and reports every problem
 * by file and line. {@link jirei.corpus.CorpusSnapshot} fingerprints a directory; {@link jirei.corpus.CorpusWatcher}
 * waits for changes.
 *
 * <p>Depends on {@code cases}, {@code corpus.text}, {@code corpus.lexicon}, {@code corpus.statistics} and
 * {@code corpus.format}.
 */
@NullMarked
package jirei.corpus;

import org.jspecify.annotations.NullMarked;
