/**
 * What do the charts show?
 *
 * <p>Bars, scatter chart and cross tabulation as SVG geometry; every chart has a table of the same figures.
 *
 * <p>Depends on {@code cases}, {@code query}, {@code search}, {@code web.request} and {@code web.page}.
 */
@NullMarked
package jirei.web.page.charts;

import org.jspecify.annotations.NullMarked;
