package jirei.engine.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jirei.engine.backend.DocSet;
import jirei.engine.query.RequestQueryFactory;
import jirei.query.ParsedQuery;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Word;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SpellingCorrection;
import jirei.search.WordInterpretation;

/** Widens a query in named steps until some section answers, filters aside: a filter never changes how a query is understood. */
public final class QueryRelaxer {
    private final MatchEvaluator gate;
    private final RequestQueryFactory queries;

    public QueryRelaxer(MatchEvaluator gate, RequestQueryFactory queries) {
        this.gate = gate;
        this.queries = queries;
    }

    /** The sections that answer, and how the query was understood. */
    public record Relaxed(DocSet matches, QueryInterpretation interpretation) {
        public Relaxed with(SpellingCorrection correction) {
            return new Relaxed(matches, interpretation.withCorrection(correction));
        }
    }

    /** The sections of the narrowest step that finds any. */
    public Relaxed relax(ParsedQuery query) throws IOException {
        QueryExpression expression = query.expression();
        DocSet narrow = gate.evaluate(expression);
        if (narrow.size() > 0) {
            Relaxation step = hasSentence(expression) ? Relaxation.ANY_CONTENT_WORD : Relaxation.NONE;
            return new Relaxed(narrow, interpretation(query, step, narrow));
        }
        for (Relaxation step : List.of(Relaxation.SAME_CASE, Relaxation.ANY_WORD)) {
            DocSet wide = step == Relaxation.SAME_CASE ? gate.sameCase(expression) : gate.anyTerm(expression);
            if (wide.size() > 0) {
                return new Relaxed(wide, interpretation(query, step, wide));
            }
        }
        return new Relaxed(narrow, interpretation(query, Relaxation.NONE, narrow));
    }

    private boolean hasSentence(QueryExpression expression) {
        return expression.leaves().stream()
                .anyMatch(leaf ->
                        leaf instanceof Word word && queries.word(word).word().sentence());
    }

    private QueryInterpretation interpretation(ParsedQuery query, Relaxation step, DocSet found) throws IOException {
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

    private WordInterpretation word(QueryExpression leaf, boolean excluded, Relaxation step, DocSet found)
            throws IOException {
        DocSet own = gate.evaluate(leaf);
        boolean dropped = step == Relaxation.ANY_WORD && !own.intersects(found);
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
                        gate.expansionCounts(word));
            case Phrase phrase ->
                new WordInterpretation(phrase.text(), true, excluded, List.of(), sections, dropped, List.of());
            default -> throw new IllegalArgumentException("not a word: " + leaf);
        };
    }
}
