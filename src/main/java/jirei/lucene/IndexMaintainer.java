package jirei.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import jirei.corpus.CorpusReader;
import jirei.corpus.CorpusSnapshot;
import jirei.corpus.CorpusWatcher;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;
import jirei.lucene.index.GenerationFolder;
import jirei.lucene.index.IndexUnavailableException;
import jirei.lucene.index.IndexedFile;
import jirei.search.EngineReference;
import jirei.search.IndexState;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import org.apache.lucene.store.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the embedded index of a corpus open and current: a thread watches the corpus, updates the index and swaps the
 * engine. One process writes an index; others on the same folder only read it and reopen what the writer commits, and
 * one of them takes over when the writer ends. Thread-safe.
 */
public final class IndexMaintainer implements AutoCloseable {
    /**
     * In bytes, read within some tenths of a second. A larger index is verified, and a larger corpus scanned, only
     * after serving has started.
     */
    private static final long MAX_SYNCHRONOUS_BYTES = 1L << 25;

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    /** Scanning many files takes time; the pause between scans is this multiple of the last scan. */
    private static final int POLL_TIME_RATIO = 10;

    /** A large index is verified only after the data for the first searches has been loaded. */
    private static final Duration VERIFY_DELAY = Duration.ofSeconds(1);

    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);

    private final CorpusReader corpus;
    private final Path folder;
    private final Listener listener;
    private final GenerationFolder generations;
    private final EngineReference engine;
    private final long maxSynchronousBytes;
    private EmbeddedIndex index;
    private @Nullable Lock serveLock;
    private String state;
    private boolean isVerified;
    /** The message about a damaged index, in Japanese; empty if it is intact. */
    private String damage = "";

    private List<String> lexiconFaults = List.of();
    private String failure = "";
    private volatile @Nullable CorpusWatcher corpusWatcher;
    private @Nullable Thread refreshThread;

    /**
     * Receives the events of an index. Immutable.
     *
     * @param sentences takes messages for the user, in Japanese
     * @param progress takes the number of cases read so far in a full build
     * @param faults takes the faults of the files read
     */
    public record Listener(Consumer<String> sentences, LongConsumer progress, Consumer<CorpusDiagnostic> faults) {}

    private IndexMaintainer(
            CorpusReader corpus, Path folder, Listener listener, EngineReference engine, long maxSynchronousBytes)
            throws IOException, CorpusFormatException {
        this.corpus = corpus;
        this.folder = folder;
        this.listener = listener;
        this.engine = engine;
        this.maxSynchronousBytes = maxSynchronousBytes;
        this.generations = GenerationFolder.in(folder);
        this.index = readLexicon();
        this.serveLock = generations.keep().orElse(null);
        try {
            // an unreadable index is rebuilt, regardless of its size
            isVerified = index.size() <= maxSynchronousBytes || !index.isOfThisProgram();
            if (serveLock == null) {
                listener.sentences.accept(
                        "索引フォルダ「" + folder + "」はほかの jirei が新しくしているので、この jirei は読むだけにします。事例ファイルの変更は、そちらを通して現れます。");
            }
            openFirst();
            this.state = index.state().orElse("");
            reportProblems();
        } catch (IOException | RuntimeException e) {
            release();
            throw e;
        }
    }

    /**
     * Opens the index of {@code corpus} in {@code folder}, and builds it if there is none. If it is damaged, an older
     * generation serves searches, or none, until it is rebuilt after {@link #start}.
     *
     * @throws CorpusFormatException if the lexicon has faults and there is no index built with an older one
     * @throws IndexUnavailableException if the folder cannot be used, or another process is building the first
     *     index there
     */
    public static IndexMaintainer open(CorpusReader corpus, Path folder, Listener listener)
            throws IOException, CorpusFormatException {
        return open(corpus, folder, listener, new EngineReference());
    }

    /** As {@link #open(CorpusReader, Path, Listener)}, serving through {@code engine}. */
    public static IndexMaintainer open(CorpusReader corpus, Path folder, Listener listener, EngineReference engine)
            throws IOException, CorpusFormatException {
        return open(corpus, folder, listener, engine, MAX_SYNCHRONOUS_BYTES);
    }

    /**
     * @param maxSynchronousBytes in bytes; a larger index is verified, and a larger corpus scanned, after {@link
     *     #start}
     */
    static IndexMaintainer open(
            CorpusReader corpus, Path folder, Listener listener, EngineReference engine, long maxSynchronousBytes)
            throws IOException, CorpusFormatException {
        return new IndexMaintainer(corpus, folder, listener, engine, maxSynchronousBytes);
    }

    /** The index with the current lexicon; if that has faults, with the lexicon of the existing index. */
    private EmbeddedIndex readLexicon() throws IOException, CorpusFormatException {
        try {
            EmbeddedIndex loaded = EmbeddedIndex.of(corpus, folder);
            lexiconFaults = List.of();
            return loaded;
        } catch (CorpusFormatException e) {
            EmbeddedIndex fallback =
                    EmbeddedIndex.byItsOwnLexicon(corpus, folder).orElseThrow(() -> e);
            lexiconFaults = relativeTo(corpus.directory(), e.diagnostics());
            e.diagnostics().forEach(listener.faults);
            listener.sentences.accept("語彙に問題があるため、索引を作ったときの語彙で答えます。");
            return fallback;
        }
    }

    private void openFirst() throws IOException {
        if (isVerified && index.isDamaged()) {
            serveFallback();
            return;
        }
        try {
            boolean isCurrent = serveLock == null || prepare();
            engine.swap(index.open(), isVerified && isCurrent ? IndexState.CURRENT : IndexState.VERIFYING);
        } catch (IOException | RuntimeException e) {
            if (!isVerified && index.isDamaged()) {
                isVerified = true;
                serveFallback();
            } else {
                openStale(e);
            }
        }
    }

    /** Serves an index that cannot be updated, as on a full disk, as it is. */
    private void openStale(Exception e) throws IOException {
        try {
            engine.swap(index.open());
            failure = String.valueOf(e.getMessage());
            listener.sentences.accept(failure);
        } catch (IOException unreadable) {
            unreadable.addSuppressed(e);
            throw e instanceof IOException cause ? cause : unreadable;
        }
    }

    /**
     * Brings the index up to date, unless that takes long and the existing index can serve meanwhile.
     *
     * @return whether the index is current
     */
    private boolean prepare() throws IOException {
        boolean isDeferred =
                index.isOfThisProgram() && (!index.canBeUpdated() || corpus.isLargerThan(maxSynchronousBytes));
        if (!isDeferred) {
            refresh();
        }
        return !isDeferred;
    }

    /** Serves the last intact index, or none, until the damaged one is rebuilt. */
    private void serveFallback() throws IOException {
        Optional<SearchEngine> fallback = index.openLast();
        damage = "索引フォルダ「" + folder + "」の索引が壊れているため、事例ファイルから作り直します。"
                + (fallback.isPresent()
                        ? "できるまでは、その前の索引（" + fallback.get().status().cases() + "事例）で答えます。新しい変更は入っていないことがあります。"
                        : "できるまで検索はできません。");
        listener.sentences.accept(damage);
        if (fallback.isPresent()) {
            engine.swap(fallback.get(), IndexState.STALE);
        } else {
            engine.setMissing();
        }
    }

    private void repair() throws IOException {
        IndexStatus status = index.repair(listener.progress, listener.faults);
        damage = "";
        listener.sentences.accept("索引を作り直しました: " + status.cases() + "事例、" + status.sections() + "節");
    }

    private void refresh() throws IOException {
        long start = System.nanoTime();
        Optional<IndexStatus> changed = index.refresh(listener.progress, listener.faults);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        changed.ifPresent(status -> listener.sentences.accept("索引を新しくしました: " + status.cases() + "事例、"
                + status.sections() + "節（" + Math.round(millis / 100.0) / 10.0 + "秒）"));
    }

    /** The engine over the newest index; closed with this object. */
    public EngineReference engine() {
        return engine;
    }

    /** Whether another process writes the index and this one only reads it. */
    public synchronized boolean isReadOnly() {
        return serveLock == null;
    }

    /** Starts watching the corpus in a background thread. */
    public void start() throws IOException {
        corpusWatcher = CorpusWatcher.of(corpus.directory());
        refreshThread = Thread.ofPlatform().daemon().name("corpus-watch").start(this::run);
    }

    private void run() {
        Duration wait = isVerified ? Duration.ofMillis(1) : VERIFY_DELAY;
        try {
            CorpusWatcher watching = corpusWatcher;
            while (watching != null && !Thread.currentThread().isInterrupted()) {
                watching.await(wait);
                long start = System.nanoTime();
                boolean succeeded = refreshOnce();
                Duration pause = Duration.ofNanos((System.nanoTime() - start) * POLL_TIME_RATIO);
                wait = pause.compareTo(POLL_INTERVAL) > 0 ? pause : POLL_INTERVAL;
                wait = succeeded ? wait : RETRY_INTERVAL;
                watching = corpusWatcher;
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Brings index and engine up to date. On failure, reports the problem, keeps the old engine and returns false. */
    private synchronized boolean refreshOnce() {
        String problem = "";
        try {
            verifyOnce();
            if (serveLock == null) {
                takeOver();
            }
            if (serveLock != null) {
                update();
            }
            reopenIfChanged();
        } catch (IOException | UncheckedIOException e) {
            problem = String.valueOf(e.getMessage());
        }
        if (!problem.isEmpty() && !problem.equals(failure)) {
            listener.sentences.accept(problem);
        }
        failure = problem;
        reportProblems();
        engine.setState(IndexState.VERIFYING, IndexState.CURRENT);
        return problem.isEmpty();
    }

    private void reportProblems() {
        Stream<String> indexProblems = Stream.of(damage, failure).filter(problem -> !problem.isEmpty());
        engine.setProblems(
                Stream.concat(indexProblems.map(problem -> folder + ":1: " + problem), lexiconFaults.stream())
                        .toList());
    }

    private void takeOver() throws IOException {
        serveLock = generations.keep().orElse(null);
        if (serveLock != null) {
            listener.sentences.accept("ほかの jirei が終わったので、これからはこの jirei が索引を新しくします。");
        }
    }

    /** Verifies a large index once for damage. */
    private void verifyOnce() throws IOException {
        if (!isVerified) {
            isVerified = true;
            if (index.isDamaged()) {
                serveFallback();
                reportProblems();
            }
        }
    }

    private void update() throws IOException {
        if (!damage.isEmpty()) {
            repair();
        }
        CorpusSnapshot now = corpus.snapshot();
        if (index.hasOtherLexicon(now)) {
            reloadLexicon();
        } else {
            lexiconFaults = List.of();
        }
        if (index.isStale()) {
            refresh();
        }
    }

    private void reloadLexicon() throws IOException {
        try {
            index = EmbeddedIndex.of(corpus, folder);
            lexiconFaults = List.of();
        } catch (CorpusFormatException e) {
            lexiconFaults = relativeTo(corpus.directory(), e.diagnostics());
        }
    }

    private static List<String> relativeTo(Path directory, List<CorpusDiagnostic> faults) {
        return faults.stream()
                .map(fault -> directory.relativize(fault.file()) + ":" + IndexedFile.lineOf(fault))
                .toList();
    }

    private void reopenIfChanged() throws IOException {
        String now = index.state().orElse(state);
        if (!now.equals(state)) {
            if (!index.canBeUpdated()) {
                reloadLexicon();
            }
            engine.swap(index.open());
            state = now;
            damage = "";
        }
    }

    @Override
    public void close() throws IOException {
        Thread thread = refreshThread;
        CorpusWatcher watching = corpusWatcher;
        corpusWatcher = null;
        if (thread != null && watching != null) {
            watching.close();
            join(thread);
        }
        synchronized (this) {
            engine.close();
            release();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void release() throws IOException {
        if (serveLock != null) {
            serveLock.close();
        }
    }
}
