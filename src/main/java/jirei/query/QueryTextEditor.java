package jirei.query;

import java.util.List;

/** Replaces words in a query text and keeps everything else as typed. Stateless. */
public final class QueryTextEditor {
    private QueryTextEditor() {}

    /**
     * Replaces each occurrence of {@code word} as a whole word or phrase. Returns {@code typed} unchanged if there is
     * none.
     *
     * @param typed query text
     * @param word word or phrase of the query, as returned by {@link QueryParser}
     * @param replacement text to insert
     */
    public static String replace(String typed, String word, String replacement) {
        var replaced = new StringBuilder(typed);
        List<QueryToken> tokens = new QueryLexer(typed).tokens();
        for (QueryToken token : tokens.reversed()) {
            if (token.isOperand() && token.text().equals(word)) {
                replaced.replace(token.start(), token.end(), replacement);
            }
        }
        return replaced.toString();
    }
}
