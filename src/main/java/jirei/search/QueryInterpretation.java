package jirei.search;

import java.util.ArrayList;
import java.util.List;
import jirei.query.ParsedQuery;
import org.jspecify.annotations.Nullable;

/**
 * How a query was interpreted: parsed, relaxed and corrected. Immutable.
 *
 * @param query query that was searched: the typed one, or its correction if that was applied
 * @param relaxation strictest relaxation step that matches anything
 * @param words words of the query, in the order typed
 * @param correction proposed or applied spelling correction; null if there is none
 * @param unknownValues facet values in the query that do not exist, in the order typed
 */
public record QueryInterpretation(
        ParsedQuery query,
        Relaxation relaxation,
        List<WordInterpretation> words,
        @Nullable SpellingCorrection correction,
        List<UnknownFacetValue> unknownValues) {
    private static final String NOTHING_ASKED = "キーワードがありません。キーワードを入力してください（例：「看取り」「研修 医師会」「研修 -病院」）。";

    public QueryInterpretation {
        words = List.copyOf(words);
        unknownValues = List.copyOf(unknownValues);
    }

    /** Creates an interpretation without unknown facet values. */
    public QueryInterpretation(
            ParsedQuery query,
            Relaxation relaxation,
            List<WordInterpretation> words,
            @Nullable SpellingCorrection correction) {
        this(query, relaxation, words, correction, List.of());
    }

    /** Returns this interpretation with the spelling correction {@code newCorrection}. */
    public QueryInterpretation withCorrection(SpellingCorrection newCorrection) {
        return new QueryInterpretation(query, relaxation, words, newCorrection, unknownValues);
    }

    /** Returns this interpretation with {@code values} as unknown facet values. */
    public QueryInterpretation withUnknownValues(List<UnknownFacetValue> values) {
        return new QueryInterpretation(query, relaxation, words, correction, values);
    }

    /** Returns why the query as typed cannot match anything, one sentence in Japanese each; usually empty. */
    public List<String> impossible() {
        List<String> reasons = new ArrayList<>();
        if (query.hasNothingToSearch()) {
            reasons.add(NOTHING_ASKED);
        }
        unknownValues.forEach(value -> reasons.add(value.message()));
        return reasons;
    }

    /** Returns the words dropped by the relaxation, which hits need not match, in the order typed. */
    public List<String> dropped() {
        return words.stream()
                .filter(WordInterpretation::dropped)
                .map(WordInterpretation::text)
                .toList();
    }
}
