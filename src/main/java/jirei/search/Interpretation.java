package jirei.search;

import java.util.List;
import jirei.query.ParsedQuery;

/**
 * How a query was understood and what was done to answer it.
 *
 * @param query what was typed, parsed
 * @param widening how far the search had to be widened to find anything
 * @param words the words that were looked for, in the order typed
 */
public record Interpretation(ParsedQuery query, Widening widening, List<InterpretedWord> words) {
    public Interpretation {
        words = List.copyOf(words);
    }

    /** The words that no hit was asked to have, in the order typed. */
    public List<String> dropped() {
        return words.stream()
                .filter(InterpretedWord::dropped)
                .map(InterpretedWord::text)
                .toList();
    }
}
