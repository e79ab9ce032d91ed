/**
 * Which word was intended by a misspelled one?
 *
 * <p>{@link jirei.engine.spell.CorrectionCandidates} generates candidates from the vocabulary by symmetric deletes,
 * kana and kanji confusions; {@link jirei.engine.spell.DidYouMean} offers or applies them.
 *
 * <p>Depends on {@code engine.match}, {@code engine.vocabulary} and the packages before them.
 */
@NullMarked
package jirei.engine.spell;

import org.jspecify.annotations.NullMarked;
