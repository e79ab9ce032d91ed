package jirei.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jirei.Eventually;
import jirei.corpus.CorpusReader;
import jirei.query.SearchRequest;
import jirei.search.EngineReference;
import jirei.search.SearchResults;
import jirei.search.SearchUnavailableException;
import jirei.search.TooManyClausesException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What happens when nodes hang, die, leave and come back: three nodes, three shards with a copy each. */
@SuppressWarnings("NullAway.Init") // set before all tests
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "stops and continues nodes by POSIX signals")
class FaultIT {
    private static final List<String> QUERIES = List.of("看取り", "医師会 当番", "灯台 OR 渡し船", "みとり", "\"看取りの記録\"");
    /** Longer than any search takes while no node hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration IMPATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int CLIENTS = 3;
    private static final System.Logger LOG = System.getLogger("jirei.faults");

    private static final BlockingQueue<String> TOLD = new LinkedBlockingQueue<>();

    @TempDir
    private static Path folder;

    private static Nodes nodes;
    private static CorpusReader reader;
    private static ClusterSettings settings;
    private static AliasFollower live;
    private static List<SearchResults> right;

    @BeforeAll
    static void start() throws Exception {
        nodes = Nodes.shared();
        reader = CorpusReader.of(InventedCorpus.alone(folder.resolve("corpus"), 30, 1));
        settings = patient(PATIENCE);
        build();
        live = new AliasFollower(RemoteCorpus.of(reader), settings, TOLD::add);
        live.start();
        right = new ArrayList<>();
        for (String query : QUERIES) {
            right.add(live.engine().with(engine -> engine.search(SearchRequest.of(query))));
        }
    }

    private static ClusterSettings patient(Duration patience) {
        ClusterSettings defaultValue = nodes.settings("faults", 3, 1);
        return new ClusterSettings(defaultValue.urls(), "", "", null, defaultValue.index(), 3, 1, patience);
    }

    private static void build() throws Exception {
        try (var corpus = new OpenSearchIndexer(RemoteCorpus.of(reader), settings)) {
            corpus.build(done -> {}, fault -> {});
        }
    }

    @AfterAll
    static void stop() throws Exception {
        live.close();
    }

    @AfterEach
    void everythingIsWellAgain() throws Exception {
        nodes.awaitWhole();
        ask(live.engine(), 0);
    }

    /** Asks one of the questions; fails where counts, facets or hits are others than before the fault. */
    private static void ask(EngineReference engine, int number) throws Exception {
        int question = number % QUERIES.size();
        SearchResults expected = right.get(question);
        SearchResults answer = engine.with(snapshot -> snapshot.search(SearchRequest.of(QUERIES.get(question))));

        assertThat(answer.total()).isEqualTo(expected.total());
        assertThat(answer.facets()).isEqualTo(expected.facets());
        assertThat(answer.hits()).hasSameSizeAs(expected.hits());
    }

    private static Load load() {
        return Load.of(CLIENTS, PAUSE, number -> ask(live.engine(), number));
    }

    private static void say(String what, Load load) {
        LOG.log(System.Logger.Level.INFO, "{0}: {1}", what, load);
    }

    @Test
    void anIndexIsBuiltAnewWhileTwoServersAnswer() throws Exception {
        BlockingQueue<String> alsoTold = new LinkedBlockingQueue<>();
        try (var other = new AliasFollower(RemoteCorpus.of(reader), settings, alsoTold::add)) {
            other.start();
            TOLD.clear();
            try (Load load =
                    Load.of(CLIENTS, PAUSE, number -> ask((number % 2 == 0 ? live : other).engine(), number))) {
                build();
                build();
                awaitSwitch(TOLD);
                awaitSwitch(alsoTold);
                load.await(10);
                say("built anew twice", load);

                assertThat(load.wrong()).isEmpty();
                assertThat(load.refused()).as(load.toString()).isZero();
                assertThat(load.right()).isGreaterThan(20);
            }
        }
    }

    /** Waits until the newest generation is searched. */
    private static void awaitSwitch(BlockingQueue<String> told) throws Exception {
        String newest;
        try (var corpus = new OpenSearchIndexer(RemoteCorpus.of(reader), settings)) {
            newest = corpus.generation().name();
        }
        String sentence = "";
        while (!sentence.endsWith(newest)) {
            sentence = Objects.requireNonNull(
                    told.poll(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS), "the engine didn't follow");
        }
    }

    @Test
    void aNodeThatHangsCostsOneTimeOut() throws Exception {
        int hung = (nodes.manager() + 1) % 3;
        long slow = 0;
        long longest = 0;
        // has seen no node away, unlike the one that other tests ask
        try (var fresh = new AliasFollower(RemoteCorpus.of(reader), settings, told -> {})) {
            fresh.start();
            nodes.signal(hung, "STOP");
            for (int i = 0; i < 25; i++) {
                long start = System.nanoTime();
                ask(fresh.engine(), i);
                long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
                slow += millis >= PATIENCE.toMillis() ? 1 : 0;
                longest = Math.max(longest, millis);
            }
        } finally {
            nodes.signal(hung, "CONT");
        }
        LOG.log(System.Logger.Level.INFO, "a stopped node: {0} slow searches, the longest {1} ms", slow, longest);

        assertThat(slow).as("searches that waited for the time-out").isEqualTo(1);
    }

    @Test
    void aKilledManagerChangesNoCountAndWritingGoesOn() throws Exception {
        int manager = nodes.manager();
        try (Load load = load()) {
            Thread killer = Thread.ofPlatform().start(() -> nodes.end(manager, "KILL"));
            build();
            killer.join();
            load.await(20);
            say("the manager killed while an index is built", load);

            assertThat(load.wrong()).isEmpty();
        } finally {
            nodes.startAgain(manager);
        }
    }

    /** A part that has no copy left: less than everything mustn't be told as everything. */
    @Test
    void oneKilledNodeChangesNoCountAndTwoAreSaid() throws Exception {
        List<Integer> copies = nodes.holding("faults");
        try (Load load = load()) {
            nodes.end(copies.getFirst(), "KILL");
            load.await(40);
            say("one node killed", load);
            nodes.end(copies.getLast(), "KILL");
            load.awaitRefusal();
            say("the one with the copy killed too", load);
            nodes.startAgain(copies.getFirst());
            nodes.startAgain(copies.getLast());
            load.await(40);
            say("both started again", load);

            assertThat(load.wrong()).isEmpty();
        }
    }

    @Test
    void nodesAreRestartedOneAfterAnotherWithoutAFailedSearch() throws Exception {
        int refusedWhileMended = 0;
        try (Load load = load()) {
            for (int number = 0; number < 3; number++) {
                nodes.end(number, "TERM");
                load.await(10);
                nodes.startAgain(number);
                int refused = load.refused();
                if (nodes.awaitWhole()) {
                    load.await(30); // what was asked meanwhile has ended
                    refusedWhileMended += load.refused() - refused;
                }
            }
            say("each node restarted", load);

            assertThat(load.wrong()).isEmpty();
            assertThat(load.refused()).as(load.toString()).isEqualTo(refusedWhileMended);
        }
    }

    @Test
    void anEngineThatIsAwayIsSaidToBeAndAnswersByItselfWhenItComes() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (var known = new AliasFollower(RemoteCorpus.of(reader), patient(IMPATIENCE), sentence -> {})) {
            signalAll("STOP");
            assertThatThrownBy(() -> known.engine().with(engine -> engine.search(SearchRequest.of("灯台守"))))
                    .isInstanceOf(SearchUnavailableException.class)
                    .hasMessageContaining("検索エンジン");
            assertThatThrownBy(() -> known.engine().status()).isInstanceOf(SearchUnavailableException.class);

            try (var late = new AliasFollower(RemoteCorpus.of(reader), patient(IMPATIENCE), told::add)) {
                late.start();
                assertThatThrownBy(() -> late.engine().with(engine -> engine.search(SearchRequest.of("灯台守"))))
                        .isInstanceOf(SearchUnavailableException.class);
                signalAll("CONT");
                awaitSwitch(told);

                Eventually.await(() -> isServed(late));
                Eventually.await(() -> isServed(known));
            }
        } finally {
            signalAll("CONT");
        }
    }

    /** A search may still take longer than the impatient client waits. */
    private static boolean isServed(AliasFollower cluster) throws Exception {
        try {
            ask(cluster.engine(), 0);
            return true;
        } catch (SearchUnavailableException e) {
            return false;
        }
    }

    private static void signalAll(String signal) {
        for (int i = 0; i < 3; i++) {
            nodes.signal(i, signal);
        }
    }

    @Test
    void anIndexThatWasBrokenOffIsFinishedWithTheVerySameDocuments() throws Exception {
        try (var corpus = new OpenSearchIndexer(RemoteCorpus.of(reader), settings.withIndex("resumed", 3, 0));
                var cluster = new ClusterClient(settings, PATIENCE)) {
            assertThatThrownBy(() -> corpus.build(FaultIT::breakOff, fault -> {}, 20_000))
                    .hasStackTraceContaining("broken off");
            cluster.ask("POST", "/resumed-1/_refresh", Map.of(), null);
            Map<String, String> all = documents(cluster, "faults");

            assertThat(documents(cluster, "resumed-1").size()).isStrictlyBetween(0, all.size());
            assertThatThrownBy(corpus::open).isInstanceOf(SearchUnavailableException.class);

            corpus.build(done -> {}, fault -> {});

            assertThat(corpus.generation().name()).isEqualTo("resumed-1");
            assertThat(documents(cluster, "resumed")).isEqualTo(all);
        }
    }

    private static void breakOff(long done) {
        if (done == 20) {
            throw new IllegalStateException("broken off");
        }
    }

    private static Map<String, String> documents(ClusterClient cluster, String index) {
        Map<String, String> documents = new TreeMap<>();
        cluster.ask("POST", "/" + index + "/_search", Map.of(), Map.of("size", 10_000))
                .path("hits")
                .path("hits")
                .forEach(hit ->
                        documents.put(hit.path("_id").asString(), hit.path("_routing") + " " + hit.path("_source")));
        return documents;
    }

    @Test
    void aSentenceOfMoreWordsThanTheClusterTakesIsSaidToBeTooLong() throws Exception {
        try (var cluster = new ClusterClient(settings, PATIENCE)) {
            cluster.ask("PUT", "/_cluster/settings", Map.of(), mostClauses(60));
            try {
                for (String query : List.of("看取り 医師会 灯台 渡し船 寄合", "退院のときにケアマネジャーへ電話で連絡する")) {
                    assertThatThrownBy(() -> live.engine().with(engine -> engine.search(SearchRequest.of(query))))
                            .isInstanceOf(TooManyClausesException.class)
                            .hasMessageContaining("max_clause_count");
                }
            } finally {
                cluster.ask("PUT", "/_cluster/settings", Map.of(), mostClauses(null));
            }
        }
    }

    private static Map<String, Object> mostClauses(@Nullable Integer max) {
        Map<String, Object> setting = new HashMap<>();
        setting.put("indices.query.bool.max_clause_count", max);
        return Map.of("persistent", setting);
    }

    @Test
    void aClusterThatIsNowhereIsNamedWithTheRemedy() throws Exception {
        var nowhere = ClusterSettings.of(List.of(URI.create("http://127.0.0.1:1")));
        try (var corpus = new OpenSearchIndexer(RemoteCorpus.of(reader), nowhere)) {
            assertThatThrownBy(corpus::open)
                    .isInstanceOf(SearchUnavailableException.class)
                    .hasMessageContaining("127.0.0.1:1")
                    .hasMessageContaining("--url");
        }
    }
}
