package jirei.search;

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
 */
public record QueryInterpretation(
        ParsedQuery query,
        Relaxation relaxation,
        List<WordInterpretation> words,
        @Nullable SpellingCorrection correction) {
    public QueryInterpretation {
        words = List.copyOf(words);
    }

    /** Returns this interpretation with the spelling correction {@code newCorrection}. */
    public QueryInterpretation withCorrection(SpellingCorrection newCorrection) {
        return new QueryInterpretation(query, relaxation, words, newCorrection);
    }

    /** Returns the words dropped by the relaxation, which hits need not match, in the order typed. */
    public List<String> dropped() {
        return words.stream()
                .filter(WordInterpretation::dropped)
                .map(WordInterpretation::text)
                .toList();
    }
}
