package jirei.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jirei.query.QueryExpression.And;
import jirei.query.QueryExpression.MatchAll;
import jirei.query.QueryExpression.MatchNone;
import jirei.query.QueryExpression.Not;
import jirei.query.QueryExpression.Or;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Prefix;
import jirei.query.QueryExpression.Value;
import jirei.query.QueryExpression.Word;

/** Writes expressions as query texts: the inverse of {@link QueryParser}. Stateless. */
public final class QueryFormatter {
    private QueryFormatter() {}

    /**
     * Returns a query text that is parsed as {@code expression}; empty if it cannot be written, e.g. a phrase with a
     * quotation mark.
     *
     * @param facets the facets of the corpus
     */
    public static Optional<String> format(QueryExpression expression, FacetScheme facets) {
        return Optional.of(text(expression))
                .filter(text -> QueryParser.parse(text, facets).expression().equals(expression));
    }

    private static String text(QueryExpression expression) {
        return switch (expression) {
            case MatchAll() -> "";
            case MatchNone() -> "";
            case Word(String word, QueryField field) -> prefix(field) + word;
            case Phrase(String phrase, QueryField field) -> prefix(field) + quoted(phrase);
            case Prefix(String beginning, QueryField field) -> prefix(field) + beginning + "*";
            case Value(Facet facet, String value) -> facet.queryName() + ":" + quoted(value);
            case And(List<QueryExpression> operands) -> join(operands, " ");
            case Or(List<QueryExpression> operands) -> join(operands, " OR ");
            case Not(QueryExpression operand) -> "-" + operand(operand);
        };
    }

    private static String join(List<QueryExpression> operands, String operator) {
        return operands.stream().map(QueryFormatter::operand).collect(Collectors.joining(operator));
    }

    private static String operand(QueryExpression expression) {
        return expression instanceof And || expression instanceof Or ? "(" + text(expression) + ")" : text(expression);
    }

    private static String prefix(QueryField field) {
        return field == QueryField.ANYWHERE ? "" : field.names().getFirst() + ":";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
