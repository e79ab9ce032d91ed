/**
 * Which sections match, in what order, and why?
 *
 * <p>The port {@link jirei.search.SearchEngine} and the records it returns. {@link jirei.search.EngineReference} swaps
 * engines while requests are served; {@link jirei.search.Deadline} limits the time of a search. No Lucene type appears
 * here.
 *
 * <p>Depends on {@code cases} and {@code query}.
 */
@NullMarked
package jirei.search;

import org.jspecify.annotations.NullMarked;
