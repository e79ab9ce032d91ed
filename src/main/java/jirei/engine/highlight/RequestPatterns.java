package jirei.engine.highlight;

import java.util.Set;
import jirei.engine.query.HighlightPattern;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.query.QueryExpression;

/**
 * What a query highlights. Immutable.
 *
 * @param text the patterns for texts
 * @param heading the patterns for headings
 */
public record RequestPatterns(Set<HighlightPattern> text, Set<HighlightPattern> heading) {
    /** Highlights nothing. */
    public static final RequestPatterns NONE = new RequestPatterns(Set.of(), Set.of());

    /** The patterns of {@code expression}. */
    public static RequestPatterns of(QueryExpression expression, RequestQueryFactory queries) {
        return new RequestPatterns(
                queries.highlightPatterns(expression, Source.TEXT),
                queries.highlightPatterns(expression, Source.HEADING));
    }
}
