package jirei.lucene;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.cases.RegionSimilarity;
import jirei.cases.Section;
import jirei.corpus.lexicon.Lexicon;
import jirei.engine.highlight.CaseHighlighter;
import jirei.engine.highlight.HitLoader;
import jirei.engine.highlight.SectionHighlighter;
import jirei.engine.query.FieldBoosts;
import jirei.engine.query.QueryAnalyzer;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.engine.schema.IndexField;
import jirei.engine.schema.IndexManifest;
import jirei.engine.schema.SchemaQueries;
import jirei.engine.schema.StoredCaseReader;
import jirei.engine.similar.MoreLikeThisSearch;
import jirei.engine.similar.RegionSimilaritySearch;
import jirei.engine.sort.CaseSorts;
import jirei.engine.sort.FacetCountOrder;
import jirei.engine.vocabulary.Suggester;
import jirei.engine.vocabulary.Vocabulary;
import jirei.lucene.index.ChecksumVerifier;
import jirei.lucene.index.IndexedFileCatalog;
import jirei.lucene.search.BitDocSets;
import jirei.lucene.search.LuceneIndexAccess;
import jirei.lucene.search.LuceneMatchProbe;
import jirei.lucene.search.RequestSearcher;
import jirei.lucene.search.SlicedIndexSearcher;
import jirei.query.Facet;
import jirei.query.QueryExpression;
import jirei.query.QueryParser;
import jirei.query.SearchRequest;
import jirei.search.CaseSummary;
import jirei.search.FacetCrossTab;
import jirei.search.HighlightedCase;
import jirei.search.Hit;
import jirei.search.HitExplanation;
import jirei.search.IndexStatus;
import jirei.search.RegionMatch;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.SimilarCase;
import jirei.search.Suggestion;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** The embedded engine: one Lucene index in this process, at one point in time. */
public final class EmbeddedEngine implements SearchEngine {
    static {
        // A query is bounded by its length; one of the longest has some ten terms a character, over all fields.
        IndexSearcher.setMaxClauseCount(20 * SearchRequest.MAX_QUERY_LENGTH);
    }

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Lexicon lexicon;
    private final FacetCountOrder facetOrder;
    private final QueryAnalyzer queryLexicon;
    private final RequestSearcher sectionSearch;
    private final MoreLikeThisSearch similarSearch;
    private final SectionHighlighter textMarks;
    private final SectionHighlighter headingMarks;
    private final Suggester suggester;
    private final IndexStatus status;
    /** Every case in a list, as long as there is room for it. */
    private volatile SoftReference<@Nullable List<CaseSummary>> allCases = new SoftReference<>(null);

    EmbeddedEngine(
            DirectoryReader reader,
            Supplier<Vocabulary> vocabulary,
            Analyzer analyzer,
            QueryAnalyzer queryLexicon,
            Lexicon lexicon)
            throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(FieldBoosts.similarity());
        var parts = new SlicedIndexSearcher(reader);
        parts.setSimilarity(searcher.getSimilarity());
        this.lexicon = lexicon;
        this.facetOrder = FacetCountOrder.of(lexicon);
        this.queryLexicon = queryLexicon;
        this.textMarks = new SectionHighlighter(reader, analyzer, Source.TEXT);
        this.headingMarks = new SectionHighlighter(reader, analyzer, Source.HEADING);
        var hits = new HitLoader(searcher, textMarks, headingMarks);
        BitDocSets sets = BitDocSets.of(parts);
        this.sectionSearch = new RequestSearcher(searcher, parts, queryLexicon, sets, vocabulary, hits, facetOrder);
        this.similarSearch = new MoreLikeThisSearch(new LuceneIndexAccess(searcher, hits), analyzer);
        this.suggester = new Suggester(queryLexicon, vocabulary);
        this.status = IndexManifest.of(reader.getIndexCommit().getUserData())
                .status(new IndexedFileCatalog(reader).faults(IndexStatus.MAX_LISTED), ChecksumVerifier.size(reader));
    }

    @Override
    public SearchResults search(SearchRequest request) throws IOException {
        return sectionSearch.search(request);
    }

    @Override
    public FacetCrossTab crossTab(SearchRequest request, Facet rows, Facet columns) throws IOException {
        return sectionSearch.matrix(request, rows, columns);
    }

    @Override
    public Set<String> matchingCaseIds(SearchRequest request) throws IOException {
        return sectionSearch.cases(request);
    }

    @Override
    public Optional<CaseStudy> caseStudy(String id) throws IOException {
        OptionalInt doc = document(id);
        return doc.isEmpty() ? Optional.empty() : Optional.of(stored().caseStudy(doc.getAsInt(), lexicon));
    }

    private StoredCaseReader stored() throws IOException {
        return new StoredCaseReader(searcher.storedFields());
    }

    /** The document of the case {@code id}. */
    private OptionalInt document(String id) throws IOException {
        var query = new BooleanQuery.Builder()
                .add(SchemaQueries.allCases(), Occur.FILTER)
                .add(new TermQuery(new Term(IndexField.CASE_ID.luceneName(), id)), Occur.FILTER)
                .build();
        ScoreDoc[] found = searcher.search(query, 1).scoreDocs;
        return found.length == 0 ? OptionalInt.empty() : OptionalInt.of(found[0].doc);
    }

    @Override
    public Optional<HighlightedCase> highlight(String id, SearchRequest request) throws IOException {
        OptionalInt doc = document(id);
        return doc.isEmpty() ? Optional.empty() : Optional.of(mark(doc.getAsInt(), request));
    }

    private HighlightedCase mark(int doc, SearchRequest request) throws IOException {
        CaseStudy caseStudy = stored().caseStudy(doc, lexicon);
        int[] docs = stored().sections(doc);
        QueryExpression expression = QueryParser.parse(request.query()).expression();
        var queries = new RequestQueryFactory(queryLexicon, request.expansionOptions(), FieldBoosts.TUNED);
        return new CaseHighlighter(textMarks, headingMarks).mark(caseStudy, docs, queries, expression);
    }

    @Override
    public Optional<HitExplanation> explain(SearchRequest request, String caseId, String sectionId) throws IOException {
        OptionalInt doc = document(caseId);
        if (doc.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = stored().caseStudy(doc.getAsInt(), lexicon).sections().stream()
                .map(Section::id)
                .toList();
        int at = ids.indexOf(sectionId);
        return at < 0
                ? Optional.empty()
                : Optional.of(sectionSearch.explain(request, stored().sections(doc.getAsInt())[at]));
    }

    @Override
    public List<Hit> similarSections(String caseId, String sectionId, int limit) throws IOException {
        Optional<CaseStudy> found = caseStudy(caseId);
        return found.isEmpty() ? List.of() : similarSearch.sections(found.get(), sectionId, limit);
    }

    @Override
    public List<SimilarCase> similarCases(String caseId, int limit) throws IOException {
        Optional<CaseStudy> found = caseStudy(caseId);
        return found.isEmpty() ? List.of() : similarSearch.cases(found.get(), limit);
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) throws IOException {
        return suggester.suggest(typed, limit, new LuceneMatchProbe(searcher));
    }

    @Override
    public List<CaseSummary> cases() throws IOException {
        List<CaseSummary> known = allCases.get();
        if (known == null) {
            known = summaries(SchemaQueries.allCases(), CaseSorts.BY_NUMBER);
            allCases = new SoftReference<>(known);
        }
        return known;
    }

    private List<CaseSummary> summaries(Query cases, Comparator<CaseSummary> order) throws IOException {
        List<CaseSummary> found = new ArrayList<>();
        int limit = Math.max(1, reader.numDocs());
        for (ScoreDoc hit : searcher.search(cases, limit).scoreDocs) {
            found.add(stored().summary(hit.doc, lexicon));
        }
        return found.stream().sorted(order).toList();
    }

    @Override
    public List<CaseSummary> casesOf(String name) throws IOException {
        return summaries(RegionSimilaritySearch.about(name), CaseSorts.NEWEST_FIRST);
    }

    @Override
    public List<RegionMatch> similarRegions(RegionFigures like, int limit) throws IOException {
        List<RegionMatch> cases = new ArrayList<>();
        for (ScoreDoc hit : new RegionSimilaritySearch(searcher).best(like, limit)) {
            CaseSummary summary = stored().summary(hit.doc, lexicon);
            cases.add(new RegionMatch(cases.size() + 1, summary, RegionSimilarity.of(like, summary.region())));
        }
        return List.copyOf(cases);
    }

    @Override
    public Set<String> facetValues(Facet facet) {
        return facetOrder.values(facet);
    }

    @Override
    public IndexStatus status() {
        return status;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
