/**
 * Which characters are easily confused?
 *
 * <p>Confusion sets of kana and kanji, and the edit distance that is weighted by them. Pure functions over strings.
 *
 * <p>Depends on {@code analysis}.
 */
@NullMarked
package jirei.analysis.spelling;

import org.jspecify.annotations.NullMarked;
