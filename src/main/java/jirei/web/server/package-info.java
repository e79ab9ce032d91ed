/**
 * What applies to every request?
 *
 * <p>Limits, headers, allowed hosts, logging, metrics, static files, templates, errors and graceful shutdown.
 *
 * <p>Depends on {@code query}, {@code search}, {@code web.settings}, {@code web.request}, {@code web.page} and
 * {@code web.api}.
 */
@NullMarked
package jirei.web.server;

import org.jspecify.annotations.NullMarked;
