package jirei.opensearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * The commonest terms of each text field. A shard that has none of a query's terms in a field says nothing of how many texts and how
 * long they are, and the weight of a rare word would hang on where it lies. A query that asks for a common term too, at a weight
 * of nothing, gets the numbers of every shard.
 */
final class GlobalStatisticsTerms {
    private static final int MAX_TERMS = 300;
    private static final int OF_A_FIELD = 2;
    /** Lucene leaves out what has a boost of 0. */
    private static final float NOTHING = 1e-30f;

    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private int looked;

    /** Looks at the terms of {@code document}, of the first some hundred. */
    synchronized void add(Map<String, Object> document) {
        if (looked >= MAX_TERMS || !(document.get(IndexMapping.JOIN) instanceof Map<?, ?>)) {
            return;
        }
        looked++;
        document.forEach((field, value) -> {
            if (field.indexOf('.') > 0 && !field.startsWith("facet.") && value instanceof String terms) {
                Map<String, Integer> ofField = counts.computeIfAbsent(field, name -> new HashMap<>());
                String[] each = terms.split(
                        "[" + PretokenizedText.POSITION + PretokenizedText.BESIDE + PretokenizedText.GAP + "]+");
                new HashSet<>(List.of(each)).forEach(term -> ofField.merge(term, 1, Integer::sum));
            }
        });
    }

    /** Whether enough documents were looked at. */
    synchronized boolean isKnown() {
        return looked >= MAX_TERMS;
    }

    /** The commonest terms of each field. */
    synchronized Map<String, List<String>> best() {
        Map<String, List<String>> best = new TreeMap<>();
        counts.forEach((field, ofField) -> best.put(
                field,
                ofField.entrySet().stream()
                        .filter(term -> !term.getKey().isEmpty())
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(OF_A_FIELD)
                        .map(Map.Entry::getKey)
                        .toList()));
        return best;
    }

    /** {@code query} with numbers of every shard; {@code common} are the commonest terms of each field. */
    static Map<String, Object> beside(Query query, Map<String, List<String>> common) {
        return beside(query, common, List.of());
    }

    /**
     * The same in {@code filters}. What only adds to the score stands in one list, since of such a list Lucene looks just at
     * those documents that may still be among the best.
     */
    static Map<String, Object> beside(
            Query query, Map<String, List<String>> common, List<Map<String, Object>> filters) {
        List<Map<String, Object>> adding = new ArrayList<>();
        for (String field : fields(query)) {
            for (String term : common.getOrDefault(field, List.of())) {
                adding.add(Map.of("term", Map.of(field, Map.of("value", term, "boost", NOTHING))));
            }
        }
        Map<String, Object> clauses = new LinkedHashMap<>();
        if (query instanceof BooleanQuery sum && isFiltered(sum)) {
            List<Map<String, Object>> required = new ArrayList<>(filters);
            required.addAll(QueryTranslator.clauses(sum, Occur.FILTER));
            adding.addAll(QueryTranslator.clauses(sum, Occur.SHOULD));
            adding.add(Map.of("match_all", Map.of("boost", NOTHING)));
            clauses.put("filter", required);
            clauses.put("should", adding);
            clauses.put("minimum_should_match", 1); // which everything does, and Lucene wants it for that
        } else {
            clauses.put("must", List.of(QueryTranslator.of(query)));
            clauses.put("filter", filters);
            clauses.put("should", adding);
        }
        return Map.of("bool", clauses);
    }

    /** Whether what {@code sum} finds doesn't hang on what it adds up. */
    private static boolean isFiltered(BooleanQuery sum) {
        return sum.clauses().stream().anyMatch(clause -> clause.occur() == Occur.FILTER)
                && sum.clauses().stream()
                        .allMatch(clause -> clause.occur() == Occur.FILTER || clause.occur() == Occur.SHOULD);
    }

    private static Set<String> fields(Query query) {
        Set<String> fields = new TreeSet<>();
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query leaf, Term... terms) {
                for (Term term : terms) {
                    fields.add(term.field());
                }
            }
        });
        return fields;
    }
}
