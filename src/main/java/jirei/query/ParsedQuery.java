package jirei.query;

/**
 * A query text and its parsed expression. Immutable.
 *
 * @param text query as typed; may be blank
 * @param expression parsed expression; {@link QueryExpression.MatchAll} for a blank text, {@link
 *     QueryExpression.MatchNone} for a text without words, such as a mere operator
 * @param asWords whether parentheses, quotation marks or operators were ignored, because they have no partner or the text
 *     is too complex
 * @param facets the facets by which it was parsed
 */
public record ParsedQuery(String text, QueryExpression expression, boolean asWords, FacetScheme facets) {
    /** Whether something was typed, but nothing that can be searched for. */
    public boolean hasNothingToSearch() {
        return expression instanceof QueryExpression.MatchNone;
    }
}
