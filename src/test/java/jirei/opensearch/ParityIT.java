package jirei.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jirei.cases.CaseStudy;
import jirei.cases.Indicator;
import jirei.cases.RegionFigures;
import jirei.cases.RegionWeights;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import jirei.search.CaseSummary;
import jirei.search.Deadline;
import jirei.search.Hit;
import jirei.search.HitExplanation;
import jirei.search.IndexSize;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.SimilarCase;
import jirei.search.SimilarSection;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The distributed engine gives the same results as the embedded one: the shipped corpus and invented cases in three
 * shards on three nodes.
 */
@SuppressWarnings("NullAway.Init") // set before all tests
@Tag("cluster")
class ParityIT {
    private static final long SEED = 20_261_122;
    private static final int REQUESTS = Integer.getInteger("jirei.parity", 150);
    private static final int CASES = 60;
    private static final int CLIENTS = 3;
    /** Relative difference of scores due to the order of summation. */
    private static final double ROUNDING = 1e-5;

    /** Its figures come from the statistics. */
    private static final String TOWN = "{\"id\":\"town\",\"title\":\"看取り\",\"prefecture\":\"茨城県\",\"place\":\"つくば市\","
            + "\"sections\":[{\"id\":\"s1\",\"text\":\"看取りの記録\"}]}\n";

    @TempDir
    private static Path folder;

    private static SearchEngine embedded;
    private static SearchEngine distributed;
    private static List<CaseStudy> cases;
    private static List<SearchRequest> requests;

    @BeforeAll
    static void start() throws Exception {
        Nodes nodes = Nodes.shared();
        Path corpusFolder = InventedCorpus.in(folder.resolve("corpus"), CASES, SEED);
        Files.writeString(corpusFolder.resolve("town.jsonl"), TOWN);
        CorpusReader reader = CorpusReader.of(corpusFolder);
        EmbeddedIndex index = EmbeddedIndex.of(reader, folder.resolve("index"));
        index.rebuild(done -> {}, fault -> {});
        embedded = index.open();
        var corpus = new OpenSearchIndex(IndexSource.of(reader), nodes.settings("parity", 3, 1));
        corpus.build(done -> {}, fault -> {});
        distributed = corpus.open();
        cases = new ArrayList<>();
        for (CaseSummary summary : embedded.cases()) {
            cases.add(embedded.caseStudy(summary.id()).orElseThrow());
        }
        requests = new ParityRequests(cases, SEED).requests(REQUESTS);
    }

    @AfterAll
    static void stop() throws Exception {
        embedded.close();
        distributed.close();
    }

    /** Several searches at a time, since most of the time is spent waiting for nodes. */
    @Test
    void searchesGiveTheSameResults() throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> asked = new ArrayList<>();
            requests.forEach(request -> asked.add(clients.submit(() -> {
                assertSameResults(request);
                return request;
            })));
            for (Future<?> one : asked) {
                one.get();
            }
        }
    }

    private static void assertSameResults(SearchRequest request) throws IOException {
        SearchResults one = embedded.fill(request, embedded.search(request), true, Deadline.NONE);
        SearchResults other = distributed.fill(request, distributed.search(request), true, Deadline.NONE);

        assertThat(other.interpretation()).as("%s", request).isEqualTo(one.interpretation());
        assertThat(other.total()).as("%s", request).isEqualTo(one.total());
        assertThat(other.some()).as("%s", request).isEqualTo(one.some());
        assertThat(other.facets()).as("%s", request).isEqualTo(one.facets());
        assertThat(other.groups()).as("%s", request).isEqualTo(one.groups());
        assertThat(other.missingIndicators()).as("%s", request).isEqualTo(one.missingIndicators());
        assertThat(other.regionSimilarity()).as("%s", request).isEqualTo(one.regionSimilarity());
        assertSameHits(one.hits(), other.hits(), request.toString());
    }

    /**
     * The same sections in the same order, except that sections whose scores differ by rounding only may be swapped.
     */
    private static void assertSameHits(List<Hit> one, List<Hit> other, String request) {
        assertThat(other).as(request).hasSameSizeAs(one);
        for (int i = 0; i < one.size(); i++) {
            assertThat(other.get(i).score())
                    .as(request)
                    .isCloseTo(one.get(i).score(), within(one.get(i).score()));
        }
        if (!names(one).equals(names(other))) {
            assertThat(names(other).stream().sorted().toList())
                    .as(request)
                    .isEqualTo(names(one).stream().sorted().toList());
        }
        Comparator<Hit> byName = Comparator.comparing(ParityIT::name);
        List<Hit> shown = one.stream().sorted(byName).toList();
        List<Hit> same = other.stream().sorted(byName).toList();
        for (int i = 0; i < shown.size(); i++) {
            assertThat(same.get(i).textMatches())
                    .as(request)
                    .isEqualTo(shown.get(i).textMatches());
            assertThat(same.get(i).snippets())
                    .as(request)
                    .isEqualTo(shown.get(i).snippets());
            assertThat(same.get(i).headingMatches())
                    .as(request)
                    .isEqualTo(shown.get(i).headingMatches());
            assertThat(same.get(i).section()).as(request).isEqualTo(shown.get(i).section());
        }
    }

    private static Offset<Float> within(float score) {
        return Offset.offset((float) Math.max(ROUNDING, Math.abs(score) * ROUNDING));
    }

    private static List<String> names(List<Hit> hits) {
        return hits.stream().map(ParityIT::name).toList();
    }

    private static String name(Hit hit) {
        return hit.caseId() + "#" + hit.section().id();
    }

    @Test
    void crossTabsAndMatchingCasesAreTheSame() throws IOException {
        for (SearchRequest request : requests.subList(30, 50)) {
            assertThat(distributed.crossTab(request, Facet.ACTOR, Facet.THEME, Deadline.NONE))
                    .as("%s", request)
                    .isEqualTo(embedded.crossTab(request, Facet.ACTOR, Facet.THEME, Deadline.NONE));
            assertThat(distributed.matchingCaseIds(request, Deadline.NONE))
                    .as("%s", request)
                    .isEqualTo(embedded.matchingCaseIds(request, Deadline.NONE));
        }
    }

    @Test
    void casesAndTheirHighlightsAreTheSame() throws IOException {
        assertThat(distributed.cases()).isEqualTo(embedded.cases());
        for (int i = 0; i < 20; i++) {
            String id = cases.get(i * 7 % cases.size()).id();
            SearchRequest request = requests.get(i);

            assertThat(distributed.caseStudy(id)).isEqualTo(embedded.caseStudy(id));
            assertThat(distributed.highlight(id, request, Deadline.NONE))
                    .as("%s in %s", request, id)
                    .isEqualTo(embedded.highlight(id, request, Deadline.NONE));
        }
        assertThat(distributed.caseStudy("nowhere")).isEmpty();
        assertThat(distributed.casesOfMunicipality("大阪府村3")).isEqualTo(embedded.casesOfMunicipality("大阪府村3"));
        assertThat(distributed.casesOfMunicipality("茨城県大子町"))
                .isEqualTo(embedded.casesOfMunicipality("茨城県大子町"))
                .isNotEmpty();
    }

    @Test
    void scoreExplanationsAreTheSame() throws IOException {
        int explained = 0;
        for (SearchRequest request : requests.subList(0, 40)) {
            for (Hit hit : embedded.search(request).hits().stream().limit(1).toList()) {
                HitExplanation one = embedded.explain(
                                request, hit.caseId(), hit.section().id(), Deadline.NONE)
                        .orElseThrow();
                HitExplanation other = distributed
                        .explain(request, hit.caseId(), hit.section().id(), Deadline.NONE)
                        .orElseThrow();

                assertThat(other.score()).as("%s", request).isCloseTo(one.score(), Offset.offset(1e-3));
                assertThat(other.sections()).isEqualTo(one.sections());
                assertThat(other.words().stream().map(HitExplanation.WordMatch::sections))
                        .as("%s", request)
                        .containsExactlyElementsOf(one.words().stream()
                                .map(HitExplanation.WordMatch::sections)
                                .toList());
                assertThat(other.hit().snippets()).isEqualTo(one.hit().snippets());
                explained++;
            }
        }
        assertThat(explained).isGreaterThan(20);
    }

    @Test
    void similarSectionsAndCasesAreTheSame() throws IOException {
        var random = new Random(SEED);
        for (int i = 0; i < 10; i++) {
            CaseStudy of = cases.get(random.nextInt(cases.size()));
            String section = of.sections().getFirst().id();

            assertSameHits(
                    hits(embedded.similarSections(of.id(), section, 10, Deadline.NONE)),
                    hits(distributed.similarSections(of.id(), section, 10, Deadline.NONE)),
                    of.id());
            assertThat(distributed.similarCases(of.id(), 5, Deadline.NONE).stream()
                            .map(SimilarCase::id))
                    .as(of.id())
                    .containsExactlyElementsOf(embedded.similarCases(of.id(), 5, Deadline.NONE).stream()
                            .map(SimilarCase::id)
                            .toList());
            assertThat(distributed.similarCases(of.id(), 5, Deadline.NONE).stream()
                            .map(SimilarCase::words))
                    .as(of.id())
                    .containsExactlyElementsOf(embedded.similarCases(of.id(), 5, Deadline.NONE).stream()
                            .map(SimilarCase::words)
                            .toList());
        }
    }

    private static List<Hit> hits(List<SimilarSection> similar) {
        return similar.stream().map(SimilarSection::hit).toList();
    }

    @Test
    void suggestionsAreTheSame() throws IOException {
        for (String typed : List.of(
                "み", "mi", "看", "在宅", "医師会 ", "医師会 看", "灯台 渡", "\"看取", "県:お", "けあ", "訪問", "-看", "記録 OR で", "存在しない 看")) {
            assertThat(distributed.suggest(typed, 8, Deadline.NONE))
                    .as(typed)
                    .isEqualTo(embedded.suggest(typed, 8, Deadline.NONE));
        }
    }

    @Test
    void figuresFromStatisticsAreTheSame() throws IOException {
        assertThat(distributed.casesOfMunicipality("茨城県つくば市"))
                .isEqualTo(embedded.casesOfMunicipality("茨城県つくば市"))
                .singleElement()
                .satisfies(town -> assertThat(town.region().fromStatistics()).hasSize(5));
    }

    @Test
    void similarRegionsAreTheSame() throws IOException {
        for (CaseStudy one : cases.subList(0, 40)) {
            RegionFigures region = one.region();
            if (!region.figures().isEmpty()) {
                var weights = one.number() == null || one.number() % 2 == 0
                        ? RegionWeights.EQUAL
                        : new RegionWeights(Map.of(Indicator.POPULATION, 2.5, Indicator.DENSITY, 0.0));
                var comparison = new RegionComparison(region, weights, RegionComparison.ALL);
                assertThat(distributed.similarRegions(comparison, 10, Deadline.NONE))
                        .as(one.id())
                        .isEqualTo(embedded.similarRegions(comparison, 10, Deadline.NONE));
            }
        }
    }

    @Test
    void facetsThatTheCorpusDeclaresGiveTheSameResults() throws Exception {
        Facet budget = embedded.facets().ownFacets().get(0);
        Facet field = embedded.facets().ownFacets().get(1);
        Facet houses = embedded.facets().ownFacets().get(2);
        SearchRequest request = SearchRequest.of("灯台", embedded.facets());
        List<SearchRequest> asked = List.of(
                request,
                request.with(budget, "少し", "たくさん"),
                request.with(field, "防災"),
                request.with(field, "防災", "防災/避難所"),
                request.with(field, "防災/見守り/夜").with(budget, "かなり"),
                request.filteredBy(Filters.NONE.withExcluded(field, Set.of("防災/避難所"))),
                request.filteredBy(
                        Filters.NONE.withExcluded(houses, Set.of("3戸", "0戸")).withSelected(Facet.ACTOR, Set.of("医師会"))),
                request.groupedByCase(true).with(houses, "5戸"),
                SearchRequest.of("予算:少し 分野:防災", embedded.facets()),
                SearchRequest.of("研修 -家の数:1戸", embedded.facets()));
        for (SearchRequest one : asked) {
            assertSameResults(one);
            assertThat(embedded.search(one).facets().get(field)).as("%s", one).isNotEmpty();
            assertThat(distributed.crossTab(one, Facet.ACTOR, field, Deadline.NONE))
                    .as("%s", one)
                    .isEqualTo(embedded.crossTab(one, Facet.ACTOR, field, Deadline.NONE));
        }
        assertThat(distributed.facets()).isEqualTo(embedded.facets());
    }

    @Test
    void facetValuesAndStatusAreTheSame() {
        for (Facet facet : embedded.facets().all()) {
            assertThat(distributed.facetValues(facet)).isEqualTo(embedded.facetValues(facet));
        }
        IndexStatus one = embedded.status();
        IndexStatus other = distributed.status();

        // files and segments exist in the embedded index only
        assertThat(other.size()).isEqualTo(IndexSize.NONE);
        assertThat(other).usingRecursiveComparison().ignoringFields("size").isEqualTo(one);
    }
}
