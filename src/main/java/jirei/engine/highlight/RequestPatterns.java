package jirei.engine.highlight;

import java.util.Map;
import java.util.Set;
import jirei.engine.query.HighlightPattern;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.query.QueryExpression;

/**
 * The highlight patterns of a query, each with the index of its word, from 0 in the order typed. Immutable.
 *
 * @param text the patterns for texts; may be empty
 * @param heading the patterns for headings; may be empty
 */
public record RequestPatterns(Map<HighlightPattern, Integer> text, Map<HighlightPattern, Integer> heading) {
    /** No patterns. */
    public static final RequestPatterns NONE = new RequestPatterns(Map.of(), Map.of());

    /**
     * Returns the patterns of {@code expression}.
     *
     * @param infixWords the words whose characters also match within other words
     */
    public static RequestPatterns of(
            QueryExpression expression, RequestQueryFactory queries, Set<QueryExpression.Word> infixWords) {
        return new RequestPatterns(
                queries.highlightPatterns(expression, Source.TEXT, infixWords),
                queries.highlightPatterns(expression, Source.HEADING, infixWords));
    }
}
