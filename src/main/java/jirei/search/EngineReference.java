package jirei.search;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reference to the current engine, which can be swapped while requests are served: {@link #acquire} returns a snapshot that stays
 * open until {@link #release}. Modelled on Lucene's {@code ReferenceManager}.
 *
 * <p>Until the first {@link #swap}, or after {@link #setUnavailable}, there is no engine. Thread-safe.
 */
public final class EngineReference implements AutoCloseable {
    private static final IndexStatus MISSING =
            new IndexStatus(0, 0, 0, 0, "", List.of(), IndexState.MISSING, IndexSize.NONE);

    /** Open engines and their references: one for being current, one for each {@link #acquire}. */
    private final IdentityHashMap<SearchEngine, Integer> references = new IdentityHashMap<>();

    private @Nullable SearchEngine current;
    private IndexState state = IndexState.MISSING;
    private @Nullable String unavailable;
    private List<String> problems = List.of();
    private List<String> notices = List.of();
    private boolean updatesFail;
    private Runnable readFailureListener = () -> {};
    private boolean closed;
    private final SupervisedThreads threads;

    /** No engine yet. */
    public EngineReference() {
        this(new SupervisedThreads());
    }

    /** No engine yet; {@code threads} keep the index current. */
    public EngineReference(SupervisedThreads threads) {
        this.threads = threads;
    }

    /** Refers to {@code engine}, which is closed with this. */
    public EngineReference(SearchEngine engine) {
        this();
        current = engine;
        state = engine.status().state();
        references.put(engine, 1);
    }

    /** A computation over a snapshot. Run once, by the caller of {@link #with}. Not thread-safe. */
    @FunctionalInterface
    public interface Task<T, X extends Exception> {
        T run(SearchEngine snapshot) throws IOException, X;
    }

    /**
     * Returns the current engine, which stays open until it is released.
     *
     * @throws IndexNotReadyException if there is no index yet
     * @throws SearchUnavailableException if the index cannot be reached
     * @throws IllegalStateException if this is closed
     */
    public synchronized SearchEngine acquire() throws IndexNotReadyException {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        requireReachable();
        SearchEngine engine = current;
        if (engine == null) {
            throw new IndexNotReadyException();
        }
        references.merge(engine, 1, Integer::sum);
        return engine;
    }

    private void requireReachable() {
        if (unavailable != null) {
            throw new SearchUnavailableException(unavailable);
        }
    }

    /**
     * Ends the use of {@code engine}; a swapped engine is closed by its last release.
     *
     * @throws IllegalStateException if {@code engine} was not acquired
     */
    public void release(SearchEngine engine) throws IOException {
        boolean isLast;
        synchronized (this) {
            if (!references.containsKey(engine)) {
                throw new IllegalStateException("the engine must have been acquired before its release");
            }
            // null removes the entry
            isLast = references.computeIfPresent(engine, (key, count) -> count == 1 ? null : count - 1) == null;
        }
        if (isLast) {
            engine.close();
        }
    }

    /**
     * Runs {@code task} over a snapshot that is acquired before and released after it. If the task fails as it does over
     * damaged files, the read failure listener is called.
     *
     * @throws SearchUnavailableException if a file of the index was truncated while it was read
     */
    public <T, X extends Exception> T with(Task<T, X> task) throws IOException, X {
        SearchEngine snapshot = acquire();
        try {
            return task.run(snapshot);
        } catch (SearchTimeoutException | SearchUnavailableException | TooManyClausesException limit) {
            throw limit;
        } catch (InternalError unreadable) {
            // thrown for a mapped file that has become shorter
            readFailureListener().run();
            throw new SearchUnavailableException(
                    "索引のファイルが途中で変わったため、読み取れませんでした。もう一度お試しください。", new IOException(unreadable));
        } catch (IOException | RuntimeException | Error failure) {
            readFailureListener().run();
            throw failure;
        } finally {
            release(snapshot);
        }
    }

    private synchronized Runnable readFailureListener() {
        return readFailureListener;
    }

    /**
     * Sets the listener that is called after a task has failed, by the thread of the task. The cause may be damage of
     * the index or a defect of the program.
     */
    public synchronized void setReadFailureListener(Runnable listener) {
        readFailureListener = listener;
    }

    /** Makes {@code next} the current engine; it is closed with this. */
    public void swap(SearchEngine next) throws IOException {
        swap(next, next.status().state());
    }

    /** As {@link #swap(SearchEngine)}, and reports its index as {@code nextState}. */
    public void swap(SearchEngine next, IndexState nextState) throws IOException {
        replace(next, nextState, null);
    }

    /** There is no engine until the next swap, since the index is being built. */
    public void setMissing() throws IOException {
        replace(null, IndexState.MISSING, null);
    }

    /** There is no engine until the next swap, since the index cannot be reached; {@code sentence} says why and what to do. */
    public void setUnavailable(String sentence) throws IOException {
        replace(null, IndexState.MISSING, sentence);
    }

    private void replace(@Nullable SearchEngine next, IndexState nextState, @Nullable String sentence)
            throws IOException {
        SearchEngine old;
        synchronized (this) {
            old = current;
            current = next;
            state = nextState;
            unavailable = sentence;
            if (next != null) {
                references.put(next, 1);
            }
        }
        if (old != null) {
            release(old);
        }
    }

    /** Reports the current index as {@code next}, unless it is an older one that serves until the newest is rebuilt. */
    public synchronized void setNewestState(IndexState next) {
        if (current != null && state != IndexState.STALE) {
            state = next;
        }
    }

    /** Sets whether changes of the corpus cannot be indexed; if so, a current index is reported as failing. */
    public synchronized void setUpdatesFail(boolean fail) {
        updatesFail = fail;
    }

    /** Sets the sentences about how the index is kept current, in Japanese, in place of those set before. */
    public synchronized void setNotices(List<String> sentences) {
        notices = List.copyOf(sentences);
    }

    /** Returns the sentences about how the index is kept current, in Japanese; empty in normal operation. */
    public synchronized List<String> notices() {
        return notices;
    }

    /** Returns the threads that keep the index current. */
    public SupervisedThreads threads() {
        return threads;
    }

    /** Returns the state of the current index. */
    public synchronized IndexState state() {
        boolean isFailing = updatesFail || threads.isFailing();
        return isFailing && (state == IndexState.CURRENT || state == IndexState.UPDATING) ? IndexState.FAILING : state;
    }

    /** Adds {@code faults}, as {@code file:line: problem}, to those of the status, in place of those set before. */
    public synchronized void setProblems(List<String> faults) {
        problems = List.copyOf(faults);
    }

    /**
     * The status of the current index, with the state and problems set here.
     *
     * @throws SearchUnavailableException if the index cannot be reached
     */
    public IndexStatus status() {
        SearchEngine engine;
        IndexState reported;
        List<String> added;
        synchronized (this) {
            requireReachable();
            engine = current;
            reported = state();
            added = problems;
        }
        // an engine answers this without its files, closed or not
        IndexStatus status = engine == null ? MISSING : engine.status();
        return new IndexStatus(
                status.cases(),
                status.sections(),
                status.faults() + added.size(),
                status.schemaVersion(),
                status.fingerprint(),
                Stream.concat(added.stream(), status.faultList().stream())
                        .limit(IndexStatus.MAX_LISTED)
                        .toList(),
                reported,
                status.size());
    }

    /** Closes the current engine once its last snapshot is released. */
    @Override
    public void close() throws IOException {
        SearchEngine last;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            last = current;
        }
        if (last != null) {
            release(last);
        }
    }
}
