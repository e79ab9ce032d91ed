/**
 * How good is the ranking?
 *
 * <p>{@link jirei.evaluation.TrecFiles} reads topics and judgments, {@link jirei.evaluation.Evaluator} runs the topics
 * against an engine, and {@link jirei.evaluation.RankingMetrics} computes nDCG, recall and reciprocal rank.
 *
 * <p>Depends on {@code query}, {@code search} and {@code corpus.text}.
 */
@NullMarked
package jirei.evaluation;

import org.jspecify.annotations.NullMarked;
