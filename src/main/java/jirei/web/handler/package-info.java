/**
 * How does each route answer?
 *
 * <p>Handlers are thin: parse parameters, search, return a record for a template, for JSON or for a file.
 *
 * <p>Depends on {@code web.server}, {@code web.request}, {@code web.page}, {@code web.api} and {@code web.export}.
 */
@NullMarked
package jirei.web.handler;

import org.jspecify.annotations.NullMarked;
