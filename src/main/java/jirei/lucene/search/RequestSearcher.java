package jirei.lucene.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import jirei.cases.Indicator;
import jirei.engine.PartialResults;
import jirei.engine.ResolvedQuery;
import jirei.engine.ResolvedQueryCache;
import jirei.engine.backend.DocSet;
import jirei.engine.highlight.HitLoader;
import jirei.engine.match.FilterEvaluator;
import jirei.engine.match.MatchEvaluator;
import jirei.engine.match.ScoreExplainer;
import jirei.engine.query.FieldBoosts;
import jirei.engine.query.QueryAnalyzer;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.similar.RegionSimilaritySearch;
import jirei.engine.sort.FacetCountOrder;
import jirei.engine.sort.HitSorts;
import jirei.engine.spell.LazyCorrectionCandidates;
import jirei.engine.vocabulary.Vocabulary;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.QueryExpression;
import jirei.query.QueryParser;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import jirei.search.FacetCount;
import jirei.search.FacetCrossTab;
import jirei.search.Hit;
import jirei.search.HitExplanation;
import jirei.search.HitExplanation.WordMatch;
import jirei.search.SearchResults;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.FixedBitSet;

/** Answers one request: widens where nothing is found, counts every facet sideways, shows the hits of the page. */
public final class RequestSearcher {
    private final IndexSearcher searcher;
    private final SlicedIndexSearcher parts;
    private final QueryAnalyzer lexicon;
    private final BitDocSets sets;
    private final LazyCorrectionCandidates corrector;
    private final HitLoader hits;
    private final RegionSimilaritySearch alike;
    private final FilterEvaluator narrowing;
    private final CaseGrouping caseGroups;
    private final FacetCountOrder facetOrder;
    private final ResolvedQueryCache questions = new ResolvedQueryCache();
    private final AsyncSupplier<FacetCounter> facetColumns;

    public RequestSearcher(
            IndexSearcher searcher,
            SlicedIndexSearcher parts,
            QueryAnalyzer lexicon,
            BitDocSets sets,
            Supplier<Vocabulary> vocabulary,
            HitLoader hits,
            FacetCountOrder facetOrder) {
        this.corrector = new LazyCorrectionCandidates(vocabulary, lexicon);
        this.searcher = searcher;
        this.parts = parts;
        this.lexicon = lexicon;
        this.sets = sets;
        this.hits = hits;
        this.alike = new RegionSimilaritySearch(searcher);
        this.narrowing = new FilterEvaluator(alike);
        this.caseGroups = new CaseGrouping(searcher);
        this.facetOrder = facetOrder;
        this.facetColumns = AsyncSupplier.of("facets", () -> FacetCounter.of(searcher.getIndexReader(), sets.cases()));
    }

    public SearchResults search(SearchRequest request) throws IOException {
        return PartialResults.orNothing(request, start -> searched(request, start));
    }

    private SearchResults searched(SearchRequest request, long start) throws IOException {
        var queries = new RequestQueryFactory(lexicon, request.expansionOptions(), FieldBoosts.TUNED);
        BitDocSets ofRequest = sets.forRequest();
        ResolvedQuery asked = questions.of(request, one -> ResolvedQuery.of(one, ofRequest, queries, corrector));
        var expression = asked.interpretation().query().expression();
        Filters filters = request.filters();
        FilterEvaluator.Filtered narrowed = narrowing.filter(asked.matches(), filters, ofRequest);
        Query scored = narrowed.matches().scoringQuery(asked.scoringClauses());
        CaseGrouping.GroupedPage page = request.byCase()
                ? caseGroups.page(scored, request)
                : new CaseGrouping.GroupedPage(page(scored, request), List.of());
        return new SearchResults(
                asked.interpretation(),
                PartialResults.total(facetColumns.get().total(BitDocSets.bits(narrowed.matches()))),
                show(queries, expression, page, request),
                facets(narrowed, filters),
                page.groups(),
                casesOf(narrowing.missingIndicator(asked.matches(), filters, ofRequest)),
                likeness(request, page.hits()),
                PartialResults.millisSince(start));
    }

    private List<ScoreDoc> page(Query scored, SearchRequest request) throws IOException {
        int limit = request.page() * request.size();
        var best = new TopFieldCollectorManager(
                HitSorts.ofSections(request.sort(), request.filters()), limit, null, limit);
        List<ScoreDoc> top = List.of(parts.search(scored, TimeLimitedCollectorManager.of(best)).scoreDocs);
        return top.subList(Math.min(limit - request.size(), top.size()), top.size());
    }

    private Map<Facet, List<FacetCount>> facets(FilterEvaluator.Filtered narrowed, Filters filters) throws IOException {
        Set<Facet> free = EnumSet.allOf(Facet.class);
        free.removeAll(narrowed.sidewaysBases().keySet());
        var counts =
                facetColumns.get().counts(free, BitDocSets.bits(narrowed.matches()), filters, parts.getTaskExecutor());
        for (var beside : narrowed.sidewaysBases().entrySet()) {
            counts.putAll(
                    facetColumns.get().counts(Set.of(beside.getKey()), BitDocSets.bits(beside.getValue()), filters));
        }
        Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
        counts.forEach((facet, ofFacet) -> facets.put(facet, facetOrder.labels(facet, ofFacet, filters)));
        return facets;
    }

    private Map<Indicator, Long> casesOf(Map<Indicator, DocSet> sections) throws IOException {
        Map<Indicator, Long> cases = new EnumMap<>(Indicator.class);
        for (var one : sections.entrySet()) {
            long found =
                    facetColumns.get().total(BitDocSets.bits(one.getValue())).cases();
            if (found > 0) {
                cases.put(one.getKey(), found);
            }
        }
        return cases;
    }

    /** How much {@code request} finds for each pair of values of two facets. */
    public FacetCrossTab matrix(SearchRequest request, Facet rows, Facet columns) throws IOException {
        Filters filters = request.filters();
        FixedBitSet sections = matching(request, filters.without(rows).without(columns));
        return facetColumns.get().matrix(rows, columns, sections, filters);
    }

    /** The ids of the cases in which {@code request} finds something. */
    public Set<String> cases(SearchRequest request) throws IOException {
        return facetColumns.get().caseIds(matching(request, request.filters()));
    }

    private FixedBitSet matching(SearchRequest request, Filters filters) throws IOException {
        var queries = new RequestQueryFactory(lexicon, request.expansionOptions(), FieldBoosts.TUNED);
        BitDocSets ofRequest = sets.forRequest();
        ResolvedQuery asked = questions.of(request, one -> ResolvedQuery.of(one, ofRequest, queries, corrector));
        return BitDocSets.bits(
                narrowing.filter(asked.matches(), filters, ofRequest).matches());
    }

    /** Why the section of the document {@code doc} answers {@code request}. */
    public HitExplanation explain(SearchRequest request, int doc) throws IOException {
        var queries = new RequestQueryFactory(lexicon, request.expansionOptions(), FieldBoosts.TUNED);
        var gate = new MatchEvaluator(sets.forRequest(), queries);
        var expression = QueryParser.parse(request.query()).expression();
        List<WordMatch> words = new ScoreExplainer(query -> score(query, doc), queries, gate).words(expression);
        float score = (float) words.stream().mapToDouble(WordMatch::score).sum();
        var hit = hits.show(queries, expression, List.of(new FieldDoc(doc, score, new Object[] {score})), 0)
                .getFirst();
        return new HitExplanation(hit, sets.all().size(), words);
    }

    private double score(Query query, int doc) throws IOException {
        var explanation = searcher.explain(query, doc);
        return explanation.isMatch() ? explanation.getValue().doubleValue() : 0;
    }

    private List<Hit> show(
            RequestQueryFactory queries,
            QueryExpression expression,
            CaseGrouping.GroupedPage page,
            SearchRequest request)
            throws IOException {
        int from = (request.page() - 1) * request.size();
        return HitLoader.underCases(hits.show(queries, expression, page.hits(), from), page.groups(), from);
    }

    private Map<String, Integer> likeness(SearchRequest request, List<ScoreDoc> shown) throws IOException {
        RegionComparison like = request.filters().comparison();
        return like == null ? Map.of() : alike.percents(like.region(), shown);
    }
}
