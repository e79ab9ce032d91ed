/**
 * Which sections answer, in what order, and why: the port {@code SearchEngine} and its records.
 *
 * <p>Depends on {@code cases} and {@code query}.
 */
@NullMarked
package jirei.search;

import org.jspecify.annotations.NullMarked;
