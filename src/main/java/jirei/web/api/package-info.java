/**
 * What the JSON API answers: records whose components are the names of the contract, in its order.
 *
 * <p>No HTML ever stands in it; offsets are UTF-16 code units.
 *
 * <p>Depends on {@code cases}, {@code query} and {@code search}.
 */
@NullMarked
package jirei.web.api;

import org.jspecify.annotations.NullMarked;
