/**
 * How is a query parsed and represented?
 *
 * <p>{@link jirei.query.QueryParser} parses the typed text into a {@link jirei.query.QueryExpression}; it accepts every
 * text. A {@link jirei.query.SearchRequest} adds filters, sort order and page. No index is consulted, so queries are
 * tested as plain Java.
 *
 * <p>Depends on {@code cases}.
 */
@NullMarked
package jirei.query;

import org.jspecify.annotations.NullMarked;
