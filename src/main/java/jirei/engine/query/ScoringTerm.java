package jirei.engine.query;

import java.util.List;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A term whose score is summed for a word, or a pair of nearby terms. Immutable.
 *
 * @param analysis the analysis of the field
 * @param terms one term, or two for a proximity clause
 * @param boost relative to 1 for a term in the text
 */
record ScoringTerm(Analysis analysis, List<String> terms, float boost) {
    /** The slop of proximity clauses, in positions. */
    private static final int PROXIMITY_SLOP = 8;

    ScoringTerm {
        terms = List.copyOf(terms);
    }

    /** Returns whether the term is a pair of terms, whose proximity counts. */
    boolean isPair() {
        return terms.size() > 1;
    }

    Query in(Source source) {
        String field = source.in(analysis).luceneName();
        return terms.size() == 1
                ? new TermQuery(new Term(field, terms.getFirst()))
                : new PhraseQuery(PROXIMITY_SLOP, field, terms.toArray(String[]::new));
    }
}
