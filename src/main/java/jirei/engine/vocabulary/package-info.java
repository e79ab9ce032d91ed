/**
 * Which words does the corpus contain, and which complete a prefix?
 *
 * <p>{@link jirei.engine.vocabulary.VocabularyBuilder} counts words while cases are indexed;
 * {@link jirei.engine.vocabulary.Suggester} completes typed kana, kanji and romaji.
 *
 * <p>Depends on {@code cases}, {@code analysis}, {@code query}, {@code search}, {@code engine.schema} and
 * {@code engine.query}.
 */
@NullMarked
package jirei.engine.vocabulary;

import org.jspecify.annotations.NullMarked;
