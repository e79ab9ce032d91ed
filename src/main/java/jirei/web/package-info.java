/**
 * How the engine is asked and shown over HTTP: {@link jirei.web.WebServer} with its pages, the JSON API and their errors.
 *
 * <p>Handlers are thin: read the parameters, ask the engine, show a record. What a page shows stands in {@code web.page},
 * what the API answers in {@code web.api}; templates and static files stand in {@code web/}.
 *
 * <p>Depends on {@code cases}, {@code corpus}, {@code query} and {@code search}.
 */
@NullMarked
package jirei.web;

import org.jspecify.annotations.NullMarked;
