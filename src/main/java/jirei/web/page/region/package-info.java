/**
 * What does the page of similar municipalities show?
 *
 * <p>{@link jirei.web.page.region.RegionPage}: the entered figures, and cases of regions with similar figures.
 *
 * <p>Depends on {@code cases}, {@code query}, {@code search}, {@code web.request} and {@code web.page}.
 */
@NullMarked
package jirei.web.page.region;

import org.jspecify.annotations.NullMarked;
