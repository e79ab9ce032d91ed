/**
 * Which requests change the lexicon and the judgments, and what do they respond?
 *
 * <p>Depends on {@code library.words}, {@code library.judging}, {@code web.library} and {@code web.page.words}.
 */
@NullMarked
package jirei.web.words;

import org.jspecify.annotations.NullMarked;
