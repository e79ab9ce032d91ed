package jirei.engine.remote;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jirei.cases.Indicator;
import jirei.cases.RegionSimilarity;
import jirei.engine.remote.SearchBackend.Found;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.schema.IndexField;
import jirei.query.RegionComparison;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.jspecify.annotations.Nullable;

/** The measures of regions that come back with documents found elsewhere. */
final class StoredIndicators {
    private StoredIndicators() {}

    /** How like the region of {@code like} the case of each of {@code shown} is, in per cent, by case id; empty without one. */
    static Map<String, Integer> likeness(@Nullable RegionComparison like, List<Found> shown) {
        Map<String, Integer> percents = new HashMap<>();
        if (like != null) {
            Map<Indicator, Double> mine = Indicator.allOf(like.region());
            for (Found found : shown) {
                double score = RegionSimilarity.score(mine, of(found.document()));
                if (score >= 0) {
                    percents.put(found.document().get(IndexField.CASE_ID.luceneName()), (int) Math.round(100 * score));
                }
            }
        }
        return percents;
    }

    /** What the region of {@code document} measures in every way that is known. */
    static Map<Indicator, Double> of(Document document) {
        Map<Indicator, Double> measures = new EnumMap<>(Indicator.class);
        for (Indicator measure : Indicator.values()) {
            IndexableField field = document.getField(CaseDocumentMapper.indicatorField(measure));
            if (field != null) {
                measures.put(measure, field.numericValue().doubleValue());
            }
        }
        return measures;
    }
}
