/**
 * How Japanese text becomes terms: analyzer chains, the user dictionary, folding.
 *
 * <p>Depends on {@code cases}, for the names of municipalities.
 */
@NullMarked
package jirei.analysis;

import org.jspecify.annotations.NullMarked;
