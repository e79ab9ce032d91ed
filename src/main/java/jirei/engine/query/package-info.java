/**
 * Which Lucene queries does a query expression become?
 *
 * <p>{@link jirei.engine.query.QueryAnalyzer} analyzes words and looks up their expansions,
 * {@link jirei.engine.query.RequestQueryFactory} builds matching and scoring queries and highlight patterns,
 * {@link jirei.engine.query.FieldBoosts} holds the tuned boosts.
 *
 * <p>Depends on {@code analysis}, {@code query} and {@code engine.schema}.
 */
@NullMarked
package jirei.engine.query;

import org.jspecify.annotations.NullMarked;
