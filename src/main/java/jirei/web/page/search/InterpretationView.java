package jirei.web.page.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jirei.query.QueryDescription;
import jirei.query.QueryExpression;
import jirei.query.QueryField;
import jirei.search.IndexState;
import jirei.search.MatchRange;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SearchResults;
import jirei.search.WordInterpretation;
import jirei.web.page.MarkedText;
import jirei.web.page.Notices;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * How the query was interpreted. Immutable.
 *
 * @param description the parsed query in words, each of several words as it is marked in the hits, with conditions on the case; empty if only filters are set or any content word matches
 * @param isPlain whether the description only repeats the words of the query; false without a description
 * @param correction a spelling correction; null if none is proposed
 * @param notices one sentence for each deviation from the literal query
 * @param expansions the expansions of each query word
 */
public record InterpretationView(
        MarkedText description,
        boolean isPlain,
        @Nullable CorrectionView correction,
        List<String> notices,
        ExpansionsView expansions) {
    public InterpretationView {
        notices = List.copyOf(notices);
    }

    static InterpretationView of(SearchState search, SearchResults results, IndexState state) {
        QueryInterpretation interpretation = results.interpretation();
        QueryExpression expression = interpretation.query().expression();
        String sections = QueryDescription.of(interpretation.query());
        String conditions = sections.isEmpty() ? "" : conditions(interpretation);
        String description = sections.isEmpty() ? "" : sentence(sections, interpretation.relaxation()) + conditions;
        boolean isLiteral = interpretation.relaxation() == Relaxation.NONE && conditions.isEmpty();
        return new InterpretationView(
                marked(description, expression.leaves()),
                !description.isEmpty() && isLiteral && isPlain(expression),
                CorrectionView.of(search, results),
                Notices.of(results, state),
                ExpansionsView.of(search, interpretation.words()));
    }

    /** Whether {@code expression} consists of words only, all of which have to occur. */
    private static boolean isPlain(QueryExpression expression) {
        return switch (expression) {
            case QueryExpression.Word word -> word.field() == QueryField.ANYWHERE;
            case QueryExpression.And and -> and.operands().stream().allMatch(InterpretationView::isPlain);
            default -> false;
        };
    }

    /** Returns {@code sentence} with the first occurrence of each of several {@code words} in its style. */
    private static MarkedText marked(String sentence, List<QueryExpression> words) {
        List<MatchRange> marks = new ArrayList<>();
        int from = 0;
        for (int word = 0; word < words.size() && words.size() > 1; word++) {
            String text = text(words.get(word));
            int at = sentence.indexOf("「" + text, from) + 1;
            if (at > 0) {
                from = at + text.length();
                marks.add(new MatchRange(at, from, word));
            }
        }
        return MarkedText.of(sentence, marks);
    }

    private static String text(QueryExpression leaf) {
        return switch (leaf) {
            case QueryExpression.Word word -> word.text();
            case QueryExpression.Phrase phrase -> phrase.text();
            case QueryExpression.Prefix prefix -> prefix.text();
            default -> "";
        };
    }

    /** Returns what was searched, after {@code relaxation}: {@code sections} describes what the query matches strictly. */
    private static String sentence(String sections, Relaxation relaxation) {
        return switch (relaxation) {
            case NONE -> sections + "を検索しました。";
            case SAME_CASE -> sections + "はないため、同じ事例の中にすべてのキーワードがそろうものについて、そのいずれかを含む記述を検索しました。";
            case ANY_WORD -> sections + "はないため、キーワードのいずれかを含む記述を検索しました。";
            case ANY_CONTENT_WORD -> "";
        };
    }

    /** Returns a sentence for each of several words that no matching text has, only its case. */
    private static String conditions(QueryInterpretation interpretation) {
        List<WordInterpretation> words =
                interpretation.words().stream().filter(word -> !word.excluded()).toList();
        return words.size() < 2 || words.stream().allMatch(WordInterpretation::isCondition)
                ? ""
                : words.stream()
                        .filter(WordInterpretation::isCondition)
                        .map(word -> "「" + word.text() + "」は、" + caseFields(word) + "に含むことを条件にしました。")
                        .collect(Collectors.joining());
    }

    private static String caseFields(WordInterpretation word) {
        return word.caseFields().isEmpty()
                ? "事例の題・地域・上の見出しなど"
                : word.caseFields().stream()
                        .map(field -> field == QueryField.TITLE ? "事例の題" : "事例の地域")
                        .collect(Collectors.joining("か"));
    }

    /** Whether there is a description that says more than the query. */
    public boolean saysMore() {
        return !description.parts().isEmpty() && !isPlain;
    }
}
