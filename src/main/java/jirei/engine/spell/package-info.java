/**
 * Which word was intended by a misspelled one?
 *
 * <p>{@link jirei.engine.spell.CorrectionCandidates} generates candidates from the vocabulary by symmetric deletes,
 * kana and kanji confusions; {@link jirei.engine.spell.DidYouMean} offers or applies them.
 *
 * <p>Depends on {@code cases}, {@code analysis}, {@code analysis.spelling}, {@code query}, {@code search},
 * {@code engine.backend}, {@code engine.query}, {@code engine.vocabulary} and {@code engine.match}.
 */
@NullMarked
package jirei.engine.spell;

import org.jspecify.annotations.NullMarked;
