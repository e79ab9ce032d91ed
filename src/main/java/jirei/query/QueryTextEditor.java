package jirei.query;

import java.util.List;

/** Changes a query text and keeps everything else as typed. Stateless. */
public final class QueryTextEditor {
    private QueryTextEditor() {}

    /** Returns a query for what both {@code typed} and {@code more} match; either may be blank. */
    public static String and(String typed, String more, FacetScheme facets) {
        if (typed.isBlank() || more.isBlank()) {
            return typed.isBlank() ? more : typed;
        }
        return operand(typed, facets) + " " + operand(more, facets);
    }

    private static String operand(String typed, FacetScheme facets) {
        boolean isAlternative = QueryParser.parse(typed, facets).expression() instanceof QueryExpression.Or;
        return isAlternative ? "(" + typed + ")" : typed;
    }

    /**
     * Replaces each occurrence of {@code word} as a whole word or phrase. Returns {@code typed} unchanged if there is
     * none.
     *
     * @param typed query text
     * @param word word or phrase of the query, as returned by {@link QueryParser}
     * @param replacement text to insert
     * @param facets facets of the corpus
     */
    public static String replace(String typed, String word, String replacement, FacetScheme facets) {
        var replaced = new StringBuilder(typed);
        List<QueryToken> tokens = new QueryLexer(typed, facets).tokens();
        for (QueryToken token : tokens.reversed()) {
            if (token.isOperand() && token.text().equals(word)) {
                replaced.replace(token.start(), token.end(), replacement);
            }
        }
        return replaced.toString();
    }
}
