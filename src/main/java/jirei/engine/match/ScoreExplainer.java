package jirei.engine.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.query.WordQueryFactory;
import jirei.engine.query.WordQueryFactory.ScoringClause;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Prefix;
import jirei.query.QueryExpression.Word;
import jirei.search.HitExplanation.ExpansionMatch;
import jirei.search.HitExplanation.Field;
import jirei.search.HitExplanation.WordMatch;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.IOFunction;

/** Breaks down the score of one section by word, expansion and field. Not thread-safe. */
public final class ScoreExplainer {
    private final IOFunction<Query, Double> scores;
    private final RequestQueryFactory queries;
    private final MatchEvaluator<?> evaluator;

    /**
     * @param scores computes the score of a query for the section; 0 if it does not match
     * @param queries the queries of the request
     * @param evaluator counts the matches of each word
     */
    public ScoreExplainer(IOFunction<Query, Double> scores, RequestQueryFactory queries, MatchEvaluator<?> evaluator) {
        this.scores = scores;
        this.queries = queries;
        this.evaluator = evaluator;
    }

    /** Returns the contribution of each word of {@code expression} to the score. */
    public List<WordMatch> words(QueryExpression expression) throws IOException {
        List<WordMatch> words = new ArrayList<>();
        for (QueryExpression leaf : expression.leaves()) {
            words.add(word(leaf));
        }
        return words;
    }

    private WordMatch word(QueryExpression leaf) throws IOException {
        Map<ExpansionMatch, Double> contributions = new LinkedHashMap<>();
        double presence = 0;
        for (ScoringClause scored : queries.scores(leaf)) {
            double score = scores.apply(scored.query());
            if (score > 0) {
                contributions.merge(match(best(scored)), score, Double::sum);
            }
        }
        for (Query unit : ScoringClauses.presenceBoosts(leaf, queries, evaluator)) {
            presence += scores.apply(unit);
        }
        List<ExpansionMatch> matches = contributions.entrySet().stream()
                .map(entry -> new ExpansionMatch(
                        entry.getKey().expansion(), entry.getKey().field(), entry.getValue()))
                .sorted(Comparator.comparingDouble(ExpansionMatch::score).reversed())
                .toList();
        double sum =
                presence + matches.stream().mapToDouble(ExpansionMatch::score).sum();
        return new WordMatch(text(leaf), evaluator.count(leaf), sum, matches);
    }

    /** Returns the alternative with the best score, the only one that counts in a disjunction max. */
    private ScoringClause best(ScoringClause scored) throws IOException {
        ScoringClause best = scored;
        double max = 0;
        for (ScoringClause alternative : scored.alternatives()) {
            double score = scores.apply(alternative.query());
            if (score > max) {
                best = alternative;
                max = score;
            }
        }
        return best;
    }

    /**
     * A match by the terms of the word but not by its characters is a spelling variant, or its units are not adjacent.
     */
    private ExpansionMatch match(ScoringClause scored) throws IOException {
        ExpansionKind kind = scored.kind();
        if (kind == ExpansionKind.ORIGINAL
                && scores.apply(WordQueryFactory.exact(scored.text(), matched(scored.source()))) == 0) {
            kind = ExpansionKind.VARIANT;
        }
        return new ExpansionMatch(new Expansion(kind, scored.text()), field(scored.source()), 0);
    }

    private static String text(QueryExpression leaf) {
        return switch (leaf) {
            case Word word -> word.text();
            case Phrase phrase -> phrase.text();
            case Prefix prefix -> prefix.text() + "*";
            default -> throw new IllegalArgumentException("not a word: " + leaf);
        };
    }

    /** Returns the sources whose text {@code scored} contains. */
    private static Set<Source> matched(Source scored) {
        return scored == Source.BODY ? Set.of(Source.TEXT, Source.HEADING) : Set.of(scored);
    }

    private static Field field(Source source) {
        return switch (source) {
            case BODY -> Field.BODY;
            case TEXT -> Field.TEXT;
            case HEADING -> Field.HEADING;
            case CONTEXT -> Field.CONTEXT;
            case TITLE -> Field.TITLE;
            case PLACE -> Field.REGION;
        };
    }
}
