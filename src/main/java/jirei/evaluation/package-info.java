/**
 * How good is the ranking?
 *
 * <p>{@link jirei.evaluation.Evaluator} runs TREC topics against judgments; {@link jirei.evaluation.RankingMetrics}
 * computes nDCG, recall and reciprocal rank.
 *
 * <p>Depends on {@code query} and {@code search}.
 */
@NullMarked
package jirei.evaluation;

import org.jspecify.annotations.NullMarked;
