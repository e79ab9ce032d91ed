package jirei.engine.similar;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jirei.cases.RegionFigures;
import jirei.cases.RegionSimilarity;
import jirei.engine.schema.IndexField;
import jirei.engine.schema.SchemaQueries;
import jirei.engine.sort.HitSorts;
import jirei.engine.sort.RegionSimilaritySource;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;

/** Finds the cases of regions that are like another, by the figures alone. */
public final class RegionSimilaritySearch {
    private final IndexSearcher searcher;

    public RegionSimilaritySearch(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** The {@code limit} cases that are most like {@code like}, its own and those of which too little is known left out. */
    public List<ScoreDoc> best(RegionFigures like, int limit) throws IOException {
        var order = HitSorts.byLikeness(new RegionSimilaritySource(like));
        var manager = new TopFieldCollectorManager(order, limit, null, Integer.MAX_VALUE);
        return Stream.of(searcher.search(others(like), manager).scoreDocs)
                .filter(hit -> !((FieldDoc) hit).fields[0].equals(RegionSimilarity.UNKNOWN))
                .toList();
    }

    /** The cases about other municipalities than that of {@code like}. */
    public static Query others(RegionFigures like) {
        return new BooleanQuery.Builder()
                .add(SchemaQueries.allCases(), Occur.FILTER)
                .add(about(like.name()), Occur.MUST_NOT)
                .build();
    }

    /** The sections of the {@code limit} cases that are most like {@code like}. */
    public Query sectionsOfBest(RegionFigures like, int limit) throws IOException {
        return inCases(best(like, limit).stream().map(HitSorts::caseIdOf).toList());
    }

    /** Everything in the cases {@code ids}. */
    public static Query inCases(Collection<String> ids) {
        return new TermInSetQuery(
                IndexField.CASE_ID.luceneName(), ids.stream().map(BytesRef::new).toList());
    }

    /** The cases about the municipality {@code name}, its prefecture in front. */
    public static Query about(String name) {
        return new TermQuery(new Term(IndexField.REGION.luceneName(), name));
    }

    /** How like {@code like} the case of each of {@code hits} is, in per cent, by case id. */
    public Map<String, Integer> percents(RegionFigures like, List<ScoreDoc> hits) throws IOException {
        var source = new RegionSimilaritySource(like);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        Map<String, Integer> percents = new HashMap<>();
        for (ScoreDoc hit : hits) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            DoubleValues values = source.in(leaf);
            if (values.advanceExact(hit.doc - leaf.docBase) && values.doubleValue() >= 0) {
                percents.put(HitSorts.caseIdOf(hit), (int) Math.round(100 * values.doubleValue()));
            }
        }
        return percents;
    }
}
