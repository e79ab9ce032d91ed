package jirei.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jirei.analysis.SynonymLexicon;
import jirei.corpus.CorpusReader;
import jirei.corpus.lexicon.Lexicon;
import jirei.engine.query.FieldBoosts;
import jirei.engine.query.KatakanaRestorer;
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
import jirei.query.QueryExpression.Not;
import jirei.query.QueryExpression.Or;
import jirei.query.QueryExpression.Phrase;
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
 * The limit: Lucene alone on the product's index, with the ways in which the product's words can match in one query, its facets by
 * Lucene's counters and its snippets by Lucene's highlighter. Counts no cases, knows no widening, corrects nothing.
 */
public final class BaselineSearch implements AutoCloseable {
    private static final int TOP = 10;
    private static final int MAX_SNIPPETS = 3;

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final QueryAnalyzer lexicon;
    private final UnifiedHighlighter highlighter;
    private final Map<Facet, StringDocValuesReaderState> facets = new EnumMap<>(Facet.class);
    private final List<BenchQuery> queries;

    private BaselineSearch(FSDirectory directory, CorpusReader corpus, List<BenchQuery> queries) throws Exception {
        this.directory = directory;
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(FieldBoosts.similarity());
        Analyzer analyzer = BaselineIndexing.analyzer(corpus);
        try (Reader synonyms = corpus.openLexiconFile(Lexicon.SYNONYMS_FILE)) {
            this.lexicon = new QueryAnalyzer(
                    analyzer, SynonymLexicon.read(synonyms), new KatakanaRestorer(new IndexSearcher(reader)::count));
        }
        this.highlighter = new UnifiedHighlighter.Builder(searcher, analyzer).build();
        for (Facet facet : Facet.values()) {
            facets.put(facet, new StringDocValuesReaderState(reader, CaseDocumentMapper.facetName(facet)));
        }
        this.queries = queries;
    }

    /** Opens the index that the product keeps in {@code index}. */
    public static BaselineSearch open(Path corpus, Path index, List<BenchQuery> queries) throws Exception {
        Path generation = GenerationFolder.in(index).current().orElseThrow();
        return new BaselineSearch(FSDirectory.open(generation), CorpusReader.of(corpus), queries);
    }

    /** Asks query {@code number} for its ten best sections. */
    public void top(int number) throws IOException {
        BenchQuery asked = queries.get(number);
        shown(searcher.search(query(asked), TOP));
    }

    /** The same, with every section counted in every facet, and with snippets. */
    public void full(int number) throws IOException {
        BenchQuery asked = queries.get(number);
        Query query = query(asked);
        Object[] found = searcher.search(
                query,
                new MultiCollectorManager(
                        new TopScoreDocCollectorManager(TOP, Integer.MAX_VALUE), new FacetsCollectorManager()));
        for (Facet facet : facets.keySet()) {
            new StringValueFacetCounts(facets.get(facet), (FacetsCollector) found[1])
                    .getAllChildren(CaseDocumentMapper.facetName(facet));
        }
        TopDocs top = (TopDocs) found[0];
        shown(top);
        if (top.scoreDocs.length > 0) {
            highlighter.highlight(Source.TEXT.in(Analysis.SEARCH_MODE).luceneName(), query, top, MAX_SNIPPETS);
        }
    }

    private List<Document> shown(TopDocs top) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<Document> documents = new ArrayList<>();
        for (ScoreDoc hit : top.scoreDocs) {
            documents.add(stored.document(hit.doc));
        }
        return documents;
    }

    /** Which sections answer {@code asked}, by how much. */
    Query query(BenchQuery asked) {
        var queries = new RequestQueryFactory(lexicon, ExpansionOptions.EVERY_FORM, FieldBoosts.TUNED);
        var query = new BooleanQuery.Builder()
                .add(of(QueryParser.parse(asked.text()).expression(), queries), Occur.MUST)
                .add(SchemaQueries.allSections(), Occur.FILTER);
        if (!asked.facet().isEmpty()) {
            Facet facet = List.of(Facet.values()).stream()
                    .filter(one -> one.id().equals(asked.facet()))
                    .findFirst()
                    .orElseThrow();
            query.add(SchemaQueries.facetValue(facet, asked.value()), Occur.FILTER);
        }
        return query.build();
    }

    private static Query of(QueryExpression expression, RequestQueryFactory queries) {
        return switch (expression) {
            case And(List<QueryExpression> operands) -> all(operands, queries);
            case Or(List<QueryExpression> operands) -> joined(operands, Occur.SHOULD, queries);
            case Not not -> all(List.of(not), queries);
            case MatchAll ignored -> MatchAllDocsQuery.INSTANCE;
            case Value(Facet facet, String value) -> SchemaQueries.facetValue(facet, value);
            case Word word -> scored(word, queries);
            case Phrase phrase -> scored(phrase, queries);
        };
    }

    private static Query all(List<QueryExpression> operands, RequestQueryFactory queries) {
        var all = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        for (QueryExpression operand : operands) {
            if (operand instanceof Not(QueryExpression excluded)) {
                all.add(of(excluded, queries), Occur.MUST_NOT);
            } else {
                all.add(of(operand, queries), Occur.MUST);
            }
        }
        return all.build();
    }

    private static Query joined(List<QueryExpression> operands, Occur occur, RequestQueryFactory queries) {
        var joined = new BooleanQuery.Builder();
        operands.forEach(operand -> joined.add(of(operand, queries), occur));
        return joined.build();
    }

    private static Query scored(QueryExpression leaf, RequestQueryFactory queries) {
        var ways = new BooleanQuery.Builder();
        try {
            queries.scores(leaf).forEach(way -> ways.add(way.query(), Occur.SHOULD));
        } catch (UncheckedIOException e) {
            return new MatchNoDocsQuery(String.valueOf(e.getMessage()));
        }
        return ways.build();
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(reader, directory);
    }
}
