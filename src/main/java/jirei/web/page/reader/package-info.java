/**
 * What does the page of one case show?
 *
 * <p>{@link jirei.web.page.reader.CasePage} with its sections, highlights and minimap.
 *
 * <p>Depends on {@code web.page}.
 */
@NullMarked
package jirei.web.page.reader;

import org.jspecify.annotations.NullMarked;
