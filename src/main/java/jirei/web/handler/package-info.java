/**
 * How is each route handled?
 *
 * <p>Handlers are thin: they parse the parameters, search a snapshot of the engine, and respond with a template, JSON
 * or a file.
 *
 * <p>Depends on {@code web.server}, {@code web.request}, {@code web.page}, {@code web.api} and {@code web.export}.
 */
@NullMarked
package jirei.web.handler;

import org.jspecify.annotations.NullMarked;
