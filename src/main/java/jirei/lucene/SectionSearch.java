package jirei.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.Like;
import jirei.query.QueryExpression;
import jirei.query.QueryParser;
import jirei.query.SearchRequest;
import jirei.search.CaseGroup;
import jirei.search.Explanation;
import jirei.search.Explanation.WordMatch;
import jirei.search.FacetLabel;
import jirei.search.FacetMatrix;
import jirei.search.Hit;
import jirei.search.SearchResults;
import jirei.search.SearchTimeoutException;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.taxonomy.TaxonomyReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/** Answers one request: widens where nothing is found, counts every facet sideways, shows the hits of the page. */
final class SectionSearch {
    private final IndexSearcher searcher;
    private final QueryLexicon lexicon;
    private final SectionSets sets;
    private final LazyCorrector corrector;
    private final Hits hits;
    private final AlikeSearch alike;
    private final Narrowing narrowing;
    private final CaseGroups caseGroups;
    private final FacetOrder facetOrder;
    private @Nullable FacetColumns columns;

    SectionSearch(
            IndexSearcher searcher,
            QueryLexicon lexicon,
            SectionSets sets,
            List<VocabularyEntry> vocabulary,
            Hits hits,
            FacetOrder facetOrder) {
        this.corrector = new LazyCorrector(vocabulary, lexicon);
        this.searcher = searcher;
        this.lexicon = lexicon;
        this.sets = sets;
        this.hits = hits;
        this.alike = new AlikeSearch(searcher);
        this.narrowing = new Narrowing(searcher, alike);
        this.caseGroups = new CaseGroups(searcher);
        this.facetOrder = facetOrder;
    }

    SearchResults search(SearchRequest request) throws IOException {
        long start = System.nanoTime();
        try {
            return searched(request, start);
        } catch (SearchTimeoutException e) {
            return UnfinishedSearch.results(request, (System.nanoTime() - start) / 1_000_000);
        }
    }

    private SearchResults searched(SearchRequest request, long start) throws IOException {
        var queries = new SectionQueries(lexicon, request.matching(), Weights.MEASURED);
        Asked asked = asked(request, queries);
        var expression = asked.interpretation().query().expression();
        Query scored = asked.scored();
        DrillDownQuery narrowed = narrowing.narrowed(scored, request.filters());
        Found found = find(narrowed, request);
        CaseGroups.GroupedPage page = request.byCase()
                ? caseGroups.page(narrowed, request)
                : new CaseGroups.GroupedPage(found.page(), List.of());
        return new SearchResults(
                asked.interpretation(),
                UnfinishedSearch.total(columns().total(found.matching())),
                show(queries, expression, page, request),
                found.facets(),
                page.groups(),
                narrowing.unknown(scored, request.filters()),
                likeness(request, page.hits()),
                (System.nanoTime() - start) / 1_000_000);
    }

    private Asked asked(SearchRequest request, SectionQueries queries) throws IOException {
        return Asked.of(request, sets.forRequest(), queries, corrector);
    }

    /** How much {@code request} finds for each pair of values of two facets. */
    FacetMatrix matrix(SearchRequest request, Facet rows, Facet columns) throws IOException {
        Filters filters = request.filters();
        return MatrixCounts.of(
                rows, columns, matching(request, filters.without(rows).without(columns)), filters);
    }

    /** The ids of the cases in which {@code request} finds something. */
    Set<String> cases(SearchRequest request) throws IOException {
        return MatrixCounts.cases(matching(request, request.filters()));
    }

    private Collection<MatchingDocs> matching(SearchRequest request, Filters filters) throws IOException {
        var queries = new SectionQueries(lexicon, request.matching(), Weights.MEASURED);
        Query narrowed = narrowing.narrowed(asked(request, queries).scored(), filters);
        return searcher.search(narrowed, new FacetsCollectorManager()).getMatchingDocs();
    }

    /** Why the section of the document {@code doc} answers {@code request}. */
    Explanation explain(SearchRequest request, int doc) throws IOException {
        var queries = new SectionQueries(lexicon, request.matching(), Weights.MEASURED);
        var gate = new Gate(sets.forRequest(), queries);
        var expression = QueryParser.parse(request.query()).expression();
        List<WordMatch> words = new Explaining(query -> score(query, doc), queries, gate).words(expression);
        float score = (float) words.stream().mapToDouble(WordMatch::points).sum();
        var hit = hits.show(queries, expression, List.of(new FieldDoc(doc, score, new Object[] {score})), 0)
                .getFirst();
        return new Explanation(hit, sets.all().size(), words);
    }

    private double score(Query query, int doc) throws IOException {
        var explanation = searcher.explain(query, doc);
        return explanation.isMatch() ? explanation.getValue().doubleValue() : 0;
    }

    /** Hits under a case have the rank of their case. */
    private List<Hit> show(
            SectionQueries queries, QueryExpression expression, CaseGroups.GroupedPage page, SearchRequest request)
            throws IOException {
        int from = (request.page() - 1) * request.size();
        List<Hit> shown = hits.show(queries, expression, page.hits(), from);
        if (!request.byCase()) {
            return shown;
        }
        List<Hit> ranked = new ArrayList<>();
        for (CaseGroup group : page.groups()) {
            from++;
            for (int i = 0; i < group.shown(); i++) {
                ranked.add(shown.get(ranked.size()).ranked(from));
            }
        }
        return ranked;
    }

    private Map<String, Integer> likeness(SearchRequest request, List<ScoreDoc> shown) throws IOException {
        Like like = request.filters().like();
        return like == null ? Map.of() : alike.percents(like.region(), shown);
    }

    /** The hits of the page, all that matches, and the labels of every facet. */
    private record Found(List<ScoreDoc> page, Collection<MatchingDocs> matching, Map<Facet, List<FacetLabel>> facets) {}

    private Found find(DrillDownQuery narrowed, SearchRequest request) throws IOException {
        int most = request.byCase() ? 1 : request.page() * request.size();
        var top = new TopFieldCollectorManager(
                HitOrder.ofSections(request.sort(), request.filters()), most, null, Integer.MAX_VALUE);
        var all = TimeLimited.of(new MultiCollectorManager(top, new FacetsCollectorManager()));
        List<Facet> set = Narrowing.facets(request.filters());
        if (set.isEmpty()) {
            return found(searcher.search(narrowed.getBaseQuery(), all), set, List.of(), request);
        }
        List<FacetsCollectorManager> sideways =
                set.stream().map(facet -> new FacetsCollectorManager()).toList();
        DrillSideways.Result<Object[], FacetsCollector> answer =
                new DrillSideways(searcher, new FacetsConfig(), (TaxonomyReader) null).search(narrowed, all, sideways);
        return found(answer.drillDownResult(), set, answer.drillSidewaysResults(), request);
    }

    private Found found(Object[] answer, List<Facet> set, List<FacetsCollector> sideways, SearchRequest request)
            throws IOException {
        List<ScoreDoc> top = List.of(((TopFieldDocs) answer[0]).scoreDocs);
        Collection<MatchingDocs> matching = ((FacetsCollector) answer[1]).getMatchingDocs();
        Map<Facet, List<FacetLabel>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            int beside = set.indexOf(facet);
            Collection<MatchingDocs> counted =
                    beside < 0 ? matching : sideways.get(beside).getMatchingDocs();
            List<FacetLabel> labels = columns().labels(facet, counted, request.filters());
            facets.put(facet, labels.stream().sorted(facetOrder.of(facet)).toList());
        }
        int from = Math.min((request.page() - 1) * request.size(), top.size());
        return new Found(top.subList(from, top.size()), matching, facets);
    }

    /** Read for the first request that counts something. */
    private synchronized FacetColumns columns() throws IOException {
        FacetColumns known = columns;
        if (known == null) {
            known = FacetColumns.of(searcher.getIndexReader(), sets.cases());
            columns = known;
        }
        return known;
    }

    /** Made for the first word that may be misspelt: most questions have none. */
    static final class LazyCorrector implements Supplier<Corrector> {
        private final List<VocabularyEntry> vocabulary;
        private final QueryLexicon lexicon;
        private @Nullable Corrector made;

        LazyCorrector(List<VocabularyEntry> vocabulary, QueryLexicon lexicon) {
            this.vocabulary = vocabulary;
            this.lexicon = lexicon;
        }

        @Override
        public synchronized Corrector get() {
            Corrector known = made;
            if (known == null) {
                known = Corrector.of(vocabulary, lexicon);
                made = known;
            }
            return known;
        }
    }
}
