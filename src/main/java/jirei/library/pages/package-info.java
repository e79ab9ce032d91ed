/**
 * What does a page of a document look like, and where on it is a section?
 *
 * <p>Depends on {@code cases}, {@code corpus.text} and {@code intake}.
 */
@NullMarked
package jirei.library.pages;

import org.jspecify.annotations.NullMarked;
