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
 * The index of a corpus, open and up to date: a thread watches the corpus, updates the index, and lets the engine answer by it.
 * One process keeps an index; others on the same folder follow what it writes, and one of them takes over when it ends.
 */
public final class IndexMaintainer implements AutoCloseable {
    /** In bytes: what is read in some tenths of a second. A larger index is checked, a larger corpus looked at, while it answers. */
    private static final long MAX_SYNCHRONOUS_BYTES = 1L << 25;

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    /** Looking at many files takes a while: this part of the time at most. */
    private static final int SHARE_OF_LOOKING = 10;

    /** A large index is checked when it has loaded what the first answers need. */
    private static final Duration AFTER_FIRST_ANSWERS = Duration.ofSeconds(1);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final CorpusReader corpus;
    private final Path folder;
    private final Listener telling;
    private final GenerationFolder generations;
    private final EngineReference engine;
    private final long mostReadFirst;
    private EmbeddedIndex index;
    private @Nullable Lock keeping;
    private String state;
    private boolean isChecked;
    /** What is said of an index that is damaged; empty where it isn't. */
    private String damage = "";

    private List<String> lexiconFaults = List.of();
    private String failure = "";
    private volatile @Nullable CorpusWatcher watch;
    private @Nullable Thread watcher;

    /**
     * Whom to tell what happens.
     *
     * @param sentences takes what a person should know, in Japanese
     * @param progress takes how many cases have been read where all are
     * @param faults takes the faults of files that were read
     */
    public record Listener(Consumer<String> sentences, LongConsumer progress, Consumer<CorpusDiagnostic> faults) {}

    private IndexMaintainer(
            CorpusReader corpus, Path folder, Listener telling, EngineReference engine, long mostReadFirst)
            throws IOException, CorpusFormatException {
        this.corpus = corpus;
        this.folder = folder;
        this.telling = telling;
        this.engine = engine;
        this.mostReadFirst = mostReadFirst;
        this.generations = GenerationFolder.in(folder);
        this.index = readLexicon();
        this.keeping = generations.keep().orElse(null);
        try {
            // one that can't be read is built anew, whatever its size
            isChecked = index.size() <= mostReadFirst || !index.isOfThisProgram();
            if (keeping == null) {
                telling.sentences.accept(
                        "索引フォルダ「" + folder + "」はほかの jirei が新しくしているので、この jirei は読むだけにします。事例ファイルの変更は、そちらを通して現れます。");
            }
            openFirst();
            this.state = index.state().orElse("");
            tellTroubles();
        } catch (IOException | RuntimeException e) {
            release();
            throw e;
        }
    }

    /**
     * Opens the index of {@code corpus} in {@code folder}, built first where there is none. Where it is damaged, an older one
     * answers, or none, until it is built anew after {@link #start}.
     *
     * @throws CorpusFormatException if the lexicon has faults and there is no index by an older one
     * @throws IndexUnavailableException if the folder can't be used, or another process builds its first index there
     */
    public static IndexMaintainer open(CorpusReader corpus, Path folder, Listener telling)
            throws IOException, CorpusFormatException {
        return open(corpus, folder, telling, new EngineReference());
    }

    /** As {@link #open(CorpusReader, Path, Listener)}, for {@code engine} to answer by it. */
    public static IndexMaintainer open(CorpusReader corpus, Path folder, Listener telling, EngineReference engine)
            throws IOException, CorpusFormatException {
        return open(corpus, folder, telling, engine, MAX_SYNCHRONOUS_BYTES);
    }

    /** @param mostReadFirst in bytes: a larger index is checked, and a larger corpus looked at, after {@link #start} */
    static IndexMaintainer open(
            CorpusReader corpus, Path folder, Listener telling, EngineReference engine, long mostReadFirst)
            throws IOException, CorpusFormatException {
        return new IndexMaintainer(corpus, folder, telling, engine, mostReadFirst);
    }

    /** The index by the lexicon of now; where that has faults, by the one that it was built with. */
    private EmbeddedIndex readLexicon() throws IOException, CorpusFormatException {
        try {
            EmbeddedIndex read = EmbeddedIndex.of(corpus, folder);
            lexiconFaults = List.of();
            return read;
        } catch (CorpusFormatException e) {
            EmbeddedIndex last = EmbeddedIndex.byItsOwnLexicon(corpus, folder).orElseThrow(() -> e);
            lexiconFaults = below(corpus.directory(), e.diagnostics());
            e.diagnostics().forEach(telling.faults);
            telling.sentences.accept("語彙に問題があるため、索引を作ったときの語彙で答えます。");
            return last;
        }
    }

    private void openFirst() throws IOException {
        if (isChecked && index.isDamaged()) {
            serveFallback();
            return;
        }
        try {
            boolean isPrepared = keeping == null || prepare();
            engine.swap(index.open(), isChecked && isPrepared ? IndexState.CURRENT : IndexState.VERIFYING);
        } catch (IOException | RuntimeException e) {
            if (!isChecked && index.isDamaged()) {
                isChecked = true;
                serveFallback();
            } else {
                openAllTheSame(e);
            }
        }
    }

    /** An index that can't be brought up to date, as on a full disk, answers as it is. */
    private void openAllTheSame(Exception e) throws IOException {
        try {
            engine.swap(index.open());
            failure = String.valueOf(e.getMessage());
            telling.sentences.accept(failure);
        } catch (IOException none) {
            none.addSuppressed(e);
            throw e instanceof IOException why ? why : none;
        }
    }

    /** Brings the index up to date unless that takes long and there is one that answers meanwhile; whether it is up to date. */
    private boolean prepare() throws IOException {
        boolean waits = index.isOfThisProgram() && (!index.canBeUpdated() || corpus.isLargerThan(mostReadFirst));
        if (!waits) {
            refresh();
        }
        return !waits;
    }

    /** Serves the last intact index, or none, until the damaged one is rebuilt. */
    private void serveFallback() throws IOException {
        Optional<SearchEngine> last = index.openLast();
        damage = "索引フォルダ「" + folder + "」の索引が壊れているため、事例ファイルから作り直します。"
                + (last.isPresent()
                        ? "できるまでは、その前の索引（" + last.get().status().cases() + "事例）で答えます。新しい変更は入っていないことがあります。"
                        : "できるまで検索はできません。");
        telling.sentences.accept(damage);
        if (last.isPresent()) {
            engine.swap(last.get(), IndexState.STALE);
        } else {
            engine.setMissing();
        }
    }

    private void repair() throws IOException {
        IndexStatus status = index.repair(telling.progress, telling.faults);
        damage = "";
        telling.sentences.accept("索引を作り直しました: " + status.cases() + "事例、" + status.sections() + "節");
    }

    private void refresh() throws IOException {
        long start = System.nanoTime();
        Optional<IndexStatus> changed = index.refresh(telling.progress, telling.faults);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        changed.ifPresent(status -> telling.sentences.accept("索引を新しくしました: " + status.cases() + "事例、" + status.sections()
                + "節（" + Math.round(millis / 100.0) / 10.0 + "秒）"));
    }

    /** What answers, by the newest index; closed with this. */
    public EngineReference engine() {
        return engine;
    }

    /** Whether another process keeps the index and this one only reads it. */
    public synchronized boolean isReadOnly() {
        return keeping == null;
    }

    /** Begins to watch the corpus. */
    public void start() throws IOException {
        watch = CorpusWatcher.of(corpus.directory());
        watcher = Thread.ofPlatform().daemon().name("corpus-watch").start(this::run);
    }

    private void run() {
        Duration wait = isChecked ? Duration.ofMillis(1) : AFTER_FIRST_ANSWERS;
        try {
            CorpusWatcher waiting = watch;
            while (waiting != null && !Thread.currentThread().isInterrupted()) {
                waiting.await(wait);
                long start = System.nanoTime();
                boolean isWell = refreshOnce();
                Duration looking = Duration.ofNanos((System.nanoTime() - start) * SHARE_OF_LOOKING);
                wait = looking.compareTo(POLL_INTERVAL) > 0 ? looking : POLL_INTERVAL;
                wait = isWell ? wait : AFTER_FAILURE;
                waiting = watch;
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Brings index and engine up to date; false where that failed, which is told, and the old engine answers on. */
    private synchronized boolean refreshOnce() {
        String problem = "";
        try {
            check();
            if (keeping == null) {
                takeOver();
            }
            if (keeping != null) {
                update();
            }
            reopenIfChanged();
        } catch (IOException | UncheckedIOException e) {
            problem = String.valueOf(e.getMessage());
        }
        if (!problem.isEmpty() && !problem.equals(failure)) {
            telling.sentences.accept(problem);
        }
        failure = problem;
        tellTroubles();
        engine.setState(IndexState.VERIFYING, IndexState.CURRENT);
        return problem.isEmpty();
    }

    private void tellTroubles() {
        Stream<String> ofIndex = Stream.of(damage, failure).filter(trouble -> !trouble.isEmpty());
        engine.setProblems(Stream.concat(ofIndex.map(trouble -> folder + ":1: " + trouble), lexiconFaults.stream())
                .toList());
    }

    private void takeOver() throws IOException {
        keeping = generations.keep().orElse(null);
        if (keeping != null) {
            telling.sentences.accept("ほかの jirei が終わったので、これからはこの jirei が索引を新しくします。");
        }
    }

    /** Looks once whether a large index is damaged. */
    private void check() throws IOException {
        if (!isChecked) {
            isChecked = true;
            if (index.isDamaged()) {
                serveFallback();
                tellTroubles();
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
            lexiconFaults = below(corpus.directory(), e.diagnostics());
        }
    }

    private static List<String> below(Path directory, List<CorpusDiagnostic> faults) {
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
        Thread thread = watcher;
        CorpusWatcher watching = watch;
        watch = null;
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
        if (keeping != null) {
            keeping.close();
        }
    }
}
