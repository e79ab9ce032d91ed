/**
 * What do the pages of words and judgments show?
 *
 * <p>Depends on {@code library.words}, {@code library.judging}, {@code web.page} and {@code web.page.library}.
 */
@NullMarked
package jirei.web.page.words;

import org.jspecify.annotations.NullMarked;
