package jirei.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jirei.corpus.CorpusReader;
import jirei.opensearch.Balancer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rolling restart of two server processes over one cluster, behind a load balancer. */
@SuppressWarnings("NullAway.Init") // set before each test
@Tag("cluster")
class RollingIT {
    private static final List<String> QUERIES = List.of("看取り", "医師会 当番", "灯台 OR 渡し船", "みとり", "\"看取りの記録\"");
    private static final int CLIENTS = 8;
    /** Before, during and after each restart. */
    private static final int REQUESTS = 80;

    private static final String CHEAP_PATH = "/openapi.json";
    private static final System.Logger LOG = System.getLogger("jirei.faults");

    @TempDir
    private Path folder;

    private List<ServeProcess> servers;

    @BeforeEach
    void start() throws Exception {
        Path corpus = InventedCorpus.alone(folder.resolve("corpus"), 30, 1);
        ClusterSettings settings = Nodes.shared().settings("rolling", 1, 1);
        try (var index = new OpenSearchIndex(IndexSource.of(CorpusReader.of(corpus)), settings)) {
            index.build(done -> {}, fault -> {});
        }
        Path limits = Files.writeString(
                folder.resolve("settings"), "notice.seconds = 10\nsearch.millis = 600000\nstop.seconds = 600\n");
        servers = List.of(
                new ServeProcess(folder.resolve("first"), corpus, limits, settings),
                new ServeProcess(folder.resolve("second"), corpus, limits, settings));
        for (ServeProcess server : servers) {
            server.start();
        }
        for (ServeProcess server : servers) {
            server.awaitReady();
        }
    }

    @AfterEach
    void stop() {
        servers.forEach(ServeProcess::kill);
    }

    @Test
    void aRollingRestartOfTwoServersFailsNoRequest() throws Exception {
        Map<String, String> expected = new ConcurrentHashMap<>();
        try (var balancer = new Balancer(servers.stream().map(ServeProcess::url).toList());
                Load load = Load.of(CLIENTS, Duration.ZERO, number -> request(balancer, number, expected))) {
            for (ServeProcess server : servers) {
                load.await(REQUESTS);
                server.terminate();
                load.await(REQUESTS);
                server.start();
                server.awaitReady();
            }
            load.await(REQUESTS);
            LOG.log(System.Logger.Level.INFO, "two servers restarted: {0}, {1}", load, balancer);

            assertThat(load.failures()).isEmpty();
            assertThat(load.refused()).as(load.toString()).isZero();
            assertThat(balancer.rerouted())
                    .as("requests that came when a server had already stopped listening")
                    .isZero();
        }
    }

    /** One request in four is a search; the others are fast, so that some arrive while a server is shutting down. */
    private static void request(Balancer balancer, int number, Map<String, String> expected) throws Exception {
        if (number % 4 != 0) {
            assertThat(balancer.get(CHEAP_PATH).status()).isEqualTo(200);
            return;
        }
        String query = QUERIES.get(number / 4 % QUERIES.size());
        Reply reply = balancer.get("/api/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));

        assertThat(reply.status()).as("%s: %s", query, reply.body()).isEqualTo(200);
        String answer = reply.body().replaceFirst("\"tookMillis\":\\d+", "");
        String first = expected.computeIfAbsent(query, asked -> answer);
        assertThat(answer).as(query).isEqualTo(first);
    }
}
