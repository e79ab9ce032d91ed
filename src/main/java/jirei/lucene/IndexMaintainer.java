package jirei.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import jirei.lucene.index.CommitFiles;
import jirei.lucene.index.GenerationFolder;
import jirei.lucene.index.IndexUnavailableException;
import jirei.lucene.index.ServeLock;
import jirei.search.EngineReference;
import jirei.search.IndexState;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import jirei.search.SupervisedThread;
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

    /** A large index is verified only after the data for the first searches has been loaded. */
    private static final Duration VERIFY_DELAY = Duration.ofSeconds(1);

    private final CorpusReader corpus;
    private final Path folder;
    private final Listener listener;
    private final EngineReference engine;
    private final long maxSynchronousBytes;
    private final ServeLock serveLock;
    private final CommitWatch commits = new CommitWatch();
    private final CorpusWatcher corpusWatcher;
    private EmbeddedIndex index;
    /** The message about a damaged index, in Japanese; empty if it is intact. */
    private String damage = "";

    private List<String> lexiconFaults = List.of();
    private String failure = "";
    private String obstacle = "";
    private final PollSchedule schedule;
    private @Nullable SupervisedThread refreshThread;

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
        this.index = readLexicon();
        this.serveLock = ServeLock.of(GenerationFolder.in(folder));
        this.corpusWatcher = CorpusWatcher.of(corpus.directory());
        try {
            // an unreadable index is rebuilt, regardless of its size
            boolean isVerified = index.size() <= maxSynchronousBytes || !index.isOfThisProgram();
            this.schedule = new PollSchedule(isVerified ? Duration.ofMillis(1) : VERIFY_DELAY);
            if (!isVerified) {
                commits.suspect();
            }
            obstacle = serveLock.obstacle() == null ? "" : IndexMessages.notLockable(folder);
            if (!serveLock.isHeld()) {
                listener.sentences.accept(obstacle.isEmpty() ? IndexMessages.otherWriter(folder) : obstacle);
            }
            openFirst(isVerified);
            reportProblems();
            engine.setReadFailureListener(this::suspectDamage);
        } catch (IOException | RuntimeException e) {
            release();
            throw e;
        }
    }

    private void suspectDamage() {
        commits.suspect();
        corpusWatcher.wake();
    }

    /**
     * Opens the index of {@code corpus} in {@code folder}, and builds it if there is none. If it is damaged, an older
     * generation serves searches, or none, until it is rebuilt after {@link #start}.
     *
     * @throws CorpusFormatException if the lexicon has faults and there is no index built with an older one
     * @throws IndexUnavailableException if the folder cannot be used or is that of another corpus, or if another
     *     process is building the first index there
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
            lexiconFaults = IndexMessages.faults(corpus.directory(), e.diagnostics());
            e.diagnostics().forEach(listener.faults);
            listener.sentences.accept("語彙に問題があるため、索引を作ったときの語彙で答えます。");
            return fallback;
        }
    }

    private void openFirst(boolean isVerified) throws IOException {
        if (isVerified && index.isDamaged()) {
            serveFallback();
            return;
        }
        try {
            boolean isCurrent = serveLock.isHeld() && prepare();
            open(isVerified && isCurrent ? IndexState.CURRENT : IndexState.VERIFYING);
        } catch (IOException | RuntimeException e) {
            if (!isVerified && index.isDamaged()) {
                serveFallback();
            } else {
                openStale(e);
            }
        }
    }

    private void open(IndexState state) throws IOException {
        Optional<CommitFiles> commit = index.current().files(); // first: a later commit is opened in the next round
        engine.swap(index.open(), state);
        commits.open(commit);
    }

    /** Serves an index that cannot be updated, as on a full disk, as it is. */
    private void openStale(Exception e) throws IOException {
        IOException unlockable = serveLock.obstacle();
        try {
            open(IndexState.CURRENT);
            failure = String.valueOf(e.getMessage());
            engine.setUpdatesFail(true);
            listener.sentences.accept(failure);
        } catch (IOException unreadable) {
            unreadable.addSuppressed(e);
            if (unlockable != null) {
                throw GenerationFolder.notWritable(folder, unlockable);
            }
            throw e instanceof IOException cause ? cause : unreadable;
        }
    }

    /**
     * Brings the index up to date, unless that takes long and the existing index can serve meanwhile.
     *
     * @return whether the index is current
     */
    private boolean prepare() throws IOException {
        boolean isDeferred = index.isOfThisProgram()
                && index.isOwn()
                && (!index.canBeUpdated() || corpus.isLargerThan(maxSynchronousBytes));
        if (!isDeferred) {
            refresh();
        }
        return !isDeferred;
    }

    /** Serves the last intact index, or none, until the damaged one is rebuilt. */
    private void serveFallback() throws IOException {
        commits.reject(index.current().files());
        Optional<SearchEngine> fallback = index.openLast();
        reportDamage(IndexMessages.damaged(folder, fallback.map(SearchEngine::status)));
        if (fallback.isPresent()) {
            engine.swap(fallback.get(), IndexState.STALE);
        } else {
            engine.setMissing();
        }
    }

    private void reportDamage(String message) {
        damage = message;
        listener.sentences.accept(damage);
        reportProblems();
    }

    private void repair() throws IOException {
        IndexStatus status = index.repair(listener.progress, listener.faults);
        damage = "";
        listener.sentences.accept(IndexMessages.rebuilt(status));
    }

    private void refresh() throws IOException {
        long start = System.nanoTime();
        boolean isIncremental = index.canBeUpdated();
        Optional<IndexStatus> changed = index.refresh(listener.progress, listener.faults);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (isIncremental) {
            schedule.updated(took);
        }
        changed.ifPresent(status -> listener.sentences.accept(IndexMessages.updated(status, took)));
    }

    /** The engine over the newest index; closed with this object. */
    public EngineReference engine() {
        return engine;
    }

    /** Whether another process writes the index, or none can, and this one only reads it. */
    public boolean isReadOnly() {
        return !serveLock.isHeld();
    }

    /** Starts watching the corpus in a background thread. */
    public void start() {
        refreshThread = engine.threads().start("corpus-watch", this::watchOnce);
    }

    private void watchOnce() throws InterruptedException, IOException {
        corpusWatcher.await(schedule.pause());
        schedule.completed(refreshOnce());
        reportNotices();
    }

    /** Brings index and engine up to date. On failure, reports the problem, keeps the old engine and returns false. */
    private synchronized boolean refreshOnce() {
        String problem = "";
        boolean isCurrent = true;
        boolean isCompleted = false;
        try {
            inspect();
            takeOver();
            CorpusSnapshot now = schedule.timed(corpus::snapshot);
            if (serveLock.isHeld()) {
                update(now);
            }
            reopenIfChanged();
            isCurrent = serveLock.isHeld() || !index.isStale(now);
            isCompleted = true;
        } catch (IOException | UncheckedIOException e) {
            problem = IndexMessages.notUpdated(folder, e);
        } finally {
            if (!isCompleted) {
                commits.suspect();
            }
        }
        boolean isCorpusMissing = !Files.isDirectory(corpus.directory());
        engine.setUpdatesFail(!problem.isEmpty() || isCorpusMissing || (!isCurrent && !obstacle.isEmpty()));
        if (isCompleted) {
            engine.setNewestState(isCurrent ? IndexState.CURRENT : IndexState.UPDATING);
        }
        if (!problem.isEmpty() && !problem.equals(failure)) {
            listener.sentences.accept(problem);
        }
        failure = problem;
        reportProblems();
        return problem.isEmpty();
    }

    private void reportProblems() {
        Stream<String> indexProblems = Stream.of(damage, failure).filter(problem -> !problem.isEmpty());
        engine.setProblems(
                Stream.concat(indexProblems.map(problem -> folder + ":1: " + problem), lexiconFaults.stream())
                        .toList());
    }

    private void reportNotices() {
        String unwatched = corpusWatcher.problem();
        if (!unwatched.isEmpty() && !engine.notices().contains(unwatched)) {
            listener.sentences.accept(unwatched);
        }
        engine.setNotices(Stream.of(obstacle, unwatched, schedule.notice(unwatched.isEmpty()))
                .filter(notice -> !notice.isEmpty())
                .toList());
    }

    private void takeOver() {
        boolean wasHeld = serveLock.isHeld();
        if (serveLock.obtain() && !wasHeld) {
            listener.sentences.accept(IndexMessages.isWriter(!obstacle.isEmpty()));
            obstacle = "";
        }
    }

    /** Compares the searched index with the files on disk. */
    private void inspect() throws IOException {
        switch (commits.inspect(index.current())) {
            case INTACT -> {}
            case LOST -> {
                reportDamage(IndexMessages.lost(folder));
                engine.setNewestState(IndexState.STALE);
            }
            case DAMAGED -> serveFallback();
        }
    }

    private void update(CorpusSnapshot now) throws IOException {
        if (!damage.isEmpty()) {
            repair();
        }
        if (index.hasOtherLexicon(now)) {
            reloadLexicon();
        } else {
            lexiconFaults = List.of();
        }
        if (index.isStale(now)) {
            engine.setNewestState(IndexState.UPDATING);
            refresh();
        }
    }

    private void reloadLexicon() throws IOException {
        try {
            index = EmbeddedIndex.of(corpus, folder);
            lexiconFaults = List.of();
        } catch (CorpusFormatException e) {
            lexiconFaults = IndexMessages.faults(corpus.directory(), e.diagnostics());
        }
    }

    private void reopenIfChanged() throws IOException {
        Optional<CommitFiles> now = index.current().files();
        if (!commits.isNew(now)) {
            return;
        }
        index.checkOwner();
        if (!index.canBeUpdated()) {
            reloadLexicon();
        }
        try {
            engine.swap(index.open());
            commits.open(now);
            damage = "";
        } catch (IndexUnavailableException unreadable) {
            if (index.isDamaged()) {
                serveFallback();
            }
            throw unreadable;
        }
    }

    @Override
    public void close() throws IOException {
        SupervisedThread thread = refreshThread;
        if (thread != null) {
            thread.stop();
            corpusWatcher.close();
            thread.close();
        }
        synchronized (this) {
            engine.close();
            release();
        }
    }

    private void release() throws IOException {
        corpusWatcher.close();
        serveLock.close();
    }
}
