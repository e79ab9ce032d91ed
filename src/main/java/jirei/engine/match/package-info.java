/**
 * Which sections match, and how much does each expansion add?
 *
 * <p>{@link jirei.engine.match.MatchEvaluator} evaluates the Boolean match with
 * {@code WordEvaluator}, {@link jirei.engine.match.QueryRelaxer}
 * relaxes it, {@link jirei.engine.match.FilterEvaluator} applies filters and drill-sideways,
 * {@link jirei.engine.match.ScoreExplainer} explains a score.
 *
 * <p>Depends on {@code cases}, {@code query}, {@code search}, {@code engine.backend}, {@code engine.schema},
 * {@code engine.query} and {@code engine.similar}.
 */
@NullMarked
package jirei.engine.match;

import org.jspecify.annotations.NullMarked;
