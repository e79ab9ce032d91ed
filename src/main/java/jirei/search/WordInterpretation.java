package jirei.search;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jirei.query.QueryField;

/**
 * How a word of the query was interpreted. Immutable.
 *
 * @param text word as typed
 * @param exact whether the word was matched literally, as a phrase
 * @param excluded whether the word is prohibited
 * @param terms index terms of the word; empty if it is exact
 * @param sections number of sections that match the word alone, without filters
 * @param dropped whether the relaxation dropped the word
 * @param isCondition whether the word is required, but no matching section has it in its own text, only in title, place
 *     or parent heading: a condition on the case
 * @param isPlace whether the word was a condition on the place of the case
 * @param caseFields fields of the case that have the word anywhere in the index: title, place; empty if it is exact or
 *     prohibited
 * @param expansions enabled and disabled expansions, the original word first
 */
public record WordInterpretation(
        String text,
        boolean exact,
        boolean excluded,
        List<String> terms,
        long sections,
        boolean dropped,
        boolean isCondition,
        boolean isPlace,
        Set<QueryField> caseFields,
        List<ExpansionCount> expansions) {
    public WordInterpretation {
        terms = List.copyOf(terms);
        caseFields = Collections.unmodifiableSet(new LinkedHashSet<>(caseFields));
        expansions = List.copyOf(expansions);
    }
}
