package jirei.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jirei.query.ParsedQuery;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Word;
import jirei.query.QueryField;
import jirei.search.Correction;
import jirei.search.Interpretation;
import jirei.search.InterpretedWord;
import jirei.search.Widening;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;

/** Widens a query in named steps until some section answers, filters aside: a filter never changes how a query is understood. */
final class Widener {
    private static final BitSetProducer CASES = new QueryBitSetProducer(SectionQueries.allCases());

    private final IndexSearcher searcher;
    private final QueryLexicon lexicon;
    private final SectionQueries queries;

    Widener(IndexSearcher searcher, QueryLexicon lexicon, SectionQueries queries) {
        this.searcher = searcher;
        this.lexicon = lexicon;
        this.queries = queries;
    }

    /** The gate that answers, and how the query was understood. */
    record Widened(Query gate, Interpretation interpretation) {
        Widened with(Correction correction) {
            return new Widened(gate, interpretation.with(correction));
        }
    }

    /** The narrowest gate that lets any section through; the narrowest of all where none does. */
    Widened widen(ParsedQuery query) throws IOException {
        Query narrow = queries.gate(query.expression());
        if (searcher.count(narrow) > 0) {
            Widening step = hasSentence(query.expression()) ? Widening.SENTENCE : Widening.NONE;
            return new Widened(narrow, interpretation(query, step, narrow));
        }
        for (Widening step : List.of(Widening.SAME_CASE, Widening.MOST_WORDS)) {
            Query wide = step == Widening.SAME_CASE ? sameCase(query.expression()) : mostWords(query.expression());
            if (searcher.count(wide) > 0) {
                return new Widened(wide, interpretation(query, step, wide));
            }
        }
        return new Widened(narrow, interpretation(query, Widening.NONE, narrow));
    }

    private boolean hasSentence(QueryExpression expression) {
        return SectionQueries.leaves(expression).stream()
                .anyMatch(leaf -> leaf instanceof Word(String text, QueryField field) && lexicon.isSentence(text));
    }

    /** Sections with at least one of the things asked for, in cases that have them all. */
    private Query sameCase(QueryExpression expression) {
        List<Query> units =
                SectionQueries.wanted(expression).stream().map(queries::gate).toList();
        if (units.size() < 2) {
            return WordQueries.anyOf(List.of());
        }
        var cases = new BooleanQuery.Builder();
        units.forEach(unit -> cases.add(new ToParentBlockJoinQuery(unit, CASES, ScoreMode.None), Occur.FILTER));
        return without(
                expression,
                new BooleanQuery.Builder()
                        .add(new ToChildBlockJoinQuery(cases.build(), CASES), Occur.FILTER)
                        .add(WordQueries.anyOf(units), Occur.FILTER));
    }

    /** Sections with any of the things asked for; how many and how rare they are is for the score. */
    private Query mostWords(QueryExpression expression) {
        return without(
                expression,
                new BooleanQuery.Builder().add(WordQueries.anyOf(queries.gatesOfUnits(expression)), Occur.FILTER));
    }

    private Query without(QueryExpression expression, BooleanQuery.Builder wide) {
        SectionQueries.excluded(expression).forEach(excluded -> wide.add(queries.gate(excluded), Occur.MUST_NOT));
        return wide.build();
    }

    private Interpretation interpretation(ParsedQuery query, Widening step, Query gate) throws IOException {
        List<InterpretedWord> words = new ArrayList<>();
        for (QueryExpression leaf : SectionQueries.leaves(query.expression())) {
            words.add(word(leaf, false, step, gate));
        }
        for (QueryExpression excluded : SectionQueries.excluded(query.expression())) {
            for (QueryExpression leaf : SectionQueries.leaves(excluded)) {
                words.add(word(leaf, true, Widening.NONE, gate));
            }
        }
        return new Interpretation(query, step, words, null);
    }

    private InterpretedWord word(QueryExpression leaf, boolean excluded, Widening step, Query gate) throws IOException {
        Query own = queries.gate(leaf);
        int sections = searcher.count(own);
        boolean dropped = step == Widening.MOST_WORDS && (sections == 0 || !meets(gate, own));
        return switch (leaf) {
            case Word word ->
                new InterpretedWord(
                        word.text(), false, excluded, lexicon.terms(word.text()).parts(), sections, dropped);
            case Phrase phrase -> new InterpretedWord(phrase.text(), true, excluded, List.of(), sections, dropped);
            default -> throw new IllegalArgumentException("not a word: " + leaf);
        };
    }

    private boolean meets(Query gate, Query own) throws IOException {
        var both = new BooleanQuery.Builder().add(gate, Occur.FILTER).add(own, Occur.FILTER);
        return searcher.count(both.build()) > 0;
    }
}
