/**
 * Which requests change documents and cases, and what do they respond?
 *
 * <p>The handlers of the library, for pages and API. Who may send such requests is decided in {@code web.access}.
 *
 * <p>Depends on {@code cases}, {@code corpus}, {@code library}, {@code web.page.library}, {@code web.request} and {@code
 * web.server}.
 */
@NullMarked
package jirei.web.library;

import org.jspecify.annotations.NullMarked;
