package jirei.lucene.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jirei.cases.CaseStudy;
import jirei.cases.Indicator;
import jirei.corpus.lexicon.Lexicon;
import jirei.engine.backend.BackendHit;
import jirei.engine.backend.BackendRequest;
import jirei.engine.backend.BackendResponse;
import jirei.engine.backend.FilteredMatches;
import jirei.engine.backend.HighlightReader;
import jirei.engine.backend.IndexAccess;
import jirei.engine.backend.SearchBackend;
import jirei.engine.backend.StoredCase;
import jirei.engine.query.FieldBoosts;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.schema.IndexField;
import jirei.engine.schema.SchemaQueries;
import jirei.engine.schema.StoredCaseReader;
import jirei.engine.sort.HitSorts;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.SearchRequest;
import jirei.search.CaseSummary;
import jirei.search.Deadline;
import jirei.search.FacetCrossTab;
import jirei.search.HitCount;
import jirei.search.IndexStatus;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/** Search backend over one snapshot of a Lucene index in this process. Thread-safe. */
public final class LuceneBackend implements SearchBackend<FixedBitSet> {
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final SlicedIndexSearcher slicedSearcher;
    private final SectionBits bits;
    private final CaseGrouping grouping;
    private final AsyncSupplier<FacetCounter> facetCounter;
    private final Lexicon lexicon;
    private final IndexStatus status;

    /** @param reader closed with this */
    public LuceneBackend(DirectoryReader reader, Lexicon lexicon, IndexStatus status) throws IOException {
        this.reader = reader;
        this.lexicon = lexicon;
        this.status = status;
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(FieldBoosts.similarity());
        this.slicedSearcher = new SlicedIndexSearcher(reader);
        slicedSearcher.setSimilarity(searcher.getSimilarity());
        this.bits = new SectionBits(slicedSearcher);
        this.grouping = new CaseGrouping(searcher);
        this.facetCounter = AsyncSupplier.of("facets", () -> FacetCounter.of(reader, bits.cases()));
    }

    @Override
    public <T> T evaluate(Deadline deadline, IOFunction<IndexAccess<FixedBitSet>, T> computation) throws IOException {
        return computation.apply(new LuceneIndexAccess(searcher, bits, deadline));
    }

    private static FixedBitSet bits(FilteredMatches<FixedBitSet> matches, @Nullable Facet sideways) {
        return LuceneIndexAccess.joined(matches.conjunction(sideways), FixedBitSet::and);
    }

    @Override
    public BackendResponse search(BackendRequest<FixedBitSet> request, Deadline deadline) throws IOException {
        FixedBitSet all = bits(request.matches(), null);
        Query scored = new SumScoreQuery(all, request.scoringClauses(), deadline);
        CaseGrouping.GroupedPage page = request.request().byCase()
                ? grouping.page(scored, request, deadline)
                : new CaseGrouping.GroupedPage(page(scored, request, deadline), List.of());
        return new BackendResponse(
                facetCounter.get().total(all),
                LuceneIndexAccess.hits(page.hits()),
                page.groups(),
                facetCounts(request, all));
    }

    private List<ScoreDoc> page(Query scored, BackendRequest<?> page, Deadline deadline) throws IOException {
        if (page.size() == 0) {
            return List.of();
        }
        SearchRequest request = page.request();
        int limit = page.from() + page.size();
        var manager = new TopFieldCollectorManager(
                HitSorts.ofSections(request.sort(), request.filters()), limit, null, limit);
        List<ScoreDoc> top =
                List.of(slicedSearcher.search(scored, new TimeLimitedCollectorManager<>(manager, deadline)).scoreDocs);
        return top.subList(Math.min(page.from(), top.size()), top.size());
    }

    private Map<Facet, Map<String, HitCount>> facetCounts(BackendRequest<FixedBitSet> request, FixedBitSet all)
            throws IOException {
        Filters filters = request.request().filters();
        Map<Facet, Map<String, HitCount>> counts = new TreeMap<>(Facet.ORDER);
        for (Set<Facet> facets : request.matches().countedTogether(request.facets())) {
            Facet first = facets.iterator().next();
            FixedBitSet sections = request.matches().ignoresFilter(first) ? bits(request.matches(), first) : all;
            counts.putAll(facetCounter.get().counts(facets, sections, filters, slicedSearcher.getTaskExecutor()));
        }
        return counts;
    }

    @Override
    public HitCount total(FilteredMatches<FixedBitSet> matches, Deadline deadline) throws IOException {
        return facetCounter.get().total(bits(matches, null));
    }

    @Override
    public FacetCrossTab crossTab(
            FilteredMatches<FixedBitSet> matches, Facet rows, Facet columns, Filters filters, Deadline deadline)
            throws IOException {
        return facetCounter.get().crossTab(rows, columns, bits(matches, null), filters);
    }

    @Override
    public Set<String> matchingCaseIds(FilteredMatches<FixedBitSet> matches, Deadline deadline) throws IOException {
        return facetCounter.get().caseIds(bits(matches, null));
    }

    @Override
    public void scan(Query query, Consumer<BackendHit> consumer) throws IOException {
        FixedBitSet docs = bits.matching(query);
        for (int doc = LuceneIndexAccess.next(docs, 0);
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = LuceneIndexAccess.next(docs, doc + 1)) {
            consumer.accept(new BackendHit(doc, 0, "", null));
        }
    }

    @Override
    public List<Document> documents(List<BackendHit> hits) throws IOException {
        StoredFields stored = searcher.storedFields(); // one for all: adjacent documents share a block
        List<Document> documents = new ArrayList<>();
        for (BackendHit hit : hits) {
            documents.add(stored.document(hit.doc()));
        }
        return documents;
    }

    @Override
    public Map<Indicator, Double> indicators(BackendHit hit) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc(), leaves));
        Map<Indicator, Double> known = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            SortedNumericDocValues values =
                    DocValues.getSortedNumeric(leaf.reader(), CaseDocumentMapper.indicatorField(indicator));
            if (values.advanceExact(hit.doc() - leaf.docBase)) {
                known.put(indicator, NumericUtils.sortableLongToDouble(values.nextValue()));
            }
        }
        return known;
    }

    private StoredCaseReader storedCases() throws IOException {
        return new StoredCaseReader(searcher.storedFields());
    }

    @Override
    public List<CaseSummary> summaries(List<BackendHit> hits) throws IOException {
        StoredCaseReader stored = storedCases();
        List<CaseSummary> summaries = new ArrayList<>();
        for (BackendHit hit : hits) {
            summaries.add(stored.summary(hit.doc(), lexicon));
        }
        return summaries;
    }

    @Override
    public Optional<StoredCase> storedCase(String id) throws IOException {
        var query = new BooleanQuery.Builder()
                .add(SchemaQueries.allCases(), Occur.FILTER)
                .add(new TermQuery(new Term(IndexField.CASE_ID.luceneName(), id)), Occur.FILTER)
                .build();
        ScoreDoc[] found = searcher.search(query, 1).scoreDocs;
        if (found.length == 0) {
            return Optional.empty();
        }
        CaseStudy caseStudy = storedCases().caseStudy(found[0].doc, lexicon);
        List<BackendHit> sections = new ArrayList<>();
        IntStream.of(storedCases().sections(found[0].doc))
                .forEach(doc -> sections.add(new BackendHit(doc, 0, id, null)));
        return Optional.of(new StoredCase(caseStudy, sections));
    }

    @Override
    public HighlightReader highlightReader(List<BackendHit> hits) {
        return new HighlightReader(
                reader, hits.stream().mapToInt(BackendHit::doc).toArray(), () -> {});
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
