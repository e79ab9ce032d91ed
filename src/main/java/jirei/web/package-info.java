/**
 * How is the engine served over HTTP?
 *
 * <p>{@link jirei.web.WebServer} registers the routes and starts and stops the server.
 *
 * <p>Depends on {@code search}, {@code library} and the packages of {@code web}.
 */
@NullMarked
package jirei.web;

import org.jspecify.annotations.NullMarked;
