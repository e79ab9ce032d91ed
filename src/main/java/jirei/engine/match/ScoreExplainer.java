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
import jirei.query.ExpansionKind;
import jirei.query.ExpansionOptions.Expansion;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Word;
import jirei.search.HitExplanation.ExpansionMatch;
import jirei.search.HitExplanation.Field;
import jirei.search.HitExplanation.WordMatch;
import org.apache.lucene.search.Query;

/** Takes the score of one section apart: by word, by form and by part. */
public final class ScoreExplainer {
    private final Scores scores;
    private final RequestQueryFactory queries;
    private final MatchEvaluator gate;

    /** What queries score at the section that is explained. */
    public interface Scores {
        double of(Query query) throws IOException;
    }

    public ScoreExplainer(Scores scores, RequestQueryFactory queries, MatchEvaluator gate) {
        this.scores = scores;
        this.queries = queries;
        this.gate = gate;
    }

    /** What each word of {@code expression} contributes. */
    public List<WordMatch> words(QueryExpression expression) throws IOException {
        List<WordMatch> words = new ArrayList<>();
        for (QueryExpression leaf : expression.leaves()) {
            words.add(word(leaf));
        }
        return words;
    }

    private WordMatch word(QueryExpression leaf) throws IOException {
        Map<ExpansionMatch, Double> points = new LinkedHashMap<>();
        double together = 0;
        for (ScoringClause scored : queries.scores(leaf)) {
            double score = scores.of(scored.query());
            if (score > 0) {
                points.merge(match(best(scored)), score, Double::sum);
            }
        }
        for (Query piece : ScoringClauses.presenceBoosts(leaf, queries, gate)) {
            together += scores.of(piece);
        }
        List<ExpansionMatch> matches = points.entrySet().stream()
                .map(entry -> new ExpansionMatch(
                        entry.getKey().expansion(), entry.getKey().field(), entry.getValue()))
                .sorted(Comparator.comparingDouble(ExpansionMatch::score).reversed())
                .toList();
        double sum =
                together + matches.stream().mapToDouble(ExpansionMatch::score).sum();
        return new WordMatch(text(leaf), gate.evaluate(leaf).size(), sum, matches);
    }

    /** The way that counted, where only the best of several does. */
    private ScoringClause best(ScoringClause scored) throws IOException {
        ScoringClause best = scored;
        double max = 0;
        for (ScoringClause way : scored.alternatives()) {
            double score = scores.of(way.query());
            if (score > max) {
                best = way;
                max = score;
            }
        }
        return best;
    }

    /** What stands there by its terms, but not as typed, is another spelling or stands apart. */
    private ExpansionMatch match(ScoringClause scored) throws IOException {
        ExpansionKind kind = scored.kind();
        if (kind == ExpansionKind.ORIGINAL
                && scores.of(WordQueryFactory.exact(scored.text(), Set.of(scored.source()))) == 0) {
            kind = ExpansionKind.VARIANT;
        }
        return new ExpansionMatch(new Expansion(kind, scored.text()), place(scored.source()), 0);
    }

    private static String text(QueryExpression leaf) {
        return switch (leaf) {
            case Word word -> word.text();
            case Phrase phrase -> phrase.text();
            default -> throw new IllegalArgumentException("not a word: " + leaf);
        };
    }

    private static Field place(Source part) {
        return switch (part) {
            case TEXT -> Field.TEXT;
            case HEADING -> Field.HEADING;
            case CONTEXT -> Field.CONTEXT;
            case TITLE -> Field.TITLE;
            case PLACE -> Field.REGION;
        };
    }
}
