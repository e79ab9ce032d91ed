/**
 * What do all pages share?
 *
 * <p>One record for each template. Text is data ({@link jirei.web.page.MarkedText}), never HTML. Links come from
 * {@link jirei.web.request.SearchState}, so that a URL always holds the whole state.
 *
 * <p>Depends on {@code cases}, {@code query}, {@code search} and {@code web.request}.
 */
@NullMarked
package jirei.web.page;

import org.jspecify.annotations.NullMarked;
