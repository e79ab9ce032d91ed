/**
 * How is a request answered over any back end?
 *
 * <p>Expanded, matched, relaxed, corrected, filtered, scored, sorted, highlighted and explained, in this order, by one orchestration
 * over the seam in {@code engine.backend}. A {@link jirei.engine.ResolvedQuery} is the query after relaxation and correction.
 *
 * <p>Depends on {@code cases}, {@code corpus}, {@code analysis}, {@code query}, {@code search}.
 */
@NullMarked
package jirei.engine;

import org.jspecify.annotations.NullMarked;
