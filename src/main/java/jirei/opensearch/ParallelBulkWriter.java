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
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * Cuts cases into terms and writes them, several at a time: each thread has a request of its own under way at most. Whoever hands
 * cases over waits while all are busy, and is told by the next case, or at the end, what went wrong.
 */
final class ParallelBulkWriter implements AutoCloseable {
    private static final int MAX_THREADS = 8;
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, MAX_THREADS);
    /** So that nobody waits for the next case. */
    private static final int HANDED_OVER = 4 * THREADS;

    private final Analyzer analyzer;
    private final GlobalStatisticsTerms common;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Semaphore room = new Semaphore(HANDED_OVER);
    private final List<BulkWriter> all = new ArrayList<>();
    private final BlockingQueue<BulkWriter> idle = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /**
     * @param analyzer cuts the texts
     * @param common looks at the documents
     * @param writing makes what writes, one for each thread
     */
    ParallelBulkWriter(Analyzer analyzer, GlobalStatisticsTerms common, Supplier<BulkWriter> writing) {
        this.analyzer = analyzer;
        this.common = common;
        for (int i = 0; i < THREADS; i++) {
            all.add(writing.get());
        }
        idle.addAll(all);
    }

    /** Writes the documents of a case: its sections, then itself; runs {@code beside} in the thread that cuts them. */
    void write(String caseId, List<Document> block, Runnable beside) throws IOException {
        run(() -> {
            beside.run();
            BulkWriter mine = idle.remove(); // there are as many as threads
            try {
                write(caseId, block, mine);
            } finally {
                idle.add(mine);
            }
        });
    }

    private void write(String caseId, List<Document> block, BulkWriter mine) {
        int sections = block.size() - 1;
        for (int position = 0; position < sections; position++) {
            mine.add(BulkWriter.sectionId(caseId, position), caseId, json(block.get(position), caseId));
        }
        mine.addCase(caseId, json(block.get(sections), caseId));
    }

    private Map<String, Object> json(Document document, String caseId) {
        Map<String, Object> json = DocumentSerializer.of(document, caseId, analyzer);
        common.add(json);
        return json;
    }

    private void run(Runnable work) throws IOException {
        acquire(1);
        throwFailure();
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) { // a case that is lost without a word would be the worst
                failure.compareAndSet(null, e);
            } finally {
                room.release();
            }
        });
    }

    private void acquire(int places) throws InterruptedIOException {
        try {
            room.acquire(places);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("writing was broken off");
        }
    }

    private void throwFailure() {
        Throwable known = failure.get();
        if (known instanceof RuntimeException defaultValue) {
            throw defaultValue;
        }
        if (known != null) {
            throw new IllegalStateException("a case wasn't written", known);
        }
    }

    /** Waits until everything is written. */
    void finish() throws IOException {
        acquire(HANDED_OVER);
        room.release(HANDED_OVER);
        for (BulkWriter one : all) {
            run(one::flush);
        }
        acquire(HANDED_OVER);
        throwFailure();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
