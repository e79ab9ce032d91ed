package jirei.web.page.search;

import java.util.List;
import java.util.stream.Collectors;
import jirei.query.QueryDescription;
import jirei.query.QueryField;
import jirei.search.IndexState;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SearchResults;
import jirei.search.WordInterpretation;
import jirei.web.page.Notices;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * How the query was interpreted. Immutable.
 *
 * @param description the parsed query in words, with conditions on the case; empty if only filters are set or any content word matches
 * @param correction a spelling correction; null if none is proposed
 * @param notices one sentence for each deviation from the literal query
 * @param expansions the expansions of each query word
 */
public record InterpretationView(
        String description, @Nullable CorrectionView correction, List<String> notices, ExpansionsView expansions) {
    public InterpretationView {
        notices = List.copyOf(notices);
    }

    static InterpretationView of(SearchState search, SearchResults results, IndexState state) {
        QueryInterpretation interpretation = results.interpretation();
        String sections = QueryDescription.of(interpretation.query().expression());
        return new InterpretationView(
                sections.isEmpty() ? "" : sentence(sections, interpretation.relaxation()) + conditions(interpretation),
                CorrectionView.of(search, results),
                Notices.of(results, state),
                ExpansionsView.of(search, interpretation.words()));
    }

    /** Returns what was searched, after {@code relaxation}: {@code sections} describes what the query matches strictly. */
    private static String sentence(String sections, Relaxation relaxation) {
        return switch (relaxation) {
            case NONE -> sections + "をさがしました。";
            case SAME_CASE -> sections + "はないため、同じ事例の中にすべてのことばがそろうものについて、そのどれかを含む記述をさがしました。";
            case ANY_WORD -> sections + "はないため、検索のことばのどれかを含む記述をさがしました。";
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

    /** Whether there is a description. */
    public boolean hasDescription() {
        return !description.isEmpty();
    }
}
