package jirei.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Describes a parsed query in plain Japanese. Immutable. */
public final class QueryDescription {
    private static final Clause EVERYTHING = new Clause("すべて", "で、", "の");

    private final FacetScheme facets;

    private QueryDescription(FacetScheme facets) {
        this.facets = facets;
    }

    /**
     * A condition on a section, with its two inflections.
     *
     * @param continuing the ending before another condition
     * @param attributive the ending before a noun
     */
    private record Clause(String stem, String continuing, String attributive) {
        String beforeNoun() {
            return stem + attributive;
        }

        String beforeClause() {
            return stem + continuing;
        }

        Clause bracketed() {
            return new Clause("［" + beforeNoun() + "記述］", "で、", "の");
        }
    }

    /** Returns for example 「看取り」と「医師会」の両方を含み、「研修」を含まない記述; empty if the query has no words. */
    public static String of(ParsedQuery query) {
        QueryExpression expression = query.expression();
        return expression instanceof QueryExpression.MatchAll || expression instanceof QueryExpression.MatchNone
                ? ""
                : new QueryDescription(query.facets()).clause(expression).beforeNoun() + "記述";
    }

    private Clause clause(QueryExpression expression) {
        return switch (expression) {
            case QueryExpression.MatchAll() -> EVERYTHING;
            case QueryExpression.MatchNone() -> new Clause("何もない", "で、", "の");
            case QueryExpression.Prefix prefix -> containing(noun(prefix) + "を");
            case QueryExpression.Word word -> containing(noun(word) + "を");
            case QueryExpression.Phrase phrase -> containing(noun(phrase) + "を");
            case QueryExpression.Value value -> new Clause(noun(value), "で、", "の");
            case QueryExpression.Not(QueryExpression operand) -> negated(operand);
            case QueryExpression.And(List<QueryExpression> operands) -> conjunction(operands);
            case QueryExpression.Or(List<QueryExpression> operands) -> disjunction(operands);
        };
    }

    private static Clause containing(String object) {
        return new Clause(object, "含み、", "含む");
    }

    private Clause negated(QueryExpression operand) {
        return switch (operand) {
            case QueryExpression.Word word -> new Clause(noun(word) + "を", "含まず、", "含まない");
            case QueryExpression.Phrase phrase -> new Clause(noun(phrase) + "を", "含まず、", "含まない");
            case QueryExpression.Prefix prefix -> new Clause(noun(prefix) + "を", "含まず、", "含まない");
            case QueryExpression.Not(QueryExpression twice) -> clause(twice);
            case QueryExpression.Value value -> new Clause(noun(value) + "以外", "で、", "の");
            case QueryExpression.MatchAll all -> new Clause("何か以外", "で、", "の");
            case QueryExpression.MatchNone none -> EVERYTHING;
            case QueryExpression.And and -> new Clause(clause(and).bracketed().stem() + "以外", "で、", "の");
            case QueryExpression.Or or -> new Clause(clause(or).bracketed().stem() + "以外", "で、", "の");
        };
    }

    /** Plain words come first, joined into one clause. */
    private Clause conjunction(List<QueryExpression> operands) {
        List<QueryExpression> words =
                operands.stream().filter(QueryDescription::isWord).toList();
        List<Clause> clauses = new ArrayList<>();
        if (words.size() == 1) {
            clauses.add(clause(words.getFirst()));
        } else if (words.size() > 1) {
            clauses.add(containing(nouns(words, "と") + (words.size() == 2 ? "の両方を" : "のすべてを")));
        }
        operands.stream()
                .filter(operand -> !isWord(operand))
                .map(operand -> operand instanceof QueryExpression.And || operand instanceof QueryExpression.Or
                        ? clause(operand).bracketed()
                        : clause(operand))
                .forEach(clauses::add);
        Clause last = clauses.removeLast();
        String before = clauses.stream().map(Clause::beforeClause).collect(Collectors.joining());
        return new Clause(before + last.stem(), last.continuing(), last.attributive());
    }

    private Clause disjunction(List<QueryExpression> operands) {
        if (operands.stream().allMatch(QueryDescription::isWord)) {
            return containing(nouns(operands, "または") + "を");
        }
        if (operands.getFirst() instanceof QueryExpression.Value(Facet facet, String first)
                && operands.stream()
                        .allMatch(operand -> operand instanceof QueryExpression.Value value
                                && value.facet().equals(facet))) {
            String values = operands.stream()
                    .flatMap(operand -> operand.values().stream())
                    .map(value -> "「" + facets.valueLabel(facet, value.value()) + "」")
                    .collect(Collectors.joining("または"));
            return new Clause(facet.label() + "が" + values, "で、", "の");
        }
        String either = operands.stream()
                .map(operand -> clause(operand).bracketed().stem())
                .collect(Collectors.joining("または"));
        return new Clause(either, "で、", "の");
    }

    private static boolean isWord(QueryExpression expression) {
        return expression instanceof QueryExpression.Word
                || expression instanceof QueryExpression.Prefix
                || expression instanceof QueryExpression.Phrase;
    }

    private static String nouns(List<QueryExpression> words, String joiner) {
        return words.stream().map(QueryDescription::wordNoun).collect(Collectors.joining(joiner));
    }

    private static String wordNoun(QueryExpression expression) {
        return switch (expression) {
            case QueryExpression.Word word -> noun(word);
            case QueryExpression.Prefix prefix -> noun(prefix);
            case QueryExpression.Phrase phrase -> noun(phrase);
            default -> throw new IllegalArgumentException("expected a word, got " + expression);
        };
    }

    private static String noun(QueryExpression.Word word) {
        return "「" + word.text() + "」" + parenthesized(fieldLabel(word.field()));
    }

    private static String noun(QueryExpression.Prefix prefix) {
        return "「" + prefix.text() + "」で始まる語" + parenthesized(fieldLabel(prefix.field()));
    }

    private static String noun(QueryExpression.Phrase phrase) {
        String place = fieldLabel(phrase.field());
        return "「" + phrase.text() + "」" + parenthesized((place.isEmpty() ? "" : place + "、") + "この文字のとおり");
    }

    private String noun(QueryExpression.Value value) {
        return value.facet().label() + "が「" + facets.valueLabel(value.facet(), value.value()) + "」";
    }

    private static String parenthesized(String text) {
        return text.isEmpty() ? "" : "（" + text + "）";
    }

    private static String fieldLabel(QueryField field) {
        return switch (field) {
            case ANYWHERE -> "";
            case HEADING -> "見出し";
            case TEXT -> "本文";
            case TITLE -> "事例の題";
            case PLACE -> "地域";
        };
    }
}
