package jirei.web.api;

import java.util.List;
import jirei.search.HitExplanation;
import jirei.search.HitExplanation.ExpansionMatch;
import jirei.search.HitExplanation.WordMatch;

/** The answer of {@code GET /api/cases/{id}/sections/{section}/why}. */
public record ExplanationAnswer(SearchAnswer.Hit hit, long sections, double points, List<Word> words) {
    public ExplanationAnswer {
        words = List.copyOf(words);
    }

    /** A word of the query: how many sections have it by itself, and what it adds to the score of this one. */
    public record Word(String text, long sections, double points, List<Match> matches) {}

    /** A form of the word in a part of the section, and what it adds to the score. */
    public record Match(String form, String kind, String text, String place, double points) {}

    /** What {@code explanation} tells. */
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
        var form = match.expansion();
        return new Match(form.id(), form.kind().id(), form.text(), match.field().id(), match.score());
    }
}
