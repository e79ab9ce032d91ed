package jirei.engine;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import jirei.analysis.SynonymLexicon;
import jirei.cases.CaseStudy;
import jirei.cases.RegionStatistics;
import jirei.corpus.lexicon.Lexicon;
import jirei.engine.advice.NoHitsAdvisor;
import jirei.engine.backend.BackendHit;
import jirei.engine.backend.BackendRequest;
import jirei.engine.backend.BackendResponse;
import jirei.engine.backend.FilteredMatches;
import jirei.engine.backend.HighlightReader;
import jirei.engine.backend.IndexAccess;
import jirei.engine.backend.SearchBackend;
import jirei.engine.backend.StoredCase;
import jirei.engine.highlight.CaseHighlighter;
import jirei.engine.highlight.HitLoader;
import jirei.engine.highlight.RequestPatterns;
import jirei.engine.highlight.TextHighlighter;
import jirei.engine.match.MatchEvaluator;
import jirei.engine.match.ScoreExplainer;
import jirei.engine.query.FieldBoosts;
import jirei.engine.query.QueryAnalyzer;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.similar.MoreLikeThisSearch;
import jirei.engine.similar.RegionSimilaritySearch;
import jirei.engine.sort.FacetCountOrder;
import jirei.engine.spell.LazyCorrectionCandidates;
import jirei.engine.vocabulary.Suggester;
import jirei.engine.vocabulary.Vocabulary;
import jirei.query.Facet;
import jirei.query.FacetScheme;
import jirei.query.Filters;
import jirei.query.HitLayout;
import jirei.query.QueryExpression;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import jirei.search.CaseSummary;
import jirei.search.ContextCount;
import jirei.search.Deadline;
import jirei.search.FacetCrossTab;
import jirei.search.HighlightedCase;
import jirei.search.Hit;
import jirei.search.HitCount;
import jirei.search.HitExplanation;
import jirei.search.HitExplanation.WordMatch;
import jirei.search.IndexStatus;
import jirei.search.InfixCount;
import jirei.search.MatchRange;
import jirei.search.NoHitsAdvice;
import jirei.search.RegionMatch;
import jirei.search.Relaxation;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.SearchTimeoutException;
import jirei.search.SimilarCase;
import jirei.search.SimilarSection;
import jirei.search.Suggestion;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;

/**
 * Executes requests over one snapshot of an index: resolves the query, filters, loads the page, counts, highlights and
 * explains. The only implementation of {@link SearchEngine}; back ends differ behind {@link SearchBackend}.
 * Thread-safe.
 *
 * @param <S> the doc set type of the back end
 */
public final class QueryEngine<S> implements SearchEngine {
    static {
        // Query length is bounded; the longest queries produce about ten terms per character over all fields.
        IndexSearcher.setMaxClauseCount(20 * SearchRequest.MAX_QUERY_LENGTH);
    }

    /** The number of cases of similar regions that are offered instead of an absent place. */
    private static final int SIMILAR_REGIONS = 3;

    private final SearchBackend<S> backend;
    private final Analyzer analyzer;
    private final QueryAnalyzer queryAnalyzer;
    private final RegionStatistics statistics;
    private final Supplier<Vocabulary> vocabulary;
    private final LazyCorrectionCandidates candidates;
    private final FacetCountOrder facetOrder;
    private final QueryRewriter rewriter;
    private final ResultCounter<S> counter;
    private final ResolvedQueryCache<S> resolvedQueries;
    private final CaseSummaries caseSummaries;
    private final PageLoader<S> loader;
    private final SomeWordsSearch<S> someWords;

    /**
     * Creates an engine over {@code backend}.
     *
     * @param backend closed with this engine
     * @param analyzer the index-time analyzer of every field
     * @param synonyms the synonyms of query words
     * @param lexicon supplies the actors and the order of their labels
     * @param statistics the statistics that the index was built with
     * @param vocabulary loaded on first use, by suggestions and spelling correction
     */
    public QueryEngine(
            SearchBackend<S> backend,
            Analyzer analyzer,
            SynonymLexicon synonyms,
            Lexicon lexicon,
            RegionStatistics statistics,
            Supplier<Vocabulary> vocabulary) {
        this.backend = backend;
        this.analyzer = analyzer;
        this.queryAnalyzer = new QueryAnalyzer(analyzer, synonyms);
        this.statistics = statistics;
        this.vocabulary = vocabulary;
        this.candidates = new LazyCorrectionCandidates(vocabulary, queryAnalyzer);
        this.facetOrder = FacetCountOrder.of(lexicon);
        this.rewriter = new QueryRewriter(lexicon.actors(), facetOrder);
        this.caseSummaries = new CaseSummaries(backend);
        this.resolvedQueries = ResolvedQueryCache.forSections(backend.status().sections());
        this.counter = new ResultCounter<>(backend, this::queryFactory);
        this.loader = new PageLoader<>(backend, analyzer, facets(), this::queryFactory);
        this.someWords = new SomeWordsSearch<>(backend, counter, loader, facetOrder, this::queryFactory);
    }

    private RequestQueryFactory queryFactory(SearchRequest request, IndexAccess<S> index) {
        return new RequestQueryFactory(
                queryAnalyzer.withCounts(index::count), request.expansionOptions(), FieldBoosts.TUNED);
    }

    private QueryExpression rewritten(SearchRequest request) throws IOException {
        return backend.evaluate(Deadline.NONE, index -> rewriter.rewrite(request.query(), queryFactory(request, index))
                .expression());
    }

    private ResolvedQuery<S> resolve(SearchRequest request, Deadline deadline) throws IOException {
        // build the queries anew in each run: they may depend on a placeholder count
        return resolvedQueries.get(
                request,
                () -> backend.evaluate(
                        deadline,
                        index -> ResolvedQuery.resolve(
                                request.query(), index, queryFactory(request, index), candidates, rewriter)));
    }

    private FilteredMatches<S> filter(ResolvedQuery<S> resolved, Filters filters, Deadline deadline)
            throws IOException {
        return counter.filter(resolved.matches().all(), filters, deadline);
    }

    private RegionSimilaritySearch regions(IndexAccess<S> index) {
        return new RegionSimilaritySearch(index, backend::indicators);
    }

    @Override
    public SearchResults search(SearchRequest request, Deadline deadline) throws IOException {
        long start = System.nanoTime();
        try {
            return search(request, deadline, start);
        } catch (SearchTimeoutException e) {
            return PartialResults.empty(request, millisSince(start));
        }
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private SearchResults search(SearchRequest request, Deadline deadline, long start) throws IOException {
        ResolvedQuery<S> resolved = resolve(request, deadline);
        FilteredMatches<S> matches = filter(resolved, request.filters(), deadline);
        BackendResponse page =
                backend.search(new BackendRequest<>(request, matches, resolved.scoringClauses()), deadline);
        HitCount found = page.total();
        var infix = deadline.isPartial()
                ? List.<InfixCount>of()
                : counter.infixCounts(request, resolved, found.sections(), deadline);
        // before isPartial: these may expire the deadline
        var missing = counter.missingIndicators(resolved, request.filters(), deadline);
        ContextCount context = counter.contextCount(resolved, request.filters(), deadline);
        List<Hit> hits = hits(request, resolved, page, context.listed() > 0, deadline);
        HitCount total = deadline.isPartial() ? found.asLowerBound() : found;
        boolean isEmpty = total.sections() == 0 && total.exact();
        return new SearchResults(
                resolved.interpretation(),
                total,
                null,
                Map.of(),
                context,
                infix,
                hits,
                facetOrder.labels(page.facetCounts(), request.filters()),
                page.groups(),
                missing,
                counter.similarities(request.filters().comparison(), page.hits()),
                isEmpty ? advice(request, resolved, deadline) : NoHitsAdvice.NONE,
                millisSince(start));
    }

    private List<Hit> hits(
            SearchRequest request,
            ResolvedQuery<S> resolved,
            BackendResponse page,
            boolean hasContextOnly,
            Deadline deadline)
            throws IOException {
        int rankOffset = (request.page() - 1) * request.size();
        Set<String> contextOnly = hasContextOnly
                ? counter.contextOnlyCases(resolved.matches().contextOnly(), page.hits(), deadline)
                : Set.of();
        List<Hit> hits =
                loader.load(resolved.patterns(), request.layout(), page.hits(), page.groups(), rankOffset, contextOnly);
        return resolved.interpretation().relaxation() == Relaxation.ANY_WORD
                ? hits.stream().map(Hit::withSomeWords).toList()
                : hits;
    }

    @Override
    public SearchResults fill(SearchRequest request, SearchResults results, boolean hasFacets, Deadline deadline)
            throws IOException {
        if (!SomeWordsSearch.hasRoom(request, results)) {
            return results;
        }
        try {
            return someWords.fill(request, resolve(request, deadline), results, hasFacets, deadline);
        } catch (SearchTimeoutException e) {
            return results;
        }
    }

    /** Returns no advice if the deadline expires. */
    private NoHitsAdvice advice(SearchRequest request, ResolvedQuery<S> resolved, Deadline deadline)
            throws IOException {
        var options = request.expansionOptions().verbatim(false);
        try {
            NoHitsAdvice advice = backend.evaluate(deadline, index -> new NoHitsAdvisor<>(
                            index,
                            counter.filters(index),
                            queryFactory(request.with(options), index),
                            candidates,
                            other -> rewriter.rewrite(other, queryFactory(request.with(options), index)))
                    .advise(
                            request,
                            resolved.interpretation(),
                            resolved.matches().all()));
            Optional<RegionComparison> like =
                    advice.comparison(request.filters().comparison(), statistics);
            return like.isEmpty()
                    ? advice
                    : advice.withSimilarRegions(similarRegions(like.get(), SIMILAR_REGIONS, deadline));
        } catch (SearchTimeoutException e) {
            return NoHitsAdvice.NONE;
        }
    }

    @Override
    public FacetCrossTab crossTab(SearchRequest request, Facet rows, Facet columns, Deadline deadline)
            throws IOException {
        Filters filters = request.filters();
        FilteredMatches<S> matches =
                filter(resolve(request, deadline), filters.without(rows).without(columns), deadline);
        return backend.crossTab(matches, rows, columns, filters, deadline);
    }

    @Override
    public Set<String> matchingCaseIds(SearchRequest request, Deadline deadline) throws IOException {
        return backend.matchingCaseIds(filter(resolve(request, deadline), request.filters(), deadline), deadline);
    }

    @Override
    public Optional<CaseStudy> caseStudy(String id) throws IOException {
        return backend.storedCase(id).map(StoredCase::caseStudy);
    }

    @Override
    public Optional<HighlightedCase> highlight(String id, SearchRequest request, Deadline deadline) throws IOException {
        Optional<StoredCase> found = backend.storedCase(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        RequestPatterns patterns = loader.patterns(request, rewritten(request), deadline);
        try (HighlightReader reader = backend.highlightReader(found.get().sections())) {
            return Optional.of(new CaseHighlighter(reader, analyzer, deadline)
                    .highlight(found.get().caseStudy(), patterns));
        }
    }

    @Override
    public List<MatchRange> matches(String text, SearchRequest request, Deadline deadline) throws IOException {
        return TextHighlighter.matches(text, loader.patterns(request, rewritten(request), deadline), analyzer);
    }

    @Override
    public Optional<HitExplanation> explain(SearchRequest request, String caseId, String sectionId, Deadline deadline)
            throws IOException {
        Optional<StoredCase> found = backend.storedCase(caseId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt position = found.get().caseStudy().position(sectionId);
        return position.isEmpty()
                ? Optional.empty()
                : Optional.of(explain(request, found.get().sections().get(position.getAsInt()), deadline));
    }

    private HitExplanation explain(SearchRequest request, BackendHit section, Deadline deadline) throws IOException {
        QueryExpression expression = rewritten(request);
        List<WordMatch> words = backend.evaluate(deadline, index -> {
            RequestQueryFactory factory = queryFactory(request, index);
            return new ScoreExplainer(
                            query -> index.score(query, section), factory, new MatchEvaluator<>(index, factory))
                    .words(expression);
        });
        float score = (float) words.stream().mapToDouble(WordMatch::score).sum();
        // outside the evaluation, which may run several times: loading reads documents
        RequestPatterns patterns = loader.patterns(request, expression, deadline);
        Hit hit = loader.load(patterns, HitLayout.SECTIONS, List.of(section.withScore(score)), List.of(), 0, Set.of())
                .getFirst();
        long sections = backend.evaluate(deadline, index -> index.size(index.all()));
        return new HitExplanation(hit, sections, words);
    }

    @Override
    public List<SimilarSection> similarSections(String caseId, String sectionId, int limit, Deadline deadline)
            throws IOException {
        Optional<CaseStudy> found = caseStudy(caseId);
        return found.isEmpty()
                ? List.of()
                : backend.evaluate(deadline, index -> similar(index).sections(found.get(), sectionId, limit));
    }

    @Override
    public List<SimilarCase> similarCases(String caseId, int limit, Deadline deadline) throws IOException {
        Optional<CaseStudy> found = caseStudy(caseId);
        return found.isEmpty()
                ? List.of()
                : backend.evaluate(deadline, index -> similar(index).cases(found.get(), limit));
    }

    private MoreLikeThisSearch similar(IndexAccess<S> index) {
        return new MoreLikeThisSearch(index, analyzer, new HitLoader(backend::documents, facets()));
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit, Deadline deadline) throws IOException {
        List<Suggestion> suggestions = backend.evaluate(
                deadline, index -> new Suggester(queryAnalyzer.withCounts(index::count), vocabulary, facets())
                        .suggest(typed, limit, index::matchesAny));
        return counter.counted(suggestions, facets(), request -> resolve(request, deadline), deadline);
    }

    @Override
    public List<RegionMatch> similarRegions(RegionComparison comparison, int limit, Deadline deadline)
            throws IOException {
        List<BackendHit> best =
                backend.evaluate(deadline, index -> regions(index).best(comparison, limit));
        return RegionMatch.ranked(comparison, backend.summaries(best));
    }

    @Override
    public RegionStatistics statistics() {
        return statistics;
    }

    @Override
    public List<CaseSummary> casesOfMunicipality(String name) throws IOException {
        return caseSummaries.ofMunicipality(name);
    }

    @Override
    public List<CaseSummary> cases() throws IOException {
        return caseSummaries.all();
    }

    @Override
    public Set<String> facetValues(Facet facet) {
        return facetOrder.values(facet);
    }

    @Override
    public FacetScheme facets() {
        return facetOrder.scheme();
    }

    @Override
    public IndexStatus status() {
        return backend.status();
    }

    @Override
    public void close() throws IOException {
        backend.close();
    }
}
