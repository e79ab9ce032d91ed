package jirei.opensearch;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jirei.engine.backend.BackendHit;
import jirei.engine.schema.IndexField;
import jirei.opensearch.FacetAggregations.Axis;
import jirei.search.Deadline;
import jirei.search.HitCount;
import jirei.search.SearchTimeoutException;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import tools.jackson.databind.JsonNode;

/**
 * Search requests to one generation of an index. A response that does not cover every shard is retried, then rejected.
 * Thread-safe.
 */
final class GenerationSearch {
    private static final int SCAN_PAGE_SIZE = 500;
    private static final int MAX_HITS = 10_000;
    /** More counts are split into several requests, to stay within the request limits of a server. */
    private static final int MAX_COUNTS_PER_REQUEST = 200;

    private static final String COUNTED = "counted";
    private static final Map<String, String> DFS =
            Map.of("search_type", "dfs_query_then_fetch", "allow_partial_search_results", "false");
    private static final Map<String, String> DFS_WITH_NAMED_SCORES = Map.of(
            "search_type", "dfs_query_then_fetch",
            "allow_partial_search_results", "false",
            "include_named_queries_score", "true");

    private final ClusterClient cluster;
    private final String index;
    private final Map<String, List<String>> commonTerms;

    /**
     * @param index the name of the index of the generation
     * @param commonTerms the most frequent terms of each field, see {@link GlobalStatisticsTerms}
     */
    GenerationSearch(ClusterClient cluster, String index, Map<String, List<String>> commonTerms) {
        this.cluster = cluster;
        this.index = index;
        this.commonTerms = commonTerms;
    }

    /** The vocabulary file that was written with the index. */
    byte[] vocabulary() {
        var bytes = new ByteArrayOutputStream();
        Optional<JsonNode> chunk = vocabularyChunk(0);
        for (int number = 1; chunk.isPresent(); number++) {
            String text = chunk.get()
                    .path("_source")
                    .path(IndexMapping.STORED)
                    .path("bytes")
                    .asString();
            bytes.writeBytes(Base64.getDecoder().decode(text));
            chunk = vocabularyChunk(number);
        }
        return bytes.toByteArray();
    }

    private Optional<JsonNode> vocabularyChunk(int number) {
        return cluster.find("/" + index + "/_doc/" + BulkWriter.vocabularyId(number));
    }

    /**
     * Runs the searches for the hits and the counts of a page in one round trip; marks {@code deadline} partial if one
     * times out.
     */
    List<JsonNode> searches(List<ClusterClient.Search> searches, Deadline deadline) {
        List<JsonNode> responses = responses(searches);
        if (responses.stream().anyMatch(GenerationSearch::timedOut)) {
            deadline.markPartial();
        }
        return responses;
    }

    private List<JsonNode> responses(List<ClusterClient.Search> searches) {
        return cluster.multiSearch("/" + index + "/_msearch", searches, GenerationSearch::areComplete)
                .path("responses")
                .valueStream()
                .toList();
    }

    private JsonNode search(Map<String, String> parameters, Map<String, Object> body, Deadline deadline)
            throws SearchTimeoutException {
        JsonNode response = request(parameters, timed(body, deadline));
        if (timedOut(response)) {
            throw deadline.expired();
        }
        return response;
    }

    private JsonNode request(Map<String, String> parameters, Map<String, Object> body) {
        return cluster.send(
                "/" + index + "/_search", parameters, ClusterClient.json(body), GenerationSearch::isComplete);
    }

    /** Checks that every shard is available. */
    void ping() {
        request(DFS, Map.of("size", 0));
    }

    /**
     * Adds the remaining time to {@code body}, rounded down to a power of two: nodes cache counts by the bytes of a
     * request, and a time that differs in each request would defeat the cache.
     */
    static Map<String, Object> timed(Map<String, Object> body, Deadline deadline) {
        Map<String, Object> timed = new LinkedHashMap<>(body);
        deadline.remaining()
                .ifPresent(left -> timed.put("timeout", Math.max(1, Long.highestOneBit(left.toMillis())) + "ms"));
        return timed;
    }

    private static boolean timedOut(JsonNode response) {
        return response.path("timed_out").asBoolean();
    }

    private static boolean isComplete(JsonNode response) {
        JsonNode shards = response.path("_shards");
        return shards.path("failed").asInt() == 0
                && shards.path("successful").asInt() == shards.path("total").asInt()
                && shards.path("total").asInt() > 0;
    }

    private static boolean areComplete(JsonNode responses) {
        return responses.path("responses").valueStream().allMatch(GenerationSearch::isComplete);
    }

    /** Returns how many documents each of {@code queries} matches, in their order. */
    List<Long> counts(Collection<Query> queries, Deadline deadline) throws SearchTimeoutException {
        List<ClusterClient.Search> searches = queries.stream()
                .map(query -> QueryTranslator.allOf(List.of(QueryTranslator.of(query))))
                .map(query -> countSearch(Map.of("size", 0, "track_total_hits", true, "query", query), deadline))
                .toList();
        List<Long> counts = new ArrayList<>();
        for (int from = 0; from < searches.size(); from += MAX_COUNTS_PER_REQUEST) {
            int to = Math.min(from + MAX_COUNTS_PER_REQUEST, searches.size());
            for (JsonNode response : responses(searches.subList(from, to))) {
                if (timedOut(response)) {
                    throw deadline.expired();
                }
                counts.add(totalHits(response));
            }
        }
        return counts;
    }

    /** Returns a search for counts only. */
    static ClusterClient.Search countSearch(Map<String, Object> body, Deadline deadline) {
        return new ClusterClient.Search(Map.of(), timed(body, deadline));
    }

    static long totalHits(JsonNode response) {
        return response.path("hits").path("total").path("value").asLong();
    }

    /** Returns the score of each of {@code queries} for one section, in their order; 0 if it does not match. */
    List<Double> scores(Collection<Query> queries, BackendHit section, Deadline deadline)
            throws SearchTimeoutException {
        List<Map<String, Object>> named = new ArrayList<>();
        for (Query query : queries) {
            Map<String, Object> one = GlobalStatisticsTerms.withStatistics(query, commonTerms);
            named.add(Map.of("bool", Map.of("must", List.of(one), "_name", Integer.toString(named.size()))));
        }
        List<String> ids = List.of(BulkWriter.sectionId(section.caseId(), section.doc()));
        Map<String, Object> body = Map.of(
                "size",
                1,
                "_source",
                false,
                "query",
                Map.of("bool", Map.of("filter", List.of(Map.of("ids", Map.of("values", ids))), "should", named)));
        JsonNode scores = search(DFS_WITH_NAMED_SCORES, body, deadline)
                .path("hits")
                .path("hits")
                .path(0)
                .path("matched_queries");
        List<Double> all = new ArrayList<>();
        for (int number = 0; number < named.size(); number++) {
            all.add(scores.path(Integer.toString(number)).asDouble(0));
        }
        return all;
    }

    /**
     * Counts the matches of {@code query} by each combination of values of {@code axes}; all matches if there are no
     * axes.
     */
    Map<List<String>, HitCount> counts(Query query, List<Axis> axes, Deadline deadline) throws SearchTimeoutException {
        JsonNode response = search(
                DFS,
                Map.of(
                        "size", 0,
                        "query", QueryTranslator.of(query),
                        "aggs",
                                Map.of(
                                        COUNTED,
                                        Map.of(
                                                "filter", QueryTranslator.allOf(List.of()),
                                                "aggs", FacetAggregations.counting(axes)))),
                deadline);
        return FacetAggregations.counts(response.path("aggregations").path(COUNTED), axes);
    }

    /** Returns the case IDs of the documents that {@code query} matches. */
    Set<String> caseIds(Query query, Deadline deadline) throws SearchTimeoutException {
        Set<String> ids = new HashSet<>();
        JsonNode after = null;
        do {
            Map<String, Object> composite = new LinkedHashMap<>();
            composite.put("size", MAX_HITS);
            composite.put("sources", List.of(Map.of("id", Map.of("terms", Map.of("field", IndexMapping.CASE_ID)))));
            if (after != null) {
                composite.put("after", after);
            }
            Map<String, Object> body = Map.of(
                    "size", 0,
                    "query", QueryTranslator.of(query),
                    "aggs", Map.of(COUNTED, Map.of("composite", composite)));
            JsonNode page = search(DFS, body, deadline).path("aggregations").path(COUNTED);
            page.path("buckets")
                    .forEach(bucket -> ids.add(bucket.path("key").path("id").asString()));
            after = page.get("after_key");
        } while (after != null);
        return ids;
    }

    /** Returns the first {@code limit} documents that {@code query} matches, at most {@value #MAX_HITS}. */
    List<BackendHit> topDocs(Query query, Sort sort, int limit, Deadline deadline) throws SearchTimeoutException {
        Map<String, Object> body = Map.of(
                "size", Math.min(limit, MAX_HITS),
                "query", GlobalStatisticsTerms.withStatistics(query, commonTerms),
                "sort", SortTranslator.of(sort),
                "track_total_hits", false);
        return hits(search(DFS, body, deadline), sort);
    }

    /** Passes every document that {@code query} matches to {@code consumer}, ordered by case ID. */
    void scan(Query query, Consumer<BackendHit> consumer) throws SearchTimeoutException {
        JsonNode last = null;
        List<BackendHit> page;
        do {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("size", SCAN_PAGE_SIZE);
            body.put("query", QueryTranslator.of(query));
            body.put("sort", List.of(Map.of(IndexMapping.CASE_ID, "asc")));
            if (last != null) {
                body.put("search_after", last);
            }
            JsonNode response = search(DFS, body, Deadline.NONE);
            page = hits(response, Sort.INDEXORDER);
            page.forEach(consumer);
            last = response.path("hits").path("hits").path(page.size() - 1).get("sort");
        } while (page.size() == SCAN_PAGE_SIZE);
    }

    /** Reads the hits of {@code response}, which is sorted by {@code sort}; the score is one of the sort values. */
    static List<BackendHit> hits(JsonNode response, Sort sort) {
        int score = List.of(sort.getSort()).indexOf(SortField.FIELD_SCORE);
        List<BackendHit> hits = new ArrayList<>();
        for (JsonNode hit : response.path("hits").path("hits")) {
            Document document = DocumentSerializer.stored(hit.path("_source"));
            hits.add(new BackendHit(
                    hits.size(),
                    (float) hit.path("sort").path(score).asDouble(0),
                    String.valueOf(document.get(IndexField.CASE_ID.luceneName())),
                    document));
        }
        return hits;
    }
}
