/**
 * What do comparison and shortlist show?
 *
 * <p>Cases side by side, and the cases that the reader keeps in the browser.
 *
 * <p>Depends on {@code web.page}.
 */
@NullMarked
package jirei.web.page.compare;

import org.jspecify.annotations.NullMarked;
