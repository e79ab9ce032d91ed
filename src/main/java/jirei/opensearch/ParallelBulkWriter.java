package jirei.opensearch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * Analyzes and writes cases on several threads, each with at most one bulk request in flight. The caller blocks while
 * the queue is full; a failure is thrown by the next call. Not thread-safe.
 */
final class ParallelBulkWriter implements AutoCloseable {
    private static final int MAX_THREADS = 8;
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, MAX_THREADS);
    /** Enough queued cases to keep every thread busy. */
    private static final int MAX_QUEUED = 4 * THREADS;

    private final Analyzer analyzer;
    private final GlobalStatisticsTerms statisticsTerms;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Semaphore permits = new Semaphore(MAX_QUEUED);
    private final List<BulkWriter> all = new ArrayList<>();
    private final BlockingQueue<BulkWriter> idle = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /**
     * @param analyzer analyzes the text fields
     * @param statisticsTerms samples the documents
     * @param writers creates a bulk writer for each thread
     */
    ParallelBulkWriter(Analyzer analyzer, GlobalStatisticsTerms statisticsTerms, Supplier<BulkWriter> writers) {
        this.analyzer = analyzer;
        this.statisticsTerms = statisticsTerms;
        for (int i = 0; i < THREADS; i++) {
            all.add(writers.get());
        }
        idle.addAll(all);
    }

    /**
     * Writes the documents of a case, its sections before the case; runs {@code task} on the thread that analyzes them.
     *
     * @param rejected called on that thread if the documents cannot be analyzed; none of them is written then
     */
    void write(String caseId, List<Document> block, Runnable task, Consumer<Throwable> rejected) throws IOException {
        run(() -> {
            task.run();
            List<Map<String, Object>> json;
            try {
                json = serialize(block, caseId);
            } catch (RuntimeException | StackOverflowError e) {
                rejected.accept(e);
                return;
            }
            BulkWriter writer = idle.remove(); // never empty: there are as many writers as threads
            try {
                write(caseId, json, writer);
            } finally {
                idle.add(writer);
            }
        });
    }

    private static void write(String caseId, List<Map<String, Object>> block, BulkWriter writer) {
        int sections = block.size() - 1;
        for (int position = 0; position < sections; position++) {
            writer.add(BulkWriter.sectionId(caseId, position), caseId, block.get(position));
        }
        writer.addCase(caseId, block.get(sections));
    }

    private List<Map<String, Object>> serialize(List<Document> block, String caseId) {
        List<Map<String, Object>> json = new ArrayList<>();
        block.forEach(document -> json.add(DocumentSerializer.of(document, caseId, analyzer)));
        json.forEach(statisticsTerms::add);
        return json;
    }

    private void run(Runnable task) throws IOException {
        acquire(1);
        throwFailure();
        threads.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) { // kept for the next call, so that a case is never lost silently
                failure.compareAndSet(null, e);
            } finally {
                permits.release();
            }
        });
    }

    private void acquire(int count) throws InterruptedIOException {
        try {
            permits.acquire(count);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("writing was broken off");
        }
    }

    private void throwFailure() {
        Throwable cause = failure.get();
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause != null) {
            throw new IllegalStateException("a case wasn't written", cause);
        }
    }

    /** Flushes all writers and waits until everything is written. */
    void finish() throws IOException {
        acquire(MAX_QUEUED);
        permits.release(MAX_QUEUED);
        for (BulkWriter one : all) {
            run(one::flush);
        }
        acquire(MAX_QUEUED);
        throwFailure();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
