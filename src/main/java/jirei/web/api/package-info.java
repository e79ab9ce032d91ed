/**
 * What does the JSON API return?
 *
 * <p>Records whose components are the names of the contract, in its order. Offsets are UTF-16 code units; no HTML appears.
 *
 * <p>Depends on {@code cases}, {@code query} and {@code search}.
 */
@NullMarked
package jirei.web.api;

import org.jspecify.annotations.NullMarked;
