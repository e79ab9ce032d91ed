package jirei.lucene.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jirei.engine.backend.MatchProbe;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Looks into the index of this process, for one question: what comes again in it is prepared once. */
public final class LuceneMatchProbe implements MatchProbe {
    private final IndexSearcher searcher;
    private final Map<Query, Weight> weights = new HashMap<>();

    public LuceneMatchProbe(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    @Override
    public boolean matchesAny(List<Query> wanted) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            List<DocIdSetIterator> iterators = new ArrayList<>();
            for (Query query : wanted) {
                Scorer scorer = weight(query).scorer(leaf);
                iterators.add(scorer == null ? DocIdSetIterator.empty() : scorer.iterator());
            }
            DocIdSetIterator sections =
                    iterators.size() == 1 ? iterators.getFirst() : ConjunctionUtils.intersectIterators(iterators);
            if (sections.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                return true;
            }
        }
        return false;
    }

    private Weight weight(Query query) throws IOException {
        Weight known = weights.get(query);
        if (known == null) {
            known = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
            weights.put(query, known);
        }
        return known;
    }
}
