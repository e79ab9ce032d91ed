package jirei.engine.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jirei.analysis.SynonymLexicon;
import jirei.cases.CaseStudy;
import jirei.cases.Indicator;
import jirei.cases.RegionFigures;
import jirei.cases.RegionSimilarity;
import jirei.cases.Section;
import jirei.corpus.lexicon.Lexicon;
import jirei.engine.PartialResults;
import jirei.engine.ResolvedQuery;
import jirei.engine.ResolvedQueryCache;
import jirei.engine.highlight.CaseHighlighter;
import jirei.engine.highlight.HitLoader;
import jirei.engine.match.FilterEvaluator;
import jirei.engine.match.MatchEvaluator;
import jirei.engine.match.ScoreExplainer;
import jirei.engine.query.FieldBoosts;
import jirei.engine.query.KatakanaRestorer;
import jirei.engine.query.QueryAnalyzer;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.remote.SearchBackend.Answer;
import jirei.engine.remote.SearchBackend.Axis;
import jirei.engine.remote.SearchBackend.Found;
import jirei.engine.remote.SearchBackend.Question;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.schema.IndexField;
import jirei.engine.schema.SchemaQueries;
import jirei.engine.similar.MoreLikeThisSearch;
import jirei.engine.similar.RegionSimilaritySearch;
import jirei.engine.sort.CaseSorts;
import jirei.engine.sort.FacetCountOrder;
import jirei.engine.sort.HitSorts;
import jirei.engine.sort.RegionSimilaritySource;
import jirei.engine.spell.LazyCorrectionCandidates;
import jirei.engine.vocabulary.Suggester;
import jirei.engine.vocabulary.Vocabulary;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.QueryParser;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import jirei.search.CaseSummary;
import jirei.search.Deadline;
import jirei.search.FacetCount;
import jirei.search.FacetCrossTab;
import jirei.search.FacetCrossTab.Cell;
import jirei.search.HighlightedCase;
import jirei.search.Hit;
import jirei.search.HitCount;
import jirei.search.HitExplanation;
import jirei.search.HitExplanation.WordMatch;
import jirei.search.IndexStatus;
import jirei.search.RegionMatch;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.SearchTimeoutException;
import jirei.search.SimilarCase;
import jirei.search.Suggestion;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * An engine whose index lies elsewhere. Queries are understood, words weighed and texts marked here, by what the embedded engine does
 * it with; what matches, in what order and how much of it, the index says.
 */
final class RemoteEngine implements SearchEngine {
    private static final int SHOWN_OF_CASE = 3;
    private static final int MAX_CASES = 1_000;

    private final SearchBackend index;
    private final Lexicon lexicon;
    private final Analyzer analyzer;
    private final SynonymLexicon synonyms;
    private final Vocabulary vocabulary;
    private final LazyCorrectionCandidates corrector;
    private final FacetCountOrder facetOrder;
    private final CountCache counts = new CountCache();
    private final ResolvedQueryCache questions = new ResolvedQueryCache();
    private volatile @Nullable List<CaseSummary> allCases;

    RemoteEngine(
            SearchBackend index, Lexicon lexicon, Analyzer analyzer, SynonymLexicon synonyms, Vocabulary vocabulary) {
        this.index = index;
        this.lexicon = lexicon;
        this.analyzer = analyzer;
        this.synonyms = synonyms;
        this.vocabulary = vocabulary;
        this.facetOrder = FacetCountOrder.of(lexicon);
        var spelledAsTyped = new QueryAnalyzer(analyzer, synonyms, new KatakanaRestorer(query -> 0));
        this.corrector = new LazyCorrectionCandidates(() -> vocabulary, spelledAsTyped);
    }

    private BatchedEvaluation run() {
        return new BatchedEvaluation(index, counts);
    }

    private QueryAnalyzer lexicon(BatchedEvaluation run) {
        return new QueryAnalyzer(analyzer, synonyms, new KatakanaRestorer(run::count));
    }

    private ResolvedQuery understand(SearchRequest request) throws IOException {
        return questions.of(request, asked -> {
            BatchedEvaluation run = run();
            // queries anew each time, since a guess may have gone into them
            return run.evaluate(() -> ResolvedQuery.of(asked, run, queries(asked, run), corrector));
        });
    }

    private RequestQueryFactory queries(SearchRequest request, BatchedEvaluation run) {
        return new RequestQueryFactory(lexicon(run), request.expansionOptions(), FieldBoosts.TUNED);
    }

    @Override
    public SearchResults search(SearchRequest request) throws IOException {
        return PartialResults.orNothing(request, start -> searched(request, start));
    }

    private SearchResults searched(SearchRequest request, long start) throws IOException {
        ResolvedQuery asked = understand(request);
        Filters filters = request.filters();
        int from = (request.page() - 1) * request.size();
        Answer answer = index.search(new Question(
                within(asked.scoringQuery(), filters),
                dimensions(filters),
                excluded(filters),
                HitSorts.ofSections(request.sort(), filters),
                from,
                request.size(),
                request.byCase() ? SHOWN_OF_CASE : 0));
        Map<Indicator, Long> unknown = unknown(asked.scoringQuery(), filters); // first: it may find the time over
        return new SearchResults(
                asked.interpretation(),
                PartialResults.total(answer.total()),
                show(request, asked, answer, from),
                facets(answer, filters),
                answer.groups(),
                unknown,
                StoredIndicators.likeness(filters.comparison(), answer.hits()),
                PartialResults.millisSince(start));
    }

    private Query within(Query query, Filters filters) throws IOException {
        RegionComparison like = filters.comparison();
        Query sections = like == null || like.top() == RegionComparison.ALL
                ? null
                : RegionSimilaritySearch.inCases(best(like.region(), like.top()).stream()
                        .map(found -> text(found.document(), IndexField.CASE_ID))
                        .toList());
        return FilterEvaluator.withRanges(query, filters, sections);
    }

    private static Map<Facet, Query> dimensions(Filters filters) {
        Map<Facet, Query> dimensions = new EnumMap<>(Facet.class);
        FilterEvaluator.constrainedFacets(filters)
                .forEach(facet -> dimensions.put(facet, FilterEvaluator.facetFilter(facet, filters)));
        return dimensions;
    }

    private static Map<Facet, Set<String>> excluded(Filters filters) {
        Map<Facet, Set<String>> excluded = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            excluded.put(facet, filters.excluded(facet));
        }
        return excluded;
    }

    private List<Hit> show(SearchRequest request, ResolvedQuery asked, Answer answer, int before) throws IOException {
        var expression = asked.interpretation().query().expression();
        BatchedEvaluation run = run();
        try (var sections = HitMemoryIndex.of(answer.hits(), analyzer)) {
            List<Hit> shown = run.evaluate(() -> sections.show(queries(request, run), expression, before));
            return HitLoader.underCases(shown, answer.groups(), before);
        }
    }

    private Map<Facet, List<FacetCount>> facets(Answer answer, Filters filters) {
        Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            facets.put(facet, facetOrder.labels(facet, answer.labels().getOrDefault(facet, Map.of()), filters));
        }
        return facets;
    }

    /** As far as the time goes: what is found is worth more than what isn't known of it. */
    private Map<Indicator, Long> unknown(Query query, Filters filters) throws IOException {
        Map<Indicator, Long> unknown = new EnumMap<>(Indicator.class);
        try {
            for (Indicator measure : filters.ranges().keySet()) {
                long cases = index.total(without(measure, query, filters)).cases();
                if (cases > 0) {
                    unknown.put(measure, cases);
                }
            }
        } catch (SearchTimeoutException e) {
            Deadline.current().markPartial();
        }
        return unknown;
    }

    private Query without(Indicator measure, Query query, Filters filters) throws IOException {
        return new BooleanQuery.Builder()
                .add(narrowed(query, filters.without(measure)), Occur.FILTER)
                .add(new FieldExistsQuery(CaseDocumentMapper.indicatorField(measure)), Occur.MUST_NOT)
                .build();
    }

    private Query narrowed(Query query, Filters filters) throws IOException {
        var narrowed = new BooleanQuery.Builder().add(within(query, filters), Occur.FILTER);
        dimensions(filters).values().forEach(dimension -> narrowed.add(dimension, Occur.FILTER));
        return narrowed.build();
    }

    private static String text(Document document, IndexField field) {
        return String.valueOf(document.get(field.luceneName()));
    }

    @Override
    public FacetCrossTab crossTab(SearchRequest request, Facet rows, Facet columns) throws IOException {
        Filters filters = request.filters();
        Query query = narrowed(
                understand(request).scoringQuery(), filters.without(rows).without(columns));
        Map<Cell, HitCount> counts = new HashMap<>();
        index.pairs(query, new Axis(rows, filters.excluded(rows)), new Axis(columns, filters.excluded(columns)))
                .forEach((pair, count) -> counts.put(new Cell(pair.getFirst(), pair.getLast()), count));
        return new FacetCrossTab(rows, columns, counts);
    }

    @Override
    public Set<String> matchingCaseIds(SearchRequest request) throws IOException {
        return index.matchingCaseIds(narrowed(understand(request).scoringQuery(), request.filters()));
    }

    @Override
    public Optional<CaseStudy> caseStudy(String id) throws IOException {
        var query = new BooleanQuery.Builder()
                .add(SchemaQueries.allCases(), Occur.FILTER)
                .add(new TermQuery(new Term(IndexField.CASE_ID.luceneName(), id)), Occur.FILTER)
                .build();
        List<Found> found = index.topDocs(query, HitSorts.RELEVANCE, 1);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(caseStudy(found.getFirst().document()));
    }

    private CaseStudy caseStudy(Document document) throws IOException {
        return CaseDocumentMapper.caseStudy(text(document, IndexField.CASE), lexicon);
    }

    /** The sections of {@code caseStudy} as they would be found. */
    private static List<Found> sectionsOf(CaseStudy caseStudy) {
        List<Document> block = CaseDocumentMapper.of(caseStudy, "");
        return block.subList(0, block.size() - 1).stream()
                .map(document -> new Found(0, document))
                .toList();
    }

    @Override
    public Optional<HighlightedCase> highlight(String id, SearchRequest request) throws IOException {
        Optional<CaseStudy> found = caseStudy(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var expression = QueryParser.parse(request.query()).expression();
        BatchedEvaluation run = run();
        try (var sections = HitMemoryIndex.of(sectionsOf(found.get()), analyzer)) {
            var marks = new CaseHighlighter(sections.textMarks(), sections.headingMarks());
            return Optional.of(
                    run.evaluate(() -> marks.mark(found.get(), sections.numbers(), queries(request, run), expression)));
        }
    }

    @Override
    public Optional<HitExplanation> explain(SearchRequest request, String caseId, String sectionId) throws IOException {
        Optional<CaseStudy> found = caseStudy(caseId);
        List<Section> sections = found.map(CaseStudy::sections).orElse(List.of());
        int at = IntStream.range(0, sections.size())
                .filter(i -> sections.get(i).id().equals(sectionId))
                .findFirst()
                .orElse(-1);
        return at < 0 ? Optional.empty() : Optional.of(explanation(request, found.orElseThrow(), at));
    }

    private HitExplanation explanation(SearchRequest request, CaseStudy caseStudy, int at) throws IOException {
        var expression = QueryParser.parse(request.query()).expression();
        BatchedEvaluation run = run();
        List<WordMatch> words = run.evaluate(caseStudy.id(), at, () -> {
            RequestQueryFactory queries = queries(request, run);
            return new ScoreExplainer(run::score, queries, new MatchEvaluator(run, queries)).words(expression);
        });
        float score = (float) words.stream().mapToDouble(WordMatch::score).sum();
        Found section = new Found(score, sectionsOf(caseStudy).get(at).document());
        try (var shown = HitMemoryIndex.of(List.of(section), analyzer)) {
            List<Hit> hits = run.evaluate(() -> shown.show(queries(request, run), expression, 0));
            return new HitExplanation(hits.getFirst(), index.manifest().sections(), words);
        }
    }

    @Override
    public List<Hit> similarSections(String caseId, String sectionId, int limit) throws IOException {
        Optional<CaseStudy> found = caseStudy(caseId);
        BatchedEvaluation run = run();
        return found.isEmpty()
                ? List.of()
                : run.evaluate(() -> new MoreLikeThisSearch(run, analyzer).sections(found.get(), sectionId, limit));
    }

    @Override
    public List<SimilarCase> similarCases(String caseId, int limit) throws IOException {
        Optional<CaseStudy> found = caseStudy(caseId);
        BatchedEvaluation run = run();
        return found.isEmpty()
                ? List.of()
                : run.evaluate(() -> new MoreLikeThisSearch(run, analyzer).cases(found.get(), limit));
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) throws IOException {
        BatchedEvaluation run = run();
        return run.evaluate(() -> new Suggester(lexicon(run), () -> vocabulary).suggest(typed, limit, run));
    }

    @Override
    public List<RegionMatch> similarRegions(RegionFigures like, int limit) throws IOException {
        List<RegionMatch> cases = new ArrayList<>();
        for (Found found : best(like, limit)) {
            CaseSummary summary = CaseSummary.of(caseStudy(found.document()));
            cases.add(new RegionMatch(cases.size() + 1, summary, RegionSimilarity.of(like, summary.region())));
        }
        return List.copyOf(cases);
    }

    /** As {@link RegionSimilaritySearch#best}. */
    private List<Found> best(RegionFigures like, int limit) throws IOException {
        Map<Indicator, Double> mine = Indicator.allOf(like);
        return index
                .topDocs(
                        RegionSimilaritySearch.others(like),
                        HitSorts.byLikeness(new RegionSimilaritySource(like)),
                        limit)
                .stream()
                .filter(found ->
                        RegionSimilarity.score(mine, StoredIndicators.of(found.document())) != RegionSimilarity.UNKNOWN)
                .toList();
    }

    @Override
    public List<CaseSummary> casesOf(String name) throws IOException {
        return summaries(
                index.topDocs(RegionSimilaritySearch.about(name), HitSorts.RELEVANCE, MAX_CASES),
                CaseSorts.NEWEST_FIRST);
    }

    private List<CaseSummary> summaries(List<Found> cases, Comparator<CaseSummary> order) throws IOException {
        List<CaseSummary> summaries = new ArrayList<>();
        for (Found found : cases) {
            summaries.add(CaseSummary.of(caseStudy(found.document())));
        }
        return summaries.stream().sorted(order).toList();
    }

    /** Asked for once: this engine answers over one state of the corpus. */
    @Override
    public List<CaseSummary> cases() throws IOException {
        List<CaseSummary> known = allCases;
        if (known == null) {
            List<Found> all = new ArrayList<>();
            index.scan(SchemaQueries.allCases(), document -> all.add(new Found(0, document)));
            known = summaries(all, CaseSorts.BY_NUMBER);
            allCases = known;
        }
        return known;
    }

    @Override
    public Set<String> facetValues(Facet facet) {
        return facetOrder.values(facet);
    }

    @Override
    public IndexStatus status() {
        return index.status();
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
