/**
 * What a page shows: a record for each template, with every word and link that stands in it.
 *
 * <p>Texts travel as data ({@link jirei.web.page.MarkedText}), never as HTML; links come from
 * {@link jirei.web.page.SearchState}, so that what is searched always stands in the URL.
 *
 * <p>Depends on {@code cases}, {@code query} and {@code search}.
 */
@NullMarked
package jirei.web.page;

import org.jspecify.annotations.NullMarked;
