/**
 * What does the result page show?
 *
 * <p>{@link jirei.web.page.search.SearchPage} with its hits, filters, pagination and the interpretation of the query.
 *
 * <p>Depends on {@code cases}, {@code query}, {@code search}, {@code web.request} and {@code web.page}.
 */
@NullMarked
package jirei.web.page.search;

import org.jspecify.annotations.NullMarked;
