package jirei.lucene.index;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jirei.analysis.NounExtractor;
import jirei.cases.CaseStudy;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.vocabulary.VocabularyBuilder;
import jirei.engine.vocabulary.VocabularyEntry;
import org.apache.lucene.index.IndexWriter;

/**
 * Writes cases and what is known of their files into an index, and counts the words of the cases. Cases are cut into terms on all
 * processors and come into the index in any order, but are counted in the order in which they were given. All is written after
 * {@link #finish}.
 */
public final class CaseIndexer implements AutoCloseable {
    private static final int WRITERS = Runtime.getRuntime().availableProcessors();
    private static final int MAX_QUEUED = 4 * WRITERS;

    private final IndexWriter writer;
    private final VocabularyBuilder vocabulary;
    private final Queue<Future<VocabularyBuilder.Words>> ahead = new ArrayDeque<>();
    private final ExecutorService writers = Executors.newFixedThreadPool(
            WRITERS, Thread.ofPlatform().daemon().name("case-writer-", 0).factory());

    public CaseIndexer(IndexWriter writer, NounExtractor nouns) {
        this.writer = writer;
        this.vocabulary = new VocabularyBuilder(nouns);
    }

    /**
     * Puts {@code canonical}, which came from {@code file}, in the place of the case that has its id.
     *
     * @throws IOException if this or an earlier case can't be written
     */
    void write(CaseStudy canonical, String file) throws IOException {
        ahead.add(writers.submit(() -> {
            writer.updateDocuments(IndexedFileCatalog.caseTerm(canonical.id()), CaseDocumentMapper.of(canonical, file));
            return vocabulary.words(canonical);
        }));
        if (ahead.size() > MAX_QUEUED) {
            count();
        }
    }

    /** Waits for the first of those being written. */
    private void count() throws IOException {
        try {
            vocabulary.add(ahead.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while indexing");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException unwritable -> throw unwritable;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException("a case can't be indexed", e.getCause());
            }
        }
    }

    /** Takes the case {@code id} out. */
    void deleteCase(String id) throws IOException {
        writer.deleteDocuments(IndexedFileCatalog.caseTerm(id));
    }

    void write(IndexedFile file) throws IOException {
        writer.updateDocument(IndexedFile.term(file.name()), file.document());
    }

    void deleteFile(String name) throws IOException {
        writer.deleteDocuments(IndexedFile.term(name));
    }

    /**
     * Waits until all cases are written.
     *
     * @throws IOException if one can't be
     */
    void finish() throws IOException {
        while (!ahead.isEmpty()) {
            count();
        }
    }

    /** The words of the cases, the best to suggest first, after {@link #finish}. */
    public List<VocabularyEntry> words() {
        return vocabulary.entries();
    }

    /** Waits until no case is being written. */
    @Override
    public void close() {
        writers.close();
    }
}
