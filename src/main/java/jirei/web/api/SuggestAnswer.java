package jirei.web.api;

import java.util.List;
import jirei.search.Suggestion;

/**
 * The response of {@code GET /api/suggest}. Immutable.
 *
 * @param query the query as typed
 * @param suggestions the suggestions, best first
 * @param tookMillis the duration in milliseconds
 */
public record SuggestAnswer(String query, List<Word> suggestions, long tookMillis) {
    /**
     * A suggestion. Immutable.
     *
     * @param text the completed query
     * @param kind the kind of the completed word, such as {@code term}
     * @param label the kind in words, such as 用語
     * @param sections the number of sections that the completed query finds; 0 if they were not counted
     * @param reading the reading of the completed word
     */
    public record Word(String text, String kind, String label, int sections, String reading) {}

    /** Returns the response for {@code query}. */
    public static SuggestAnswer of(String query, List<Suggestion> suggestions, long tookMillis) {
        return new SuggestAnswer(
                query, suggestions.stream().map(SuggestAnswer::of).toList(), tookMillis);
    }

    private static Word of(Suggestion suggestion) {
        Suggestion.Kind kind = suggestion.kind();
        return new Word(suggestion.text(), kind.id(), kind.label(), suggestion.sections(), suggestion.reading());
    }
}
