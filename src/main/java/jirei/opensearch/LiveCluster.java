package jirei.opensearch;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jirei.lucene.RemoteCorpus;
import jirei.opensearch.Generations.Generation;
import jirei.search.EngineUnavailableException;
import jirei.search.LiveEngine;
import jirei.search.SearchEngine;
import org.jspecify.annotations.Nullable;

/** The index of a corpus in a cluster, open: a thread looks which generation is searched, and lets the engine answer by it. */
public final class LiveCluster implements AutoCloseable {
    private static final long BETWEEN_LOOKS_MILLIS = 2_000;

    private final OpenSearchCorpus corpus;
    private final Consumer<String> telling;
    private final LiveEngine engine;
    private final CountDownLatch closing = new CountDownLatch(1);
    private String generation;
    private @Nullable Thread watcher;

    /**
     * Opens what {@code settings} name.
     *
     * @param telling takes what a person should know, in Japanese
     * @throws EngineUnavailableException if there is no index, or no node answers
     */
    public LiveCluster(RemoteCorpus corpus, ClusterSettings settings, Consumer<String> telling) throws IOException {
        this.corpus = new OpenSearchCorpus(corpus, settings);
        this.telling = telling;
        Generation first = this.corpus.generation();
        this.generation = first.name();
        this.engine = new LiveEngine(this.corpus.open(first, () -> {}));
        if (!first.manifest().lexicon().equals(corpus.lexiconPrint())) {
            String sentence = "辞書が索引を作ったときのものと違います。「jirei index --engine opensearch --url …」で索引を作り直してください。";
            telling.accept(sentence);
            engine.trouble(List.of("lexicon:1: " + sentence));
        }
    }

    /** What answers, by the newest generation; closed with this. */
    public SearchEngine engine() {
        return engine;
    }

    /** Begins to look for new generations. */
    public void start() {
        watcher = Thread.ofPlatform().daemon().name("cluster-watch").start(this::watch);
    }

    private void watch() {
        try {
            while (!closing.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            Generation newest = corpus.generation();
            if (!newest.name().equals(generation)) {
                engine.become(corpus.open(newest, () -> {}));
                generation = newest.name();
                telling.accept("新しい索引に切り替えました: " + generation);
            }
        } catch (EngineUnavailableException | IOException e) {
            // searches say so themselves, and the next look may be better
        }
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        Thread thread = watcher;
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        engine.close();
        corpus.close();
    }
}
