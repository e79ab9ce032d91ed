/**
 * Which actors, themes and facets does a corpus have, and which of them does a text name?
 *
 * <p>{@link jirei.corpus.lexicon.Lexicon} reads the controlled vocabularies and their matching rules. Of overlapping
 * matches the longest wins.
 *
 * <p>Depends on {@code cases}, {@code analysis} and {@code corpus.text}.
 */
@NullMarked
package jirei.corpus.lexicon;

import org.jspecify.annotations.NullMarked;
