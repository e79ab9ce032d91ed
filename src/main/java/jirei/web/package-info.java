/**
 * How the engine is asked and shown over HTTP: the pages, the JSON API and their errors.
 *
 * <p>Depends on {@code cases}, {@code query} and {@code search}; templates stand in {@code web/templates}.
 */
@NullMarked
package jirei.web;

import org.jspecify.annotations.NullMarked;
