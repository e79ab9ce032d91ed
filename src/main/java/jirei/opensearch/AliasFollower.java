package jirei.opensearch;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jirei.opensearch.IndexGenerations.Generation;
import jirei.search.EngineReference;
import jirei.search.IndexState;
import jirei.search.SearchEngine;
import jirei.search.SearchUnavailableException;
import jirei.search.SupervisedThread;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index of a corpus in a cluster open: a thread polls which generation the alias names and swaps the engine.
 * Thread-safe.
 */
public final class AliasFollower implements AutoCloseable {
    private static final long POLL_INTERVAL_MILLIS = 2_000;

    private final IndexSource corpus;
    private final OpenSearchIndex index;
    private final Consumer<String> messages;
    private final EngineReference engine;
    private final CountDownLatch closing = new CountDownLatch(1);
    /** The generation being served; empty until the first one has been opened. */
    private volatile String generation = "";

    private String lexicon = "";
    private String unavailableReason = "";

    private @Nullable SupervisedThread pollThread;

    /**
     * Opens the index that {@code settings} name. If the cluster is unreachable or has no index yet, keeps trying.
     *
     * @param messages takes messages for the user, in Japanese
     * @throws SearchUnavailableException if the certificate cannot be read
     */
    public AliasFollower(IndexSource corpus, ClusterSettings settings, Consumer<String> messages) throws IOException {
        this(corpus, settings, messages, new EngineReference());
    }

    /** As {@link #AliasFollower(IndexSource, ClusterSettings, Consumer)}, serving through {@code engine}. */
    public AliasFollower(
            IndexSource corpus, ClusterSettings settings, Consumer<String> messages, EngineReference engine)
            throws IOException {
        this.engine = engine;
        this.corpus = corpus;
        this.index = new OpenSearchIndex(corpus, settings);
        this.messages = messages;
        openFirst();
        checkLexicon();
    }

    private void openFirst() throws IOException {
        try {
            engine.swap(open(index.generation()), IndexState.CURRENT);
        } catch (SearchUnavailableException e) {
            String message = String.valueOf(e.getMessage());
            reportUnavailable(message);
            messages.accept("検索できるようになるまで待っています。それまでは画面と API にその旨を示します。");
            engine.setUnavailable(message);
        }
    }

    /** Reports why the index is unavailable, once for each reason. */
    private void reportUnavailable(String message) {
        if (!message.equals(unavailableReason)) {
            unavailableReason = message;
            messages.accept(message);
        }
    }

    private SearchEngine open(Generation newest) throws IOException {
        SearchEngine opened = index.open(newest, () -> {});
        generation = newest.name();
        lexicon = newest.manifest().lexicon();
        return opened;
    }

    /** The engine over the newest generation; closed with this object. */
    public EngineReference engine() {
        return engine;
    }

    /** Whether a generation has been opened. */
    public boolean isReached() {
        return !generation.isEmpty();
    }

    /** Starts polling for new generations in a background thread. */
    public void start() {
        pollThread = engine.threads().start("cluster-watch", this::poll);
    }

    private void poll() throws InterruptedException {
        if (!closing.await(POLL_INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
            pollOnce();
        }
    }

    private void pollOnce() {
        try {
            Generation newest = index.generation();
            if (!newest.name().equals(generation)) {
                boolean wasUnavailable = generation.isEmpty();
                engine.swap(open(newest), IndexState.CURRENT);
                messages.accept((wasUnavailable ? "検索できるようになりました: " : "新しい索引に切り替えました: ") + generation);
                checkLexicon();
            }
            engine.setUpdatesFail(false);
        } catch (SearchUnavailableException e) {
            engine.setUpdatesFail(true);
            if (generation.isEmpty()) {
                reportUnavailable(String.valueOf(e.getMessage()));
            }
        } catch (IOException | RuntimeException e) {
            engine.setUpdatesFail(true); // searches report the problem themselves, and the next poll may succeed
        }
    }

    /** Reports a local lexicon that differs from the one the index was built with. */
    private void checkLexicon() {
        boolean isSame = generation.isEmpty() || lexicon.equals(corpus.lexiconFingerprint());
        String message = "辞書が索引を作ったときのものと違います。「jirei index --engine opensearch --url …」で索引を作り直してください。";
        engine.setProblems(isSame ? List.of() : List.of("lexicon:1: " + message));
        if (!isSame) {
            messages.accept(message);
        }
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        SupervisedThread thread = pollThread;
        if (thread != null) {
            thread.stop();
            thread.interrupt(); // it may be blocked on a request to the cluster
            thread.close();
        }
        engine.close();
        index.close();
    }
}
