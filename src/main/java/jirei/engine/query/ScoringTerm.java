package jirei.engine.query;

import java.util.List;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * One of the terms whose scores are summed for a word.
 *
 * @param terms how it is cut
 * @param run the term, or two that are to stand near each other
 * @param weight how much it counts, against 1 for a word in the text
 */
record ScoringTerm(Analysis terms, List<String> run, float weight) {
    /** How many words may stand between two that are near each other. */
    private static final int NEAR = 8;

    ScoringTerm {
        run = List.copyOf(run);
    }

    /** Whether it is looked for in {@code part}: words stand near each other in a text, not in a title. */
    boolean isFor(Source part) {
        return run.size() == 1 || part == Source.TEXT;
    }

    Query in(Source part) {
        String field = part.in(terms).luceneName();
        return run.size() == 1
                ? new TermQuery(new Term(field, run.getFirst()))
                : new PhraseQuery(NEAR, field, run.toArray(String[]::new));
    }
}
