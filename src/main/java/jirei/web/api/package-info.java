/**
 * What does the JSON API return?
 *
 * <p>Records whose components are the names of the JSON contract, in its order; unwrapped components group names of the
 * same JSON object. Offsets are UTF-16 code units; there is no HTML.
 *
 * <p>Depends on {@code cases}, {@code query} and {@code search}.
 */
@NullMarked
package jirei.web.api;

import org.jspecify.annotations.NullMarked;
