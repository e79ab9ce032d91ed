package jirei.search;

import java.util.List;

/**
 * A word of the query as the search took it.
 *
 * @param text as typed
 * @param exact whether its very characters were looked for
 * @param excluded whether sections with it were left out
 * @param terms the terms it was cut into, as the index holds them; empty where it is exact
 * @param sections how many sections have it by itself, filters aside
 * @param dropped whether the search was widened past it
 * @param expansions the forms in which it was looked for and those that were switched off; the typed one first
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
