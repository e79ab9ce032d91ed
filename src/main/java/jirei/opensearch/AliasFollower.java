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
import org.jspecify.annotations.Nullable;

/** The index of a corpus in a cluster, open: a thread looks which generation is searched, and lets the engine answer by it. */
public final class AliasFollower implements AutoCloseable {
    private static final long POLL_INTERVAL_MILLIS = 2_000;

    private final RemoteCorpus corpus;
    private final OpenSearchIndexer index;
    private final Consumer<String> telling;
    private final EngineReference engine;
    private final CountDownLatch closing = new CountDownLatch(1);
    /** Empty while none has been reached. */
    private volatile String generation = "";

    private String lexicon = "";
    private String why = "";

    private @Nullable Thread watcher;

    /**
     * Opens what {@code settings} name. Where it can't be reached now, or has no index yet, it is waited for.
     *
     * @param telling takes what a person should know, in Japanese
     * @throws SearchUnavailableException if the certificate can't be read
     */
    public AliasFollower(RemoteCorpus corpus, ClusterSettings settings, Consumer<String> telling) throws IOException {
        this(corpus, settings, telling, new EngineReference());
    }

    /** As {@link #AliasFollower(RemoteCorpus, ClusterSettings, Consumer)}, for {@code engine} to answer by it. */
    public AliasFollower(
            RemoteCorpus corpus, ClusterSettings settings, Consumer<String> telling, EngineReference engine)
            throws IOException {
        this.engine = engine;
        this.corpus = corpus;
        this.index = new OpenSearchIndexer(corpus, settings);
        this.telling = telling;
        openFirst();
        sayLexicon();
    }

    private void openFirst() throws IOException {
        try {
            engine.swap(open(index.generation()), IndexState.CURRENT);
        } catch (SearchUnavailableException e) {
            String sentence = String.valueOf(e.getMessage());
            sayWhy(sentence);
            telling.accept("検索できるようになるまで待っています。それまでは画面と API にその旨を示します。");
            engine.setUnavailable(sentence);
        }
    }

    /** Says why nothing is found yet, once. */
    private void sayWhy(String sentence) {
        if (!sentence.equals(why)) {
            why = sentence;
            telling.accept(sentence);
        }
    }

    private SearchEngine open(Generation newest) throws IOException {
        SearchEngine opened = index.open(newest, () -> {});
        generation = newest.name();
        lexicon = newest.manifest().lexicon();
        return opened;
    }
    /** What answers, by the newest generation; closed with this. */
    public EngineReference engine() {
        return engine;
    }

    /** Whether it has been reached. */
    public boolean isReached() {
        return !generation.isEmpty();
    }

    /** Begins to look for new generations. */
    public void start() {
        watcher = Thread.ofPlatform().daemon().name("cluster-watch").start(this::watch);
    }

    private void watch() {
        try {
            while (!closing.await(POLL_INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            Generation newest = index.generation();
            if (!newest.name().equals(generation)) {
                boolean isFirst = generation.isEmpty();
                engine.swap(open(newest), IndexState.CURRENT);
                telling.accept((isFirst ? "検索できるようになりました: " : "新しい索引に切り替えました: ") + generation);
                sayLexicon();
            }
        } catch (SearchUnavailableException e) {
            if (generation.isEmpty()) {
                sayWhy(String.valueOf(e.getMessage()));
            }
        } catch (IOException | RuntimeException e) {
            // searches say so themselves, and whatever it is, the next look may be better
        }
    }

    /** Says where the lexicon here isn't that of the index. */
    private void sayLexicon() {
        boolean isSame = generation.isEmpty() || lexicon.equals(corpus.lexiconPrint());
        String sentence = "辞書が索引を作ったときのものと違います。「jirei index --engine opensearch --url …」で索引を作り直してください。";
        engine.setProblems(isSame ? List.of() : List.of("lexicon:1: " + sentence));
        if (!isSame) {
            telling.accept(sentence);
        }
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        Thread thread = watcher;
        if (thread != null) {
            thread.interrupt(); // it may wait for a cluster that doesn't answer
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        engine.close();
        index.close();
    }
}
