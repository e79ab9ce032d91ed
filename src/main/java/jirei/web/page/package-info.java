/**
 * What does every page share?
 *
 * <p>A record a template. Text is data ({@link jirei.web.page.MarkedText}), never HTML; links come from
 * {@link jirei.web.request.SearchState}, so the URL always holds the whole state.
 *
 * <p>Depends on {@code cases}, {@code query}, {@code search} and {@code web.request}.
 */
@NullMarked
package jirei.web.page;

import org.jspecify.annotations.NullMarked;
