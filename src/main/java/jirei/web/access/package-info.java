/**
 * Which editor sends a request, and may it change something?
 *
 * <p>{@link jirei.web.access.EditorAccess} identifies the editor of each request and wraps the handlers of routes that
 * only editors may use; it rejects requests that another site caused. {@link jirei.web.access.LoginHandlers} are the login
 * page and its forms.
 *
 * <p>Depends on {@code library.editors}, {@code web.settings}, {@code web.request}, {@code web.page} and
 * {@code web.server}.
 */
@NullMarked
package jirei.web.access;

import org.jspecify.annotations.NullMarked;
