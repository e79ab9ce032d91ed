package jirei.web.api;

import java.util.List;
import java.util.stream.Stream;
import jirei.cases.Municipalities;
import jirei.cases.Municipality;

/**
 * The response of {@code GET /api/municipalities}. Immutable.
 *
 * @param query the typed text
 * @param suggestions the municipalities that it may mean, closest first
 */
public record MunicipalityAnswer(String query, List<Suggestion> suggestions) {
    private static final int MAX_SUGGESTIONS = 12;

    /**
     * A municipality. Immutable.
     *
     * @param text its name with the prefecture
     * @param label its reading in hiragana
     * @param code its code of five digits
     */
    public record Suggestion(String text, String label, String code) {}

    /** Returns the response for {@code typed}: those of that name or reading first, then those that are like it. */
    public static MunicipalityAnswer of(String typed) {
        return new MunicipalityAnswer(
                typed,
                Stream.concat(
                                Municipalities.matching(typed).stream(),
                                Municipalities.suggestions(typed, MAX_SUGGESTIONS).stream())
                        .distinct()
                        .limit(MAX_SUGGESTIONS)
                        .map(MunicipalityAnswer::suggestion)
                        .toList());
    }

    private static Suggestion suggestion(Municipality municipality) {
        return new Suggestion(
                Municipalities.fullName(municipality), Municipalities.hiragana(municipality), municipality.code());
    }
}
