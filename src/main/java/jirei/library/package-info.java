/**
 * What is the state of a document that somebody put in, and of its cases?
 *
 * <p>{@link jirei.library.Library} keeps the documents, reads them in a queue and notifies listeners of every change. The
 * cases of a document are in {@code library.cases}.
 *
 * <p>Depends on {@code cases}, {@code search} (supervised threads), {@code corpus}, {@code intake} and {@code
 * library.cases}.
 */
@NullMarked
package jirei.library;

import org.jspecify.annotations.NullMarked;
