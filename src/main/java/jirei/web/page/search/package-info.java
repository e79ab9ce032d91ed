/**
 * What does the page of results show?
 *
 * <p>{@link jirei.web.page.search.SearchPage} with its hits, facets, chips, pagination and the description of how the query was
 * interpreted.
 *
 * <p>Depends on {@code web.page}.
 */
@NullMarked
package jirei.web.page.search;

import org.jspecify.annotations.NullMarked;
