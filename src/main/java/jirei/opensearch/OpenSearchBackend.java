package jirei.opensearch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jirei.cases.CaseStudy;
import jirei.cases.Indicator;
import jirei.engine.backend.BackendHit;
import jirei.engine.backend.BackendRequest;
import jirei.engine.backend.BackendResponse;
import jirei.engine.backend.FilteredMatches;
import jirei.engine.backend.HighlightReader;
import jirei.engine.backend.IndexAccess;
import jirei.engine.backend.SearchBackend;
import jirei.engine.backend.StoredCase;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.schema.HitMemoryIndex;
import jirei.engine.schema.IndexField;
import jirei.engine.schema.SchemaQueries;
import jirei.engine.sort.HitSorts;
import jirei.opensearch.FacetAggregations.Axis;
import jirei.opensearch.IndexGenerations.Generation;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.SearchRequest;
import jirei.search.CaseSummary;
import jirei.search.Deadline;
import jirei.search.FacetCrossTab;
import jirei.search.FacetCrossTab.Cell;
import jirei.search.HitCount;
import jirei.search.HitGroup;
import jirei.search.IndexStatus;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.IOFunction;
import tools.jackson.databind.JsonNode;

/** Search backend over one generation of an index in a cluster; sets of sections are queries. Thread-safe. */
final class OpenSearchBackend implements SearchBackend<Query> {
    private static final int MAX_CACHED_COUNTS = 10_000;
    private static final String COUNTED = "counted";
    private static final String SECTIONS = "sections";
    private static final Map<String, Object> DFS = Map.of("search_type", "dfs_query_then_fetch");

    private final GenerationSearch search;
    private final Map<String, List<String>> commonTerms;
    private final RemoteManifest manifest;
    private final IndexSource corpus;
    private final Closeable resource;
    private final Cache<Query, Long> counts = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED_COUNTS)
            .executor(Runnable::run)
            .build();

    /** @param resource closed with this */
    OpenSearchBackend(ClusterClient cluster, Generation generation, IndexSource corpus, Closeable resource) {
        this.search = new GenerationSearch(cluster, generation.name(), generation.commonTerms());
        this.commonTerms = generation.commonTerms();
        this.manifest = generation.manifest();
        this.corpus = corpus;
        this.resource = resource;
    }

    RemoteManifest manifest() {
        return manifest;
    }

    byte[] vocabulary() {
        return search.vocabulary();
    }

    List<Long> counts(Collection<Query> queries, Deadline deadline) throws IOException {
        return search.counts(queries, deadline);
    }

    List<Double> scores(Collection<Query> queries, BackendHit section, Deadline deadline) throws IOException {
        return search.scores(queries, section, deadline);
    }

    List<BackendHit> topDocs(Query query, Sort sort, int limit, Deadline deadline) throws IOException {
        return search.topDocs(query, sort, limit, deadline);
    }

    @Override
    public <T> T evaluate(Deadline deadline, IOFunction<IndexAccess<Query>, T> computation) throws IOException {
        return new BatchedEvaluation(this, counts, deadline).run(computation);
    }

    /**
     * Counts in a separate search: counting must visit every matching section, whereas the page needs the best ones
     * only.
     */
    @Override
    public BackendResponse search(BackendRequest<Query> request, Deadline deadline) {
        FilteredMatches<Map<String, Object>> matches = request.matches().translated(QueryTranslator::of);
        Map<String, Object> page = page(request, matches.filters(null));
        Map<String, Object> countSearch = Map.of(
                "size", 0,
                "query", QueryTranslator.allOf(List.of(matches.base())),
                "aggs", aggregations(matches, request));
        List<JsonNode> responses = search.searches(
                List.of(
                        new ClusterClient.Search(DFS, GenerationSearch.timed(page, deadline)),
                        GenerationSearch.countSearch(countSearch, deadline)),
                deadline);
        return response(request, responses.getFirst(), responses.getLast().path("aggregations"));
    }

    private Map<String, Object> page(BackendRequest<Query> request, List<Map<String, Object>> facetFilters) {
        Query scored = QueryDocSets.scored(request.matches().base(), request.scoringClauses());
        List<Map<String, Object>> sort = SortTranslator.of(sort(request));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", GlobalStatisticsTerms.withStatistics(scored, commonTerms, facetFilters));
        body.put("sort", sort);
        body.put("from", request.from());
        body.put("size", request.size());
        body.put("track_total_hits", false);
        if (request.request().byCase()) {
            Map<String, Object> shown =
                    Map.of("name", SECTIONS, "size", BackendRequest.MAX_SHOWN_OF_CASE, "sort", sort);
            body.put("collapse", Map.of("field", IndexMapping.CASE_ID, "inner_hits", shown));
        }
        return body;
    }

    private static Sort sort(BackendRequest<Query> request) {
        SearchRequest searchRequest = request.request();
        return HitSorts.ofSections(searchRequest.sort(), searchRequest.filters());
    }

    private static Map<String, Object> aggregations(
            FilteredMatches<Map<String, Object>> matches, BackendRequest<Query> request) {
        Map<String, Object> aggregations = new LinkedHashMap<>();
        aggregations.put(COUNTED, filtered(matches.filters(null), FacetAggregations.counting(List.of())));
        for (Facet facet : request.facets()) {
            var axis = new Axis(facet, request.request().filters().excluded(facet));
            aggregations.put(facet.id(), filtered(matches.filters(facet), FacetAggregations.counting(List.of(axis))));
        }
        return aggregations;
    }

    private static Map<String, Object> filtered(List<Map<String, Object>> filters, Map<String, Object> countSearch) {
        return Map.of("filter", QueryTranslator.allOf(filters), "aggs", countSearch);
    }

    private static BackendResponse response(BackendRequest<Query> request, JsonNode page, JsonNode aggregations) {
        List<BackendHit> hits = new ArrayList<>();
        List<HitGroup> groups = new ArrayList<>();
        if (request.request().byCase()) {
            for (JsonNode best : page.path("hits").path("hits")) {
                JsonNode ofCase = best.path("inner_hits").path(SECTIONS);
                List<BackendHit> shown = GenerationSearch.hits(ofCase, sort(request));
                hits.addAll(shown);
                String caseId =
                        best.path("fields").path(IndexMapping.CASE_ID).path(0).asString();
                groups.add(new HitGroup(caseId, GenerationSearch.totalHits(ofCase), shown.size()));
            }
        } else {
            hits.addAll(GenerationSearch.hits(page, sort(request)));
        }
        HitCount total =
                FacetAggregations.counts(aggregations.path(COUNTED), List.of()).getOrDefault(List.of(), HitCount.NONE);
        return new BackendResponse(total, hits, groups, facetCounts(request, aggregations));
    }

    private static Map<Facet, Map<String, HitCount>> facetCounts(BackendRequest<?> request, JsonNode aggregations) {
        Map<Facet, Map<String, HitCount>> facets = new TreeMap<>(Facet.ORDER);
        for (Facet facet : request.facets()) {
            Map<String, HitCount> counts = new HashMap<>();
            var axis = new Axis(facet, request.request().filters().excluded(facet));
            FacetAggregations.counts(aggregations.path(facet.id()), List.of(axis))
                    .forEach((value, count) -> counts.put(value.getFirst(), count));
            facets.put(facet, counts);
        }
        return facets;
    }

    private static Query query(FilteredMatches<Query> matches) {
        return QueryDocSets.intersection(matches.conjunction(null));
    }

    @Override
    public HitCount total(FilteredMatches<Query> matches, Deadline deadline) throws IOException {
        return search.counts(query(matches), List.of(), deadline).getOrDefault(List.of(), HitCount.NONE);
    }

    @Override
    public FacetCrossTab crossTab(
            FilteredMatches<Query> matches, Facet rows, Facet columns, Filters filters, Deadline deadline)
            throws IOException {
        List<Axis> axes = List.of(new Axis(rows, filters.excluded(rows)), new Axis(columns, filters.excluded(columns)));
        Map<Cell, HitCount> cells = new HashMap<>();
        search.counts(query(matches), axes, deadline)
                .forEach((pair, count) -> cells.put(new Cell(pair.getFirst(), pair.getLast()), count));
        return new FacetCrossTab(rows, columns, cells);
    }

    @Override
    public Set<String> matchingCaseIds(FilteredMatches<Query> matches, Deadline deadline) throws IOException {
        return search.caseIds(query(matches), deadline);
    }

    @Override
    public void scan(Query query, Consumer<BackendHit> consumer) throws IOException {
        search.scan(query, consumer);
    }

    @Override
    public List<Document> documents(List<BackendHit> hits) {
        return hits.stream().map(OpenSearchBackend::document).toList();
    }

    private static Document document(BackendHit hit) {
        return Objects.requireNonNull(hit.document(), "hits of a cluster have their documents");
    }

    @Override
    public Map<Indicator, Double> indicators(BackendHit hit) {
        Map<Indicator, Double> indicators = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            IndexableField field = document(hit).getField(CaseDocumentMapper.indicatorField(indicator));
            if (field != null) {
                indicators.put(indicator, field.numericValue().doubleValue());
            }
        }
        return indicators;
    }

    private CaseStudy caseStudy(BackendHit hit) throws IOException {
        String json = String.valueOf(document(hit).get(IndexField.CASE.luceneName()));
        return CaseDocumentMapper.caseStudy(json, corpus.lexicon());
    }

    @Override
    public List<CaseSummary> summaries(List<BackendHit> hits) throws IOException {
        List<CaseSummary> summaries = new ArrayList<>();
        for (BackendHit hit : hits) {
            summaries.add(CaseSummary.of(caseStudy(hit)));
        }
        return summaries;
    }

    @Override
    public Optional<StoredCase> storedCase(String id) throws IOException {
        var query = new BooleanQuery.Builder()
                .add(SchemaQueries.allCases(), Occur.FILTER)
                .add(new TermQuery(new Term(IndexField.CASE_ID.luceneName(), id)), Occur.FILTER)
                .build();
        List<BackendHit> found = topDocs(query, HitSorts.RELEVANCE, 1, Deadline.NONE);
        return found.isEmpty() ? Optional.empty() : Optional.of(storedCase(caseStudy(found.getFirst())));
    }

    /** Maps the section documents from the case again, which saves a request. */
    private static StoredCase storedCase(CaseStudy caseStudy) {
        List<Document> block = CaseDocumentMapper.of(caseStudy, "");
        List<BackendHit> sections = IntStream.range(0, block.size() - 1)
                .mapToObj(position -> new BackendHit(position, 0, caseStudy.id(), block.get(position)))
                .toList();
        return new StoredCase(caseStudy, sections);
    }

    @Override
    public HighlightReader highlightReader(List<BackendHit> hits) throws IOException {
        DirectoryReader reader = HitMemoryIndex.of(documents(hits), corpus.analyzer());
        return new HighlightReader(reader, IntStream.range(0, reader.maxDoc()).toArray(), reader);
    }

    @Override
    public IndexStatus status() {
        search.ping();
        return manifest.status();
    }

    @Override
    public void close() throws IOException {
        resource.close();
    }
}
