package jirei.opensearch;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jirei.engine.remote.RemoteManifest;
import jirei.engine.remote.SearchBackend;
import jirei.opensearch.IndexGenerations.Generation;
import jirei.query.Facet;
import jirei.search.Deadline;
import jirei.search.HitCount;
import jirei.search.HitGroup;
import jirei.search.IndexStatus;
import jirei.search.SearchTimeoutException;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One generation of an index in a cluster. An answer that isn't from every shard is none. */
final class OpenSearchBackend implements SearchBackend {
    private static final int PAGE_OF_ALL = 500;
    private static final int PAGE_OF_IDS = 10_000;
    /** More are asked for in several journeys, so that a request stays within what a server takes. */
    private static final int COUNTS_AT_ONCE = 200;

    private static final String COUNTED = "counted";
    private static final String SECTIONS = "sections";
    private static final Map<String, String> SEARCHING =
            Map.of("search_type", "dfs_query_then_fetch", "allow_partial_search_results", "false");
    private static final Map<String, Object> SCORED = Map.of("search_type", "dfs_query_then_fetch");

    private static final Map<String, String> SCORING = Map.of(
            "search_type", "dfs_query_then_fetch",
            "allow_partial_search_results", "false",
            "include_named_queries_score", "true");

    private final ClusterClient cluster;
    private final String name;
    private final RemoteManifest manifest;
    private final Map<String, List<String>> common;
    private final Closeable behind;

    /** @param behind is closed with this */
    OpenSearchBackend(ClusterClient cluster, Generation generation, Closeable behind) {
        this.cluster = cluster;
        this.name = generation.name();
        this.manifest = generation.manifest();
        this.common = generation.common();
        this.behind = behind;
    }

    @Override
    public RemoteManifest manifest() {
        return manifest;
    }

    @Override
    public byte[] vocabulary() throws IOException {
        var bytes = new ByteArrayOutputStream();
        Optional<JsonNode> piece = words(0);
        for (int number = 1; piece.isPresent(); number++) {
            String text = piece.get()
                    .path("_source")
                    .path(IndexMapping.STORED)
                    .path("bytes")
                    .asString();
            bytes.write(Base64.getDecoder().decode(text));
            piece = words(number);
        }
        return bytes.toByteArray();
    }

    private Optional<JsonNode> words(int number) {
        return cluster.find("/" + name + "/_doc/" + BulkWriter.wordsId(number));
    }

    private JsonNode search(Map<String, Object> body) throws SearchTimeoutException {
        return search(SEARCHING, body);
    }

    private JsonNode search(Map<String, String> parameters, Map<String, Object> body) throws SearchTimeoutException {
        JsonNode answer = ask(parameters, withinTime(body));
        if (wasCut(answer)) {
            throw Deadline.current().expired();
        }
        return answer;
    }

    private JsonNode ask(Map<String, String> parameters, Map<String, Object> body) {
        return cluster.ask("/" + name + "/_search", parameters, ClusterClient.json(body), OpenSearchBackend::isWhole);
    }

    /**
     * {@code body} for the time that is left. Nodes keep what they counted by the very words of the question: a time that is another
     * for every question would let them count everything anew.
     */
    private static Map<String, Object> withinTime(Map<String, Object> body) {
        Map<String, Object> timed = new LinkedHashMap<>(body);
        Deadline.current()
                .remaining()
                .ifPresent(left -> timed.put("timeout", Math.max(1, Long.highestOneBit(left.toMillis())) + "ms"));
        return timed;
    }

    private static boolean wasCut(JsonNode answer) {
        return answer.path("timed_out").asBoolean();
    }

    private static boolean isWhole(JsonNode answer) {
        JsonNode shards = answer.path("_shards");
        return shards.path("failed").asInt() == 0
                && shards.path("successful").asInt() == shards.path("total").asInt()
                && shards.path("total").asInt() > 0;
    }

    private static boolean areWhole(JsonNode answers) {
        return answers.path("responses").valueStream().allMatch(OpenSearchBackend::isWhole);
    }

    @Override
    public List<Long> counts(Collection<Query> queries) throws SearchTimeoutException {
        List<ClusterClient.Search> searches = queries.stream()
                .map(query -> QueryTranslator.allOf(List.of(QueryTranslator.of(query))))
                .map(query -> counted(Map.of("size", 0, "track_total_hits", true, "query", query)))
                .toList();
        List<Long> counts = new ArrayList<>();
        for (int from = 0; from < searches.size(); from += COUNTS_AT_ONCE) {
            List<ClusterClient.Search> some = searches.subList(from, Math.min(from + COUNTS_AT_ONCE, searches.size()));
            for (JsonNode answer : each(some)) {
                if (wasCut(answer)) {
                    throw Deadline.current().expired();
                }
                counts.add(total(answer));
            }
        }
        return counts;
    }

    /** A search for numbers only. */
    private static ClusterClient.Search counted(Map<String, Object> body) {
        return new ClusterClient.Search(Map.of(), withinTime(body));
    }

    private List<JsonNode> each(List<ClusterClient.Search> searches) {
        return cluster.askEach("/" + name + "/_msearch", searches, OpenSearchBackend::areWhole)
                .path("responses")
                .valueStream()
                .toList();
    }

    private static long total(JsonNode answer) {
        return answer.path("hits").path("total").path("value").asLong();
    }

    @Override
    public List<Double> scores(Collection<Query> queries, String caseId, int position) throws SearchTimeoutException {
        List<Map<String, Object>> named = new ArrayList<>();
        for (Query query : queries) {
            Map<String, Object> one = GlobalStatisticsTerms.beside(query, common);
            named.add(Map.of("bool", Map.of("must", List.of(one), "_name", Integer.toString(named.size()))));
        }
        Map<String, Object> section = Map.of("ids", Map.of("values", List.of(BulkWriter.sectionId(caseId, position))));
        Map<String, Object> body = Map.of(
                "size",
                1,
                "_source",
                false,
                "query",
                Map.of("bool", Map.of("filter", List.of(section), "should", named)));
        JsonNode scores =
                search(SCORING, body).path("hits").path("hits").path(0).path("matched_queries");
        List<Double> all = new ArrayList<>();
        for (int number = 0; number < named.size(); number++) {
            all.add(scores.path(Integer.toString(number)).asDouble(0));
        }
        return all;
    }

    /** Counts apart from the page, since what is counted must look at every section, and the page at the best only. */
    @Override
    public Answer search(Question question) {
        Map<Facet, Map<String, Object>> dimensions = new EnumMap<>(Facet.class);
        question.dimensions().forEach((facet, query) -> dimensions.put(facet, QueryTranslator.of(query)));
        List<JsonNode> answers = each(List.of(
                new ClusterClient.Search(SCORED, withinTime(page(question, List.copyOf(dimensions.values())))),
                counted(Map.of(
                        "size", 0,
                        "query", QueryTranslator.allOf(List.of(QueryTranslator.of(question.query()))),
                        "aggs", counting(dimensions, question.excluded())))));
        if (answers.stream().anyMatch(OpenSearchBackend::wasCut)) {
            Deadline.current().markPartial();
        }
        JsonNode page = answers.getFirst();
        JsonNode counted = answers.getLast();
        return question.shown() > 0
                ? grouped(page, counted, question)
                : answer(counted, hits(page, question.order()), List.of(), question);
    }

    private Map<String, Object> page(Question question, List<Map<String, Object>> dimensions) {
        List<Map<String, Object>> order = SortTranslator.of(question.order());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", GlobalStatisticsTerms.beside(question.query(), common, dimensions));
        body.put("sort", order);
        body.put("from", question.from());
        body.put("size", question.size());
        body.put("track_total_hits", false);
        if (question.shown() > 0) {
            Map<String, Object> shown = Map.of("name", SECTIONS, "size", question.shown(), "sort", order);
            body.put("collapse", Map.of("field", IndexMapping.CASE_ID, "inner_hits", shown));
        }
        return body;
    }

    private static Map<String, Object> counting(
            Map<Facet, Map<String, Object>> dimensions, Map<Facet, Set<String>> excluded) {
        Map<String, Object> counting = new LinkedHashMap<>();
        counting.put(COUNTED, within(dimensions, null, FacetAggregations.counting(List.of())));
        excluded.forEach((facet, values) -> counting.put(
                facet.id(), within(dimensions, facet, FacetAggregations.counting(List.of(new Axis(facet, values))))));
        return counting;
    }

    /** What is counted within all dimensions but {@code left}. */
    private static Map<String, Object> within(
            Map<Facet, Map<String, Object>> dimensions, @Nullable Facet left, Map<String, Object> counting) {
        List<Map<String, Object>> others = dimensions.entrySet().stream()
                .filter(dimension -> dimension.getKey() != left)
                .map(Map.Entry::getValue)
                .toList();
        return Map.of("filter", QueryTranslator.allOf(others), "aggs", counting);
    }

    private static Answer answer(JsonNode answer, List<Found> hits, List<HitGroup> groups, Question question) {
        JsonNode counted = answer.path("aggregations");
        Map<Facet, Map<String, HitCount>> labels = new EnumMap<>(Facet.class);
        question.excluded().forEach((facet, values) -> {
            Map<String, HitCount> counts = new HashMap<>();
            FacetAggregations.counts(counted.path(facet.id()), List.of(new Axis(facet, values)))
                    .forEach((value, count) -> counts.put(value.getFirst(), count));
            labels.put(facet, counts);
        });
        HitCount total =
                FacetAggregations.counts(counted.path(COUNTED), List.of()).getOrDefault(List.of(), HitCount.NONE);
        return new Answer(total, hits, groups, labels);
    }

    /** The hits of {@code answer}, which are in {@code order}; what they score is among what orders them. */
    private static List<Found> hits(JsonNode answer, Sort order) {
        int score = List.of(order.getSort()).indexOf(SortField.FIELD_SCORE);
        List<Found> hits = new ArrayList<>();
        for (JsonNode hit : answer.path("hits").path("hits")) {
            hits.add(new Found(
                    (float) hit.path("sort").path(score).asDouble(0), DocumentSerializer.stored(hit.path("_source"))));
        }
        return hits;
    }

    private static Answer grouped(JsonNode page, JsonNode counted, Question question) {
        List<Found> hits = new ArrayList<>();
        List<HitGroup> groups = new ArrayList<>();
        for (JsonNode best : page.path("hits").path("hits")) {
            JsonNode ofCase = best.path("inner_hits").path(SECTIONS);
            List<Found> shown = hits(ofCase, question.order());
            hits.addAll(shown);
            String caseId =
                    best.path("fields").path(IndexMapping.CASE_ID).path(0).asString();
            groups.add(new HitGroup(caseId, total(ofCase), shown.size()));
        }
        return answer(counted, hits, groups, question);
    }

    @Override
    public HitCount total(Query query) throws SearchTimeoutException {
        return pairs(query, List.of()).getOrDefault(List.of(), HitCount.NONE);
    }

    @Override
    public Map<List<String>, HitCount> pairs(Query query, Axis rows, Axis columns) throws SearchTimeoutException {
        return pairs(query, List.of(rows, columns));
    }

    private Map<List<String>, HitCount> pairs(Query query, List<Axis> axes) throws SearchTimeoutException {
        JsonNode answer = search(Map.of(
                "size", 0,
                "query", QueryTranslator.of(query),
                "aggs",
                        Map.of(
                                COUNTED,
                                Map.of(
                                        "filter",
                                        QueryTranslator.allOf(List.of()),
                                        "aggs",
                                        FacetAggregations.counting(axes)))));
        return FacetAggregations.counts(answer.path("aggregations").path(COUNTED), axes);
    }

    @Override
    public Set<String> matchingCaseIds(Query query) throws SearchTimeoutException {
        Set<String> ids = new HashSet<>();
        JsonNode after = null;
        do {
            Map<String, Object> composite = new LinkedHashMap<>();
            composite.put("size", PAGE_OF_IDS);
            composite.put("sources", List.of(Map.of("id", Map.of("terms", Map.of("field", IndexMapping.CASE_ID)))));
            if (after != null) {
                composite.put("after", after);
            }
            JsonNode page = search(Map.of(
                            "size", 0,
                            "query", QueryTranslator.of(query),
                            "aggs", Map.of(COUNTED, Map.of("composite", composite))))
                    .path("aggregations")
                    .path(COUNTED);
            page.path("buckets")
                    .forEach(bucket -> ids.add(bucket.path("key").path("id").asString()));
            after = page.get("after_key");
        } while (after != null);
        return ids;
    }

    @Override
    public List<Found> topDocs(Query query, Sort order, int limit) throws SearchTimeoutException {
        Map<String, Object> body = Map.of(
                "size", Math.min(limit, PAGE_OF_IDS),
                "query", GlobalStatisticsTerms.beside(query, common),
                "sort", SortTranslator.of(order),
                "track_total_hits", false);
        return hits(search(body), order);
    }

    @Override
    public void scan(Query query, Consumer<Document> taking) throws SearchTimeoutException {
        JsonNode last = null;
        List<Found> page;
        do {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("size", PAGE_OF_ALL);
            body.put("query", QueryTranslator.of(query));
            body.put("sort", List.of(Map.of(IndexMapping.CASE_ID, "asc")));
            if (last != null) {
                body.put("search_after", last);
            }
            JsonNode answer = search(body);
            page = hits(answer, Sort.INDEXORDER);
            page.forEach(found -> taking.accept(found.document()));
            last = answer.path("hits").path("hits").path(page.size() - 1).get("sort");
        } while (page.size() == PAGE_OF_ALL);
    }

    @Override
    public IndexStatus status() {
        ask(SEARCHING, Map.of("size", 0));
        return manifest.status();
    }

    @Override
    public void close() throws IOException {
        behind.close();
    }
}
