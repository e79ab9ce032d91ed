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
import jirei.lucene.TextField.Part;
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
public final class LuceneEngine implements SearchEngine {
    static {
        // A query is bounded by its length; one of the longest has some ten terms a character, over all fields.
        IndexSearcher.setMaxClauseCount(20 * SearchRequest.LONGEST_QUERY);
    }

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Lexicon lexicon;
    private final FacetOrder facetOrder;
    private final QueryLexicon queryLexicon;
    private final SectionSearch sectionSearch;
    private final SimilarSearch similarSearch;
    private final Highlighting textMarks;
    private final Highlighting headingMarks;
    private final Suggester suggester;
    private final IndexStatus status;
    /** Every case in a list, as long as there is room for it. */
    private volatile SoftReference<@Nullable List<CaseSummary>> allCases = new SoftReference<>(null);

    LuceneEngine(
            DirectoryReader reader,
            Supplier<Vocabulary> vocabulary,
            Analyzer analyzer,
            QueryLexicon queryLexicon,
            Lexicon lexicon)
            throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Weights.similarity());
        var parts = new PartedSearcher(reader);
        parts.setSimilarity(searcher.getSimilarity());
        this.lexicon = lexicon;
        this.facetOrder = FacetOrder.of(lexicon);
        this.queryLexicon = queryLexicon;
        this.textMarks = new Highlighting(reader, analyzer, Part.TEXT);
        this.headingMarks = new Highlighting(reader, analyzer, Part.HEADING);
        var hits = new Hits(searcher, textMarks, headingMarks);
        SectionSets sets = SectionSets.of(parts);
        this.sectionSearch = new SectionSearch(searcher, parts, queryLexicon, sets, vocabulary, hits, facetOrder);
        this.similarSearch = new SimilarSearch(new LocalSections(searcher, hits), analyzer);
        this.suggester = new Suggester(queryLexicon, vocabulary);
        this.status = IndexManifest.of(reader.getIndexCommit().getUserData())
                .status(new IndexedFiles(reader).faults(IndexStatus.MOST_LISTED), IndexCheck.size(reader));
    }

    @Override
    public SearchResults search(SearchRequest request) throws IOException {
        return sectionSearch.search(request);
    }

    @Override
    public FacetCrossTab matrix(SearchRequest request, Facet rows, Facet columns) throws IOException {
        return sectionSearch.matrix(request, rows, columns);
    }

    @Override
    public Set<String> foundCases(SearchRequest request) throws IOException {
        return sectionSearch.cases(request);
    }

    @Override
    public Optional<CaseStudy> caseStudy(String id) throws IOException {
        OptionalInt doc = document(id);
        return doc.isEmpty() ? Optional.empty() : Optional.of(stored().caseStudy(doc.getAsInt(), lexicon));
    }

    private StoredCases stored() throws IOException {
        return new StoredCases(searcher.storedFields());
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
    public Optional<HighlightedCase> marked(String id, SearchRequest request) throws IOException {
        OptionalInt doc = document(id);
        return doc.isEmpty() ? Optional.empty() : Optional.of(mark(doc.getAsInt(), request));
    }

    private HighlightedCase mark(int doc, SearchRequest request) throws IOException {
        CaseStudy caseStudy = stored().caseStudy(doc, lexicon);
        int[] docs = stored().sections(doc);
        QueryExpression expression = QueryParser.parse(request.query()).expression();
        var queries = new SectionQueries(queryLexicon, request.matching(), Weights.MEASURED);
        return new CaseMarks(textMarks, headingMarks).mark(caseStudy, docs, queries, expression);
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
    public List<Hit> similarSections(String caseId, String sectionId, int most) throws IOException {
        Optional<CaseStudy> found = caseStudy(caseId);
        return found.isEmpty() ? List.of() : similarSearch.sections(found.get(), sectionId, most);
    }

    @Override
    public List<SimilarCase> similarCases(String caseId, int most) throws IOException {
        Optional<CaseStudy> found = caseStudy(caseId);
        return found.isEmpty() ? List.of() : similarSearch.cases(found.get(), most);
    }

    @Override
    public List<Suggestion> suggest(String typed, int most) throws IOException {
        return suggester.suggest(typed, most, new LocalProbe(searcher));
    }

    @Override
    public List<CaseSummary> cases() throws IOException {
        List<CaseSummary> known = allCases.get();
        if (known == null) {
            known = summaries(SchemaQueries.allCases(), CaseOrder.BY_NUMBER);
            allCases = new SoftReference<>(known);
        }
        return known;
    }

    private List<CaseSummary> summaries(Query cases, Comparator<CaseSummary> order) throws IOException {
        List<CaseSummary> found = new ArrayList<>();
        int most = Math.max(1, reader.numDocs());
        for (ScoreDoc hit : searcher.search(cases, most).scoreDocs) {
            found.add(stored().summary(hit.doc, lexicon));
        }
        return found.stream().sorted(order).toList();
    }

    @Override
    public List<CaseSummary> casesOf(String name) throws IOException {
        return summaries(AlikeSearch.about(name), CaseOrder.NEWEST_FIRST);
    }

    @Override
    public List<RegionMatch> alike(RegionFigures like, int most) throws IOException {
        List<RegionMatch> cases = new ArrayList<>();
        for (ScoreDoc hit : new AlikeSearch(searcher).best(like, most)) {
            CaseSummary summary = stored().summary(hit.doc, lexicon);
            cases.add(new RegionMatch(cases.size() + 1, summary, RegionSimilarity.of(like, summary.region())));
        }
        return List.copyOf(cases);
    }

    @Override
    public Set<String> values(Facet facet) {
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
