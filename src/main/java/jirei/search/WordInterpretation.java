package jirei.search;

import java.util.List;

/**
 * How a word of the query was interpreted. Immutable.
 *
 * @param text word as typed
 * @param exact whether the word was matched literally, as a phrase
 * @param excluded whether the word is prohibited
 * @param terms index terms of the word; empty if it is exact
 * @param sections number of sections that match the word alone, without filters
 * @param dropped whether the relaxation dropped the word
 * @param expansions enabled and disabled expansions, the original word first
 */
public record WordInterpretation(
        String text,
        boolean exact,
        boolean excluded,
        List<String> terms,
        long sections,
        boolean dropped,
        List<ExpansionCount> expansions) {
    public WordInterpretation {
        terms = List.copyOf(terms);
        expansions = List.copyOf(expansions);
    }
}
