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
 * The most frequent terms of each text field. A shard that has none of a query's terms in a field reports no statistics
 * of that field (number and lengths of texts), so the score of a rare word would depend on the shards it is in. Adding
 * a frequent term with a negligible boost to the query makes every shard report its statistics. Thread-safe.
 */
final class GlobalStatisticsTerms {
    private static final int MAX_TERMS = 300;
    private static final int TERMS_PER_FIELD = 2;
    /** Lucene drops clauses with a boost of 0. */
    private static final float NEGLIGIBLE_BOOST = 1e-30f;

    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private int sampledDocs;

    /** Counts the terms of {@code document}, for the first {@value #MAX_TERMS} sections and cases only. */
    synchronized void add(Map<String, Object> document) {
        if (sampledDocs >= MAX_TERMS || !(document.get(IndexMapping.JOIN) instanceof Map<?, ?>)) {
            return;
        }
        sampledDocs++;
        document.forEach((field, value) -> {
            if (field.indexOf('.') > 0 && !field.startsWith("facet.") && value instanceof String text) {
                Map<String, Integer> termCounts = counts.computeIfAbsent(field, name -> new HashMap<>());
                String[] terms = text.split(
                        "[" + PretokenizedText.POSITION + PretokenizedText.STACKED + PretokenizedText.GAP + "]+");
                new HashSet<>(List.of(terms)).forEach(term -> termCounts.merge(term, 1, Integer::sum));
            }
        });
    }

    /** Whether enough documents have been sampled. */
    synchronized boolean isComplete() {
        return sampledDocs >= MAX_TERMS;
    }

    /** Returns the most frequent terms of each field. */
    synchronized Map<String, List<String>> commonTerms() {
        Map<String, List<String>> commonTerms = new TreeMap<>();
        counts.forEach((field, termCounts) -> commonTerms.put(
                field,
                termCounts.entrySet().stream()
                        .filter(term -> !term.getKey().isEmpty())
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(TERMS_PER_FIELD)
                        .map(Map.Entry::getKey)
                        .toList()));
        return commonTerms;
    }

    /**
     * Translates {@code query} so that it is scored with the statistics of every shard.
     *
     * @param common the most frequent terms of each field
     */
    static Map<String, Object> withStatistics(Query query, Map<String, List<String>> common) {
        return withStatistics(query, common, List.of());
    }

    /**
     * As {@link #withStatistics(Query, Map)}, restricted by {@code filters}. Clauses that only add to the score are put
     * into one list of optional clauses, for which Lucene skips documents that cannot compete.
     */
    static Map<String, Object> withStatistics(
            Query query, Map<String, List<String>> common, List<Map<String, Object>> filters) {
        List<Map<String, Object>> shouldClauses = new ArrayList<>();
        for (String field : fields(query)) {
            for (String term : common.getOrDefault(field, List.of())) {
                shouldClauses.add(Map.of("term", Map.of(field, Map.of("value", term, "boost", NEGLIGIBLE_BOOST))));
            }
        }
        Map<String, Object> clauses = new LinkedHashMap<>();
        if (query instanceof BooleanQuery sum && isFiltered(sum)) {
            List<Map<String, Object>> required = new ArrayList<>(filters);
            required.addAll(QueryTranslator.clauses(sum, Occur.FILTER));
            shouldClauses.addAll(QueryTranslator.clauses(sum, Occur.SHOULD));
            shouldClauses.add(Map.of("match_all", Map.of("boost", NEGLIGIBLE_BOOST)));
            clauses.put("filter", required);
            clauses.put("should", shouldClauses);
            clauses.put("minimum_should_match", 1); // all documents satisfy it, and Lucene requires it for skipping
        } else {
            clauses.put("must", List.of(QueryTranslator.of(query)));
            clauses.put("filter", filters);
            clauses.put("should", shouldClauses);
        }
        return Map.of("bool", clauses);
    }

    /** Whether the matches of {@code sum} do not depend on its scoring clauses. */
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
