package jirei.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jirei.cases.Indicator;
import jirei.cases.RegionSimilarity;
import jirei.engine.sort.RegionSimilaritySource;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** Translates Lucene sorts to OpenSearch sorts; missing values sort last. Stateless. */
final class SortTranslator {
    /**
     * Computes {@link RegionSimilarity#score}. The result must be equal to the last bit, so that ties are broken by the
     * next sort field.
     */
    private static final String SIMILARITY_SCRIPT =
            """
            double sum = 0; double compared = 0;
            for (int i = 0; i < params.names.length; i++) {
              String name = 'measure.' + params.names[i];
              if (doc.containsKey(name) && doc[name].size() > 0) {
                double mine = params.mine[i]; double theirs = doc[name].value;
                double weight = params.weights[i];
                if (params.names[i] == params.rate) {
                  sum += weight * Math.pow(2, -Math.abs(mine - theirs) / params.half);
                } else if (mine == theirs) { sum += weight; }
                else { sum += weight * (Math.min(mine, theirs) / Math.max(mine, theirs)); }
                compared += weight;
              }
            }
            return compared == 0 || 2 * compared < params.known ? params.unknown : sum / compared;
            """;

    private SortTranslator() {}

    /** Translates {@code order}. */
    static List<Map<String, Object>> of(Sort order) {
        return Stream.of(order.getSort()).map(SortTranslator::of).toList();
    }

    private static Map<String, Object> of(SortField field) {
        if (field instanceof RegionSimilaritySource.Order similarity) {
            return bySimilarity(similarity.source());
        }
        if (field.getType() == SortField.Type.SCORE) {
            return Map.of("_score", Map.of("order", "desc"));
        }
        return Map.of(
                String.valueOf(field.getField()),
                Map.of("order", field.getReverse() ? "desc" : "asc", "missing", "_last", "unmapped_type", "double"));
    }

    private static Map<String, Object> bySimilarity(RegionSimilaritySource source) {
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        double known = 0;
        for (Indicator indicator : RegionSimilarity.COMPARED) {
            Double value = source.reference().get(indicator);
            if (value != null) {
                names.add(indicator.id());
                values.add(value);
                weights.add(source.weights().of(indicator));
                known += source.weights().of(indicator);
            }
        }
        Map<String, Object> parameters = Map.of(
                "names",
                names,
                "mine",
                values,
                "weights",
                weights,
                "known",
                known,
                "rate",
                Indicator.AGEING.id(),
                "half",
                RegionSimilarity.AGEING_HALVING_POINTS,
                "unknown",
                RegionSimilarity.UNKNOWN);
        return Map.of(
                "_script",
                Map.of(
                        "type", "number",
                        "order", "desc",
                        "script", Map.of("lang", "painless", "source", SIMILARITY_SCRIPT, "params", parameters)));
    }
}
