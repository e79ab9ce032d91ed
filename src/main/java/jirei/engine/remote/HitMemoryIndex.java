package jirei.engine.remote;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import jirei.engine.highlight.HitLoader;
import jirei.engine.highlight.SectionHighlighter;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.remote.SearchBackend.Found;
import jirei.engine.schema.AnalyzedField.Source;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.query.QueryExpression;
import jirei.search.Hit;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The few sections that are shown, indexed in memory, so that they are marked as the embedded engine marks them. */
final class HitMemoryIndex implements Closeable {
    private final DirectoryReader reader;
    private final List<ScoreDoc> sections;
    private final SectionHighlighter textMarks;
    private final SectionHighlighter headingMarks;
    private final HitLoader hits;

    private HitMemoryIndex(DirectoryReader reader, List<ScoreDoc> sections, Analyzer analyzer) {
        this.reader = reader;
        this.sections = sections;
        var searcher = new IndexSearcher(reader);
        this.textMarks = new SectionHighlighter(reader, analyzer, Source.TEXT);
        this.headingMarks = new SectionHighlighter(reader, analyzer, Source.HEADING);
        this.hits = new HitLoader(searcher, textMarks, headingMarks);
    }

    /** The sections {@code found}, in their order, of which just the stored fields are known. */
    static HitMemoryIndex of(List<Found> found, Analyzer analyzer) throws IOException {
        return of(found, analyzer, CaseDocumentMapper::forHighlighting);
    }

    /** The sections {@code found}, of which nothing but the stored fields is known, as hits, the first with the rank 1, without any mark. */
    static List<Hit> unmarked(List<Found> found) throws IOException {
        try (var sections = of(found, new KeywordAnalyzer(), UnaryOperator.identity())) {
            return found.isEmpty() ? List.of() : sections.hits.unmarked(sections.sections);
        }
    }

    private static HitMemoryIndex of(List<Found> found, Analyzer analyzer, UnaryOperator<Document> indexed)
            throws IOException {
        List<Document> documents = new ArrayList<>();
        List<ScoreDoc> sections = new ArrayList<>();
        for (Found one : found) {
            sections.add(new FieldDoc(sections.size(), one.score(), new Object[] {one.score()}));
            documents.add(indexed.apply(one.document()));
        }
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            writer.addDocuments(documents); // a block stays in its order
        }
        return new HitMemoryIndex(DirectoryReader.open(directory), List.copyOf(sections), analyzer);
    }

    /** The sections as hits, the first with the rank {@code before} + 1, marked as {@code queries} say. */
    List<Hit> show(RequestQueryFactory queries, QueryExpression expression, int before) throws IOException {
        return sections.isEmpty() ? List.of() : hits.show(queries, expression, sections, before);
    }

    /** The numbers of all sections. */
    int[] numbers() {
        return IntStream.range(0, sections.size()).toArray();
    }

    SectionHighlighter textMarks() {
        return textMarks;
    }

    SectionHighlighter headingMarks() {
        return headingMarks;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
