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
import jirei.corpus.CorpusContents;
import jirei.corpus.CorpusFault;
import jirei.corpus.CorpusFormatException;
import jirei.corpus.CorpusReader;
import jirei.corpus.CorpusWatch;
import jirei.search.IndexStatus;
import jirei.search.LiveEngine;
import jirei.search.SearchEngine;
import org.apache.lucene.store.Lock;
import org.jspecify.annotations.Nullable;

/**
 * The index of a corpus, open and up to date: a thread watches the corpus, updates the index, and lets the engine answer by it.
 * One process keeps an index; others on the same folder follow what it writes, and one of them takes over when it ends.
 */
public final class LiveIndex implements AutoCloseable {
    /** In bytes: what is read in some two seconds. A larger index is checked while it answers. */
    private static final long MOST_CHECKED_FIRST = 1L << 30;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** Looking at many files takes a while: this part of the time at most. */
    private static final int SHARE_OF_LOOKING = 10;

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final CorpusReader corpus;
    private final Path folder;
    private final Telling telling;
    private final Generations generations;
    private final LiveEngine engine;
    private CorpusIndex index;
    private @Nullable Lock keeping;
    private String state;
    private boolean isChecked;
    private List<String> lexiconFaults = List.of();
    private String failure = "";
    private volatile @Nullable CorpusWatch watch;
    private @Nullable Thread watcher;

    /**
     * Whom to tell what happens.
     *
     * @param sentences takes what a person should know, in Japanese
     * @param progress takes how many cases have been read where all are
     * @param faults takes the faults of files that were read
     */
    public record Telling(Consumer<String> sentences, LongConsumer progress, Consumer<CorpusFault> faults) {}

    private LiveIndex(CorpusReader corpus, Path folder, Telling telling) throws IOException, CorpusFormatException {
        this.corpus = corpus;
        this.folder = folder;
        this.telling = telling;
        this.generations = Generations.in(folder);
        this.index = CorpusIndex.of(corpus, folder);
        this.keeping = generations.keep().orElse(null);
        try {
            isChecked = index.size() <= MOST_CHECKED_FIRST;
            if (keeping == null) {
                telling.sentences.accept(
                        "索引フォルダ「" + folder + "」はほかの jirei が新しくしているので、この jirei は読むだけにします。事例ファイルの変更は、そちらを通して現れます。");
            } else {
                prepare();
            }
            this.state = index.state().orElse("");
            this.engine = new LiveEngine(index.open());
        } catch (IOException | RuntimeException e) {
            release();
            throw e;
        }
    }

    /**
     * Opens the index of {@code corpus} in {@code folder}, built or mended first where it can't answer.
     *
     * @throws CorpusFormatException if the lexicon has faults
     * @throws IndexUnavailableException if the folder can't be used, or another process builds its first index there
     */
    public static LiveIndex open(CorpusReader corpus, Path folder, Telling telling)
            throws IOException, CorpusFormatException {
        return new LiveIndex(corpus, folder, telling);
    }

    private void prepare() throws IOException {
        if (isChecked && index.isDamaged()) {
            rebuildDamaged();
        } else if (index.canBeUpdated() || !index.isOfThisProgram()) {
            refresh();
        } // else the lexicon has changed: the old index answers while the new one is built
    }

    private void rebuildDamaged() throws IOException {
        telling.sentences.accept("索引フォルダ「" + folder + "」の索引が壊れているため、事例ファイルから作り直します。");
        index.rebuild(telling.progress, telling.faults);
    }

    private void refresh() throws IOException {
        long start = System.nanoTime();
        Optional<IndexStatus> changed = index.refresh(telling.progress, telling.faults);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        changed.ifPresent(status -> telling.sentences.accept("索引を新しくしました: " + status.cases() + "事例、" + status.sections()
                + "節（" + Math.round(millis / 100.0) / 10.0 + "秒）"));
    }

    /** What answers, by the newest index; closed with this. */
    public SearchEngine engine() {
        return engine;
    }

    /** Whether another process keeps the index and this one only reads it. */
    public synchronized boolean isReadOnly() {
        return keeping == null;
    }

    /** Begins to watch the corpus. */
    public void start() throws IOException {
        watch = CorpusWatch.of(corpus.directory());
        watcher = Thread.ofPlatform().daemon().name("corpus-watch").start(this::keepUp);
    }

    private void keepUp() {
        Duration wait = Duration.ofMillis(1);
        try {
            CorpusWatch waiting = watch;
            while (waiting != null && !Thread.currentThread().isInterrupted()) {
                waiting.await(wait);
                long start = System.nanoTime();
                boolean isWell = look();
                Duration looking = Duration.ofNanos(System.nanoTime() - start).multipliedBy(SHARE_OF_LOOKING);
                wait = looking.compareTo(BETWEEN_LOOKS) > 0 ? looking : BETWEEN_LOOKS;
                wait = isWell ? wait : AFTER_FAILURE;
                waiting = watch;
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Brings index and engine up to date; false where that failed, which is told, and the old engine answers on. */
    private synchronized boolean look() {
        String problem = "";
        try {
            if (keeping == null) {
                takeOver();
            }
            if (keeping != null) {
                update();
            }
            follow();
        } catch (IOException | UncheckedIOException e) {
            problem = String.valueOf(e.getMessage());
        }
        if (!problem.isEmpty() && !problem.equals(failure)) {
            telling.sentences.accept(problem);
        }
        failure = problem;
        engine.trouble(problem.isEmpty() ? lexiconFaults : List.of(folder + ":1: " + problem));
        return problem.isEmpty();
    }

    private void takeOver() throws IOException {
        keeping = generations.keep().orElse(null);
        if (keeping != null) {
            telling.sentences.accept("ほかの jirei が終わったので、これからはこの jirei が索引を新しくします。");
        }
    }

    private void update() throws IOException {
        if (!isChecked) {
            isChecked = true;
            if (index.isDamaged()) {
                rebuildDamaged();
            }
        }
        CorpusContents now = corpus.contents();
        if (index.hasOtherLexicon(now)) {
            readLexicon();
        } else {
            lexiconFaults = List.of();
        }
        if (index.isStale()) {
            refresh();
        }
    }

    private void readLexicon() throws IOException {
        try {
            index = CorpusIndex.of(corpus, folder);
            lexiconFaults = List.of();
        } catch (CorpusFormatException e) {
            lexiconFaults = e.faults().stream()
                    .map(fault -> corpus.directory().relativize(fault.file()) + ":" + IndexedFile.lineOf(fault))
                    .toList();
        }
    }

    private void follow() throws IOException {
        String now = index.state().orElse(state);
        if (!now.equals(state)) {
            if (!index.canBeUpdated()) {
                readLexicon();
            }
            engine.become(index.open());
            state = now;
        }
    }

    @Override
    public void close() throws IOException {
        Thread thread = watcher;
        CorpusWatch watching = watch;
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
