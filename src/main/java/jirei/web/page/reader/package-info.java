/**
 * What does the page of one case show?
 *
 * <p>{@link jirei.web.page.reader.CasePage} with its sections, highlights and minimap.
 *
 * <p>Depends on {@code cases}, {@code search}, {@code library.pages}, {@code web.request}, {@code web.page} and {@code
 * web.page.region}.
 */
@NullMarked
package jirei.web.page.reader;

import org.jspecify.annotations.NullMarked;
