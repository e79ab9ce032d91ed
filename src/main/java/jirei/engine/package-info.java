/**
 * How is a request executed over any back end?
 *
 * <p>{@link jirei.engine.QueryEngine} is the only orchestration: it resolves the query (expansion, relaxation,
 * correction), filters, loads the page, counts, highlights and explains, over the interface in {@code engine.backend}.
 * {@code ResultCounter} counts what results say besides their total, {@code CaseSummaries} lists the cases.
 *
 * <p>Depends on {@code cases}, {@code analysis}, {@code query}, {@code search}, {@code corpus.lexicon} and all
 * packages below.
 */
@NullMarked
package jirei.engine;

import org.jspecify.annotations.NullMarked;
