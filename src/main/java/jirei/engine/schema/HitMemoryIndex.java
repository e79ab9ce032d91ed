package jirei.engine.schema;

import java.io.IOException;
import java.util.List;
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

    /** Returns a reader over {@code documents}, which have the stored fields only; their doc IDs are in their order, from 0. */
    public static DirectoryReader of(List<Document> documents, Analyzer analyzer) throws IOException {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            // a block preserves the order of documents
            writer.addDocuments(
                    documents.stream().map(CaseDocumentMapper::forHighlighting).toList());
        }
        return DirectoryReader.open(directory);
    }
}
