package jirei.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import jirei.corpus.CorpusReader;
import jirei.lucene.RemoteCorpus;
import jirei.query.SearchRequest;
import jirei.search.EngineUnavailableException;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What happens when nodes hang, die and come no more: three nodes, three shards with a copy each. */
@SuppressWarnings("NullAway.Init") // set before all tests
@TestMethodOrder(OrderAnnotation.class)
class FaultIT {
    private static final List<String> QUERIES = List.of("看取り", "医師会 当番", "灯台 OR 渡し船", "みとり", "\"看取りの記録\"");
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final BlockingQueue<String> TOLD = new LinkedBlockingQueue<>();

    @TempDir
    private static Path folder;

    private static Nodes nodes;
    private static CorpusReader reader;
    private static ClusterSettings settings;
    private static LiveCluster live;
    private static List<SearchResults> right;

    @BeforeAll
    static void start() throws Exception {
        nodes = Nodes.start(3);
        reader = CorpusReader.of(InventedCorpus.alone(folder.resolve("corpus"), 30, 1));
        ClusterSettings usual = nodes.settings("faults", 3, 1);
        settings = new ClusterSettings(usual.urls(), "", "", null, usual.index(), 3, 1, PATIENCE);
        build();
        live = new LiveCluster(RemoteCorpus.of(reader), settings, TOLD::add);
        live.start();
        right = answers(live.engine());
    }

    private static void build() throws Exception {
        try (var corpus = new OpenSearchCorpus(RemoteCorpus.of(reader), settings)) {
            corpus.build(done -> {}, fault -> {});
        }
    }

    private static List<SearchResults> answers(SearchEngine engine) throws Exception {
        List<SearchResults> answers = new ArrayList<>();
        for (String query : QUERIES) {
            answers.add(engine.search(SearchRequest.of(query)));
        }
        return answers;
    }

    @AfterAll
    static void stop() throws Exception {
        live.close();
        nodes.close();
    }

    private static void assertRight(int number, SearchResults answer) {
        SearchResults expected = right.get(number);
        assertThat(answer.total()).isEqualTo(expected.total());
        assertThat(answer.facets()).isEqualTo(expected.facets());
    }

    @Test
    @Order(1)
    void anIndexIsBuiltAnewWithoutAFailedSearch() throws Exception {
        var failed = new AtomicReference<Throwable>();
        var searches = new AtomicInteger();
        var done = new AtomicBoolean();
        Thread client = Thread.ofPlatform().start(() -> {
            while (!done.get() && failed.get() == null) {
                int number = searches.getAndIncrement() % QUERIES.size();
                try {
                    assertRight(number, live.engine().search(SearchRequest.of(QUERIES.get(number))));
                } catch (Exception | AssertionError e) {
                    failed.set(e);
                }
            }
        });
        build();
        build();
        String told = "";
        while (!told.contains("faults-3")) {
            told = Objects.requireNonNull(TOLD.poll(60, TimeUnit.SECONDS), "the engine didn't follow");
        }
        done.set(true);
        client.join();

        assertThat(failed.get()).isNull();
        assertThat(searches.get()).isGreaterThan(10);
    }

    @Test
    @Order(2)
    void aNodeThatHangsCostsOneTimeOut() throws Exception {
        int manager = nodes.manager();
        int hung = manager == 0 ? 1 : 0;
        nodes.signal(hung, "STOP");
        long slow = 0;
        long longest = 0;
        try {
            for (int i = 0; i < 25; i++) {
                long start = System.nanoTime();
                assertRight(
                        i % QUERIES.size(), live.engine().search(SearchRequest.of(QUERIES.get(i % QUERIES.size()))));
                long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
                slow += millis >= PATIENCE.toMillis() ? 1 : 0;
                longest = Math.max(longest, millis);
            }
        } finally {
            nodes.signal(hung, "CONT");
        }
        System.Logger log = System.getLogger("jirei.faults");
        log.log(System.Logger.Level.INFO, "a stopped node: {0} slow searches, the longest {1} ms", slow, longest);

        assertThat(slow).as("searches that waited").isLessThanOrEqualTo(1);
        assertThat(longest).isLessThan(3 * PATIENCE.toMillis());
    }

    @Test
    @Order(3)
    void aKilledManagerChangesNoCountAndWritingGoesOn() throws Exception {
        int manager = nodes.manager();
        Thread killer = Thread.ofPlatform().start(() -> nodes.signal(manager, "KILL"));
        build();
        killer.join();
        for (int i = 0; i < 20; i++) {
            assertRight(i % QUERIES.size(), live.engine().search(SearchRequest.of(QUERIES.get(i % QUERIES.size()))));
        }
    }

    @Test
    @Order(4)
    void anEngineThatIsAwayIsSaidToBe() throws Exception {
        for (int i = 0; i < 3; i++) {
            nodes.signal(i, "STOP");
        }
        try {
            assertThatThrownBy(() -> live.engine().search(SearchRequest.of("灯台守")))
                    .isInstanceOf(EngineUnavailableException.class)
                    .hasMessageContaining("検索エンジン");
            assertThatThrownBy(() -> live.engine().status()).isInstanceOf(EngineUnavailableException.class);
        } finally {
            for (int i = 0; i < 3; i++) {
                nodes.signal(i, "CONT");
            }
        }

        assertRight(0, answered(SearchRequest.of(QUERIES.getFirst())));
    }

    /** The first answer that comes again. */
    private static SearchResults answered(SearchRequest request) throws Exception {
        for (int tries = 1; ; tries++) {
            try {
                return live.engine().search(request);
            } catch (EngineUnavailableException e) {
                assertThat(tries).as("tries until it recovers").isLessThan(20);
            }
        }
    }

    @Test
    @Order(5)
    void aClusterThatIsNowhereIsNamedWithTheRemedy() throws Exception {
        var nowhere = ClusterSettings.of(List.of(URI.create("http://127.0.0.1:1")));
        RemoteCorpus corpus = RemoteCorpus.of(reader);

        assertThatThrownBy(() -> new LiveCluster(corpus, nowhere, sentence -> {}))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("--url");
    }
}
