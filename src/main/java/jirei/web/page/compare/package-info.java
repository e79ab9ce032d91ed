/**
 * What do comparison and shortlist show?
 *
 * <p>Cases side by side, and the cases and sections that the reader keeps in the browser.
 *
 * <p>Depends on {@code cases}, {@code search}, {@code web.request} and {@code web.page}.
 */
@NullMarked
package jirei.web.page.compare;

import org.jspecify.annotations.NullMarked;
