package jirei.web.api;

import java.util.List;
import jirei.search.Suggestion;

/**
 * The answer of {@code GET /api/suggest}.
 *
 * @param query what was typed
 * @param suggestions what it may become, the best first
 * @param tookMillis how long it took
 */
public record SuggestAnswer(String query, List<Word> suggestions, long tookMillis) {
    /**
     * A suggestion.
     *
     * @param text the query completed
     * @param kind what the completed word is, as in {@code term}
     * @param label the same in words, as in 用語
     * @param sections in how many sections the completed word stands
     * @param reading how the completed word is read
     */
    public record Word(String text, String kind, String label, int sections, String reading) {}

    /** The answer to {@code query}. */
    public static SuggestAnswer of(String query, List<Suggestion> suggestions, long tookMillis) {
        return new SuggestAnswer(
                query, suggestions.stream().map(SuggestAnswer::of).toList(), tookMillis);
    }

    private static Word of(Suggestion suggestion) {
        Suggestion.Kind kind = suggestion.kind();
        return new Word(suggestion.text(), kind.id(), kind.label(), suggestion.sections(), suggestion.reading());
    }
}
