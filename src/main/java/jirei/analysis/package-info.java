/**
 * How Japanese text becomes terms: analyzer chains, the user dictionary, folding.
 *
 * <p>Depends on nothing of ours.
 */
@NullMarked
package jirei.analysis;

import org.jspecify.annotations.NullMarked;
