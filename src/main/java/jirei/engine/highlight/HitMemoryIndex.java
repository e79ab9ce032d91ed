package jirei.engine.highlight;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import jirei.engine.backend.HighlightReader;
import jirei.engine.schema.CaseDocumentMapper;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Indexes hits, or other texts, in memory, so that they are highlighted by the same code as hits of the embedded index.
 * Stateless.
 */
public final class HitMemoryIndex {
    private HitMemoryIndex() {}

    /** Returns a reader over {@code documents}, in their order; it has the stored fields only. */
    public static HighlightReader of(List<Document> documents, Analyzer analyzer) throws IOException {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            // a block preserves the order of documents
            writer.addDocuments(
                    documents.stream().map(CaseDocumentMapper::forHighlighting).toList());
        }
        DirectoryReader reader = DirectoryReader.open(directory);
        return new HighlightReader(reader, IntStream.range(0, documents.size()).toArray(), reader);
    }
}
