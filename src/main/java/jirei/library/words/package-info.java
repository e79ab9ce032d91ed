/**
 * Which words does the corpus know, and what would a change do?
 *
 * <p>{@link jirei.library.words.LexiconStore} reads and changes the files of the lexicon, {@link
 * jirei.library.words.LexiconTable} shows them as entries, {@link jirei.library.words.LexiconTrial} compares the hits of a
 * query before and after a change, and {@link jirei.library.words.MissingWords} proposes words for queries that found
 * nothing.
 *
 * <p>Depends on {@code analysis}, {@code query}, {@code search}, {@code corpus} and {@code library.cases}.
 */
@NullMarked
package jirei.library.words;

import org.jspecify.annotations.NullMarked;
