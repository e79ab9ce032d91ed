package jirei.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jirei.analysis.SynonymLexicon;
import jirei.corpus.CorpusReader;
import jirei.corpus.lexicon.Lexicon;
import jirei.engine.query.FieldBoosts;
import jirei.engine.query.QueryAnalyzer;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.schema.AnalyzedField.Analysis;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.schema.SchemaQueries;
import jirei.lucene.index.GenerationFolder;
import jirei.query.ExpansionOptions;
import jirei.query.Facet;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.And;
import jirei.query.QueryExpression.MatchAll;
import jirei.query.QueryExpression.MatchNone;
import jirei.query.QueryExpression.Not;
import jirei.query.QueryExpression.Or;
import jirei.query.QueryExpression.Phrase;
import jirei.query.QueryExpression.Prefix;
import jirei.query.QueryExpression.Value;
import jirei.query.QueryExpression.Word;
import jirei.query.QueryParser;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Baseline for searching: plain Lucene on the product's index, with the scoring clauses of the product in one query,
 * facets by Lucene's counters and snippets by the UnifiedHighlighter. Does not count cases, relax queries or correct
 * spelling. Thread-safe.
 */
public final class BaselineSearch implements AutoCloseable {
    private static final int TOP = 10;
    private static final int MAX_SNIPPETS = 3;

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final QueryAnalyzer lexicon;
    private final UnifiedHighlighter highlighter;
    private final Map<Facet, StringDocValuesReaderState> facets = new TreeMap<>(Facet.ORDER);
    private final List<BenchQuery> queries;

    private BaselineSearch(FSDirectory directory, CorpusReader corpus, List<BenchQuery> queries) throws Exception {
        this.directory = directory;
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(FieldBoosts.similarity());
        Analyzer analyzer = BaselineIndexing.analyzer(corpus);
        try (Reader synonyms = corpus.openLexiconFile(Lexicon.SYNONYMS_FILE)) {
            this.lexicon = new QueryAnalyzer(analyzer, SynonymLexicon.read(synonyms))
                    .withCounts(query -> (long) searcher.count(query));
        }
        this.highlighter = new UnifiedHighlighter.Builder(searcher, analyzer).build();
        for (Facet facet : Facet.Fixed.values()) {
            facets.put(facet, new StringDocValuesReaderState(reader, CaseDocumentMapper.facetName(facet)));
        }
        this.queries = queries;
    }

    /** Opens the current generation of the product's index in {@code index}. */
    public static BaselineSearch open(Path corpus, Path index, List<BenchQuery> queries) throws Exception {
        Path generation = GenerationFolder.in(index).current().orElseThrow();
        return new BaselineSearch(FSDirectory.open(generation), CorpusReader.of(corpus), queries);
    }

    /** Runs query {@code number} and loads its top ten hits. */
    public void top(int number) throws IOException {
        load(searcher.search(query(queries.get(number)), TOP));
    }

    /** Runs query {@code number} and loads its top ten hits with snippets and the counts of all facets. */
    public void full(int number) throws IOException {
        Query query = query(queries.get(number));
        Object[] results = searcher.search(
                query,
                new MultiCollectorManager(
                        new TopScoreDocCollectorManager(TOP, Integer.MAX_VALUE), new FacetsCollectorManager()));
        for (Facet facet : facets.keySet()) {
            new StringValueFacetCounts(facets.get(facet), (FacetsCollector) results[1])
                    .getAllChildren(CaseDocumentMapper.facetName(facet));
        }
        TopDocs top = (TopDocs) results[0];
        load(top);
        if (top.scoreDocs.length > 0) {
            highlighter.highlight(Source.TEXT.in(Analysis.SEARCH_MODE).luceneName(), query, top, MAX_SNIPPETS);
        }
    }

    private List<Document> load(TopDocs top) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<Document> documents = new ArrayList<>();
        for (ScoreDoc hit : top.scoreDocs) {
            documents.add(stored.document(hit.doc));
        }
        return documents;
    }

    /** Returns the Lucene query for {@code benchQuery}. */
    Query query(BenchQuery benchQuery) {
        var queries = new RequestQueryFactory(lexicon, ExpansionOptions.ALL, FieldBoosts.TUNED);
        var query = new BooleanQuery.Builder()
                .add(of(QueryParser.parse(benchQuery.text()).expression(), queries), Occur.MUST)
                .add(SchemaQueries.allSections(), Occur.FILTER);
        if (!benchQuery.facet().isEmpty()) {
            Facet facet = List.of(Facet.Fixed.values()).stream()
                    .filter(candidate -> candidate.id().equals(benchQuery.facet()))
                    .findFirst()
                    .orElseThrow();
            query.add(SchemaQueries.facetValue(facet, benchQuery.value()), Occur.FILTER);
        }
        return query.build();
    }

    private static Query of(QueryExpression expression, RequestQueryFactory queries) {
        return switch (expression) {
            case And(List<QueryExpression> operands) -> conjunction(operands, queries);
            case Or(List<QueryExpression> operands) -> disjunction(operands, queries);
            case Not not -> conjunction(List.of(not), queries);
            case MatchAll ignored -> MatchAllDocsQuery.INSTANCE;
            case MatchNone ignored -> MatchNoDocsQuery.INSTANCE;
            case Prefix prefix -> scoringClauses(prefix, queries);
            case Value(Facet facet, String value) -> SchemaQueries.facetValue(facet, value);
            case Word word -> scoringClauses(word, queries);
            case Phrase phrase -> scoringClauses(phrase, queries);
        };
    }

    private static Query conjunction(List<QueryExpression> operands, RequestQueryFactory queries) {
        var conjunction = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        for (QueryExpression operand : operands) {
            if (operand instanceof Not(QueryExpression prohibited)) {
                conjunction.add(of(prohibited, queries), Occur.MUST_NOT);
            } else {
                conjunction.add(of(operand, queries), Occur.MUST);
            }
        }
        return conjunction.build();
    }

    private static Query disjunction(List<QueryExpression> operands, RequestQueryFactory queries) {
        var disjunction = new BooleanQuery.Builder();
        operands.forEach(operand -> disjunction.add(of(operand, queries), Occur.SHOULD));
        return disjunction.build();
    }

    private static Query scoringClauses(QueryExpression leaf, RequestQueryFactory queries) {
        var clauses = new BooleanQuery.Builder();
        try {
            queries.scores(leaf).forEach(clause -> clauses.add(clause.query(), Occur.SHOULD));
        } catch (UncheckedIOException e) {
            return new MatchNoDocsQuery(String.valueOf(e.getMessage()));
        }
        return clauses.build();
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(reader, directory);
    }
}
