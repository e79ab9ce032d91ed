package jirei.web.api;

import java.util.List;
import jirei.search.HitExplanation;
import jirei.search.HitExplanation.ExpansionMatch;
import jirei.search.HitExplanation.WordMatch;

/**
 * The response of {@code GET /api/cases/{id}/sections/{section}/why}. Immutable.
 *
 * @param hit the section
 * @param sections the number of all sections
 * @param points the score
 * @param words the words of the query
 */
public record ExplanationAnswer(SearchAnswer.Hit hit, long sections, double points, List<Word> words) {
    public ExplanationAnswer {
        words = List.copyOf(words);
    }

    /**
     * A word of the query. Immutable.
     *
     * @param text the word as typed
     * @param sections its document frequency
     * @param points its contribution to the score
     * @param matches its matches in the section
     */
    public record Word(String text, long sections, double points, List<Match> matches) {}

    /**
     * A match of an expansion in a field. Immutable.
     *
     * @param form the id of the expansion
     * @param kind the id of its kind
     * @param text the text of the expansion
     * @param place the id of the field
     * @param points its contribution to the score
     */
    public record Match(String form, String kind, String text, String place, double points) {}

    /** Returns the response for {@code explanation}. */
    public static ExplanationAnswer of(HitExplanation explanation) {
        return new ExplanationAnswer(
                SearchAnswer.hit(explanation.hit()),
                explanation.sections(),
                explanation.score(),
                explanation.words().stream().map(ExplanationAnswer::word).toList());
    }

    private static Word word(WordMatch word) {
        return new Word(
                word.text(),
                word.sections(),
                word.score(),
                word.matches().stream().map(ExplanationAnswer::match).toList());
    }

    private static Match match(ExpansionMatch match) {
        var expansion = match.expansion();
        return new Match(
                expansion.id(),
                expansion.kind().id(),
                expansion.text(),
                match.field().id(),
                match.score());
    }
}
