package jirei.lucene.index;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import jirei.analysis.NounExtractor;
import jirei.cases.CaseStudy;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.vocabulary.Vocabulary;
import jirei.engine.vocabulary.VocabularyBuilder;
import jirei.engine.vocabulary.VocabularyEntry;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;

/**
 * Writes cases and file records into an index, and collects the vocabulary of the cases. Cases are analyzed on all
 * processors and added to the index in any order, but their words are counted in the order in which the cases were
 * given. Everything is written once {@link #finish} returns. Not thread-safe.
 */
public final class CaseIndexer implements AutoCloseable {
    private static final int WRITERS = Runtime.getRuntime().availableProcessors();
    private static final int MAX_QUEUED = 4 * WRITERS;

    private final IndexWriter writer;
    private final VocabularyBuilder vocabulary;
    private final Queue<Pending> pending = new ArrayDeque<>();
    private final ExecutorService writers = Executors.newFixedThreadPool(
            WRITERS, Thread.ofPlatform().daemon().name("case-writer-", 0).factory());

    /**
     * @param writer not closed with this
     * @param nouns extracts the words to be suggested
     */
    public CaseIndexer(IndexWriter writer, NounExtractor nouns) {
        this.writer = writer;
        this.vocabulary = new VocabularyBuilder(nouns);
    }

    /**
     * A case that is being written.
     *
     * @param rejected receives the failure, if the case cannot be indexed
     */
    private record Pending(Future<VocabularyBuilder.Words> words, Consumer<Throwable> rejected) {}

    /**
     * Adds {@code canonical}, read from {@code file}, and replaces the case with the same ID.
     *
     * @param rejected called by this method for a later case, or by {@link #finish}, if the case cannot be indexed;
     *     nothing of it is written then
     * @throws IOException if the index cannot be written
     */
    void write(CaseStudy canonical, String file, Consumer<Throwable> rejected) throws IOException {
        Future<VocabularyBuilder.Words> words = writers.submit(() -> {
            VocabularyBuilder.Words found = vocabulary.words(canonical);
            writer.updateDocuments(IndexedFileCatalog.caseTerm(canonical.id()), CaseDocumentMapper.of(canonical, file));
            return found;
        });
        pending.add(new Pending(words, rejected));
        if (pending.size() > MAX_QUEUED) {
            awaitFirst();
        }
    }

    /** Waits for the first pending case and counts its words. */
    private void awaitFirst() throws IOException {
        Pending first = pending.remove();
        try {
            vocabulary.add(first.words.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while indexing");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException unwritable -> throw unwritable;
                case UncheckedIOException unwritable -> throw unwritable;
                case null -> throw new IllegalStateException("a case cannot be indexed", e);
                case Throwable failure when writer.isOpen() -> first.rejected.accept(failure);
                case RuntimeException closed -> throw closed;
                case Throwable closed -> throw new AlreadyClosedException("the writer failed", closed);
            }
        }
    }

    /** Deletes the case {@code id}. */
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
     * @throws IOException if a case cannot be written
     */
    void finish() throws IOException {
        while (!pending.isEmpty()) {
            awaitFirst();
        }
    }

    /** Returns the words of the cases, best suggestions first; to be called after {@link #finish}. */
    public List<VocabularyEntry> words() {
        return vocabulary.entries();
    }

    /**
     * Adds the words of the indexed cases to the vocabulary in file {@code current}, after {@link #finish}. A new file is
     * written only if there are new words.
     *
     * @param commit the generation of the last commit, which is part of the name of a new file
     * @return the name of the current vocabulary file
     */
    public String updateVocabulary(Directory directory, String current, long commit) throws IOException {
        List<VocabularyEntry> before = Vocabulary.read(directory, current).entries();
        List<VocabularyEntry> joined = VocabularyBuilder.joined(before, words());
        if (joined.size() == before.size()) {
            return current;
        }
        Vocabulary.deleteOthers(current, directory); // left behind by a crash
        String next = Vocabulary.file(commit + 1);
        Vocabulary.write(joined, directory, next);
        return next;
    }

    /** Waits until no case is being written. */
    @Override
    public void close() {
        writers.close();
    }
}
