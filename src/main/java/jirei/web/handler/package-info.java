/**
 * How is each route handled?
 *
 * <p>Handlers are thin: they parse the parameters, search a snapshot of the engine, and respond with a template, JSON
 * or a file.
 *
 * <p>Depends on {@code cases}, {@code query}, {@code search}, {@code corpus.format}, {@code web.request},
 * {@code web.api}, {@code web.export}, {@code web.server}, {@code web.page} and the packages below it.
 */
@NullMarked
package jirei.web.handler;

import org.jspecify.annotations.NullMarked;
