/**
 * Which words does the corpus contain, and which complete a prefix?
 *
 * <p>{@link jirei.engine.vocabulary.VocabularyBuilder} counts words while cases are indexed;
 * {@link jirei.engine.vocabulary.Suggester} completes typed kana, kanji and romaji.
 *
 * <p>Depends on {@code engine.query} and the packages before it.
 */
@NullMarked
package jirei.engine.vocabulary;

import org.jspecify.annotations.NullMarked;
