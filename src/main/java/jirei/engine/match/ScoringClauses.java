package jirei.engine.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.query.WordQueryFactory.ScoringClause;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Word;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** Builds the optional clauses whose scores are summed to rank the matching sections. Stateless. */
public final class ScoringClauses {
    /** Enough for a sentence of a few hundred characters; a longer query is ranked by its first words. */
    private static final int MAX_SCORED_TERMS = 4_000;

    private ScoringClauses() {}

    /** Returns the scoring clauses of {@code expression}, with at most {@value #MAX_SCORED_TERMS} terms in total. */
    public static <S> List<Query> of(
            QueryExpression expression, RequestQueryFactory queries, MatchEvaluator<S> evaluator) throws IOException {
        List<Query> clauses = new ArrayList<>();
        int terms = 0;
        Set<Word> places = evaluator.places(expression);
        for (QueryExpression leaf : expression.leaves()) {
            if (leaf instanceof Word word && places.contains(word)) {
                continue; // a condition, which all matches fulfil
            }
            clauses.addAll(presenceBoosts(leaf, queries, evaluator));
            for (ScoringClause score : queries.scores(leaf)) {
                terms += termCount(score.query());
                if (terms <= MAX_SCORED_TERMS) {
                    clauses.add(score.query());
                }
            }
        }
        return clauses;
    }

    /** Returns a constant-score clause for each unit of a word, which matches any of its expansions. */
    static <S> List<Query> presenceBoosts(
            QueryExpression leaf, RequestQueryFactory queries, MatchEvaluator<S> evaluator) throws IOException {
        if (!(leaf instanceof Word word)) {
            return List.of();
        }
        return evaluator.unitQueries(word).stream()
                .<Query>map(unit -> new BoostQuery(
                        new ConstantScoreQuery(unit), queries.boosts().presence()))
                .toList();
    }

    private static int termCount(Query query) {
        var terms = new AtomicInteger();
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query leaf, Term... found) {
                terms.addAndGet(found.length);
            }
        });
        return terms.get();
    }
}
