/**
 * What do the pages of the library show?
 *
 * <p>Page models for the documents, their checking, the form of a case and its history.
 *
 * <p>Depends on {@code cases}, {@code library}, {@code web.request} and {@code web.page}.
 */
@NullMarked
package jirei.web.page.library;

import org.jspecify.annotations.NullMarked;
