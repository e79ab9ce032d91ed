package jirei.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jirei.query.ParsedQuery;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Word;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SpellingCorrection;
import jirei.search.WordInterpretation;

/** Widens a query in named steps until some section answers, filters aside: a filter never changes how a query is understood. */
final class Widener {
    private final Gate gate;
    private final SectionQueries queries;

    Widener(Gate gate, SectionQueries queries) {
        this.gate = gate;
        this.queries = queries;
    }

    /** The sections that answer, and how the query was understood. */
    record Widened(SectionSet sections, QueryInterpretation interpretation) {
        Widened with(SpellingCorrection correction) {
            return new Widened(sections, interpretation.with(correction));
        }
    }

    /** The sections of the narrowest step that finds any. */
    Widened widen(ParsedQuery query) throws IOException {
        QueryExpression expression = query.expression();
        SectionSet narrow = gate.of(expression);
        if (narrow.size() > 0) {
            Relaxation step = hasSentence(expression) ? Relaxation.SENTENCE : Relaxation.NONE;
            return new Widened(narrow, interpretation(query, step, narrow));
        }
        for (Relaxation step : List.of(Relaxation.SAME_CASE, Relaxation.MOST_WORDS)) {
            SectionSet wide = step == Relaxation.SAME_CASE ? gate.sameCase(expression) : gate.mostWords(expression);
            if (wide.size() > 0) {
                return new Widened(wide, interpretation(query, step, wide));
            }
        }
        return new Widened(narrow, interpretation(query, Relaxation.NONE, narrow));
    }

    private boolean hasSentence(QueryExpression expression) {
        return expression.leaves().stream()
                .anyMatch(leaf ->
                        leaf instanceof Word word && queries.word(word).word().sentence());
    }

    private QueryInterpretation interpretation(ParsedQuery query, Relaxation step, SectionSet found)
            throws IOException {
        List<WordInterpretation> words = new ArrayList<>();
        for (QueryExpression leaf : query.expression().leaves()) {
            words.add(word(leaf, false, step, found));
        }
        for (QueryExpression excluded : query.expression().prohibited()) {
            for (QueryExpression leaf : excluded.leaves()) {
                words.add(word(leaf, true, Relaxation.NONE, found));
            }
        }
        return new QueryInterpretation(query, step, words, null);
    }

    private WordInterpretation word(QueryExpression leaf, boolean excluded, Relaxation step, SectionSet found)
            throws IOException {
        SectionSet own = gate.of(leaf);
        boolean dropped = step == Relaxation.MOST_WORDS && !own.intersects(found);
        long sections = own.size();
        return switch (leaf) {
            case Word word ->
                new WordInterpretation(
                        word.text(),
                        false,
                        excluded,
                        queries.word(word).word().terms(),
                        sections,
                        dropped,
                        gate.forms(word));
            case Phrase phrase ->
                new WordInterpretation(phrase.text(), true, excluded, List.of(), sections, dropped, List.of());
            default -> throw new IllegalArgumentException("not a word: " + leaf);
        };
    }
}
