package jirei.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import jirei.lucene.RemoteIndex.Found;
import jirei.lucene.TextField.Part;
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
final class SectionsInMemory implements Closeable {
    private final DirectoryReader reader;
    private final List<ScoreDoc> sections;
    private final Highlighting textMarks;
    private final Highlighting headingMarks;
    private final Hits hits;

    private SectionsInMemory(DirectoryReader reader, List<ScoreDoc> sections, Analyzer analyzer) {
        this.reader = reader;
        this.sections = sections;
        var searcher = new IndexSearcher(reader);
        this.textMarks = new Highlighting(reader, analyzer, Part.TEXT);
        this.headingMarks = new Highlighting(reader, analyzer, Part.HEADING);
        this.hits = new Hits(searcher, textMarks, headingMarks);
    }

    /** The sections {@code found}, in their order, of which just the stored fields are known. */
    static SectionsInMemory of(List<Found> found, Analyzer analyzer) throws IOException {
        return of(found, analyzer, CaseDocuments::marked);
    }

    /** The sections {@code found}, of which nothing but the stored fields is known, as hits, the first with the rank 1, without any mark. */
    static List<Hit> unmarked(List<Found> found) throws IOException {
        try (var sections = of(found, new KeywordAnalyzer(), UnaryOperator.identity())) {
            return found.isEmpty() ? List.of() : sections.hits.unmarked(sections.sections);
        }
    }

    private static SectionsInMemory of(List<Found> found, Analyzer analyzer, UnaryOperator<Document> indexed)
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
        return new SectionsInMemory(DirectoryReader.open(directory), List.copyOf(sections), analyzer);
    }

    /** The sections as hits, the first with the rank {@code before} + 1, marked as {@code queries} say. */
    List<Hit> show(SectionQueries queries, QueryExpression expression, int before) throws IOException {
        return sections.isEmpty() ? List.of() : hits.show(queries, expression, sections, before);
    }

    /** The numbers of all sections. */
    int[] numbers() {
        return IntStream.range(0, sections.size()).toArray();
    }

    Highlighting textMarks() {
        return textMarks;
    }

    Highlighting headingMarks() {
        return headingMarks;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
