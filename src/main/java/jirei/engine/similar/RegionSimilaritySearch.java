package jirei.engine.similar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jirei.cases.Indicator;
import jirei.cases.RegionFigures;
import jirei.cases.RegionSimilarity;
import jirei.cases.RegionWeights;
import jirei.engine.backend.BackendHit;
import jirei.engine.backend.IndexAccess;
import jirei.engine.schema.IndexField;
import jirei.engine.schema.SchemaQueries;
import jirei.engine.sort.HitSorts;
import jirei.engine.sort.RegionSimilaritySource;
import jirei.query.RegionComparison;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOFunction;

/** Finds the cases of regions with similar figures. Not thread-safe. */
public final class RegionSimilaritySearch {
    private final IndexAccess<?> index;
    private final IOFunction<BackendHit, Map<Indicator, Double>> indicators;

    /**
     * @param index the index
     * @param indicators loads the known indicators of a case document
     */
    public RegionSimilaritySearch(IndexAccess<?> index, IOFunction<BackendHit, Map<Indicator, Double>> indicators) {
        this.index = index;
        this.indicators = indicators;
    }

    /**
     * Returns the case documents of the {@code limit} cases most similar to the region of {@code comparison}, best first, without cases of
     * its own municipality and cases with too few known indicators.
     */
    public List<BackendHit> best(RegionComparison comparison, int limit) throws IOException {
        RegionFigures reference = comparison.region();
        RegionWeights weights = comparison.weights();
        Map<Indicator, Double> own = Indicator.allOf(reference);
        List<BackendHit> known = new ArrayList<>();
        var similarity = new RegionSimilaritySource(reference, weights);
        for (BackendHit hit : index.topDocs(others(reference), HitSorts.bySimilarity(similarity), limit)) {
            if (RegionSimilarity.score(own, indicators.apply(hit), weights) != RegionSimilarity.UNKNOWN) {
                known.add(hit);
            }
        }
        return known;
    }

    /** Matches every document of the most similar cases, {@code comparison.top()} of them. */
    public Query topCasesQuery(RegionComparison comparison) throws IOException {
        return inCases(best(comparison, comparison.top()).stream()
                .map(BackendHit::caseId)
                .toList());
    }

    private static Query others(RegionFigures reference) {
        return new BooleanQuery.Builder()
                .add(SchemaQueries.allCases(), Occur.FILTER)
                .add(municipalityQuery(reference.name()), Occur.MUST_NOT)
                .build();
    }

    /** Matches every document of the cases {@code ids}. */
    public static Query inCases(Collection<String> ids) {
        return new TermInSetQuery(
                IndexField.CASE_ID.luceneName(), ids.stream().map(BytesRef::new).toList());
    }

    /** Matches the cases about the municipality {@code name}, with its prefecture in front. */
    public static Query municipalityQuery(String name) {
        return new TermQuery(new Term(IndexField.REGION.luceneName(), name));
    }
}
