/**
 * What do the parameters of a URL mean?
 *
 * <p>{@link jirei.web.request.SearchParameters} parses a query string into a search request,
 * {@link jirei.web.request.SearchState} writes it back. An invalid parameter is a {@link jirei.web.request.Problem}.
 *
 * <p>Depends on {@code cases}, {@code query} and {@code search}.
 */
@NullMarked
package jirei.web.request;

import org.jspecify.annotations.NullMarked;
