package jirei.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jirei.Eventually;
import jirei.search.SearchUnavailableException;
import tools.jackson.databind.JsonNode;

/**
 * Three OpenSearch nodes in JVMs of their own, the same for all tests; they end with the JVM of the tests, however that
 * ends. Who stops or ends one starts it again.
 */
final class Nodes {
    private static final Path MADE = Path.of("target", "cluster");
    private static final int COUNT = 3;
    private static final Duration PATIENCE = Eventually.LIMIT;
    /** Longer than any response of a test takes. */
    private static final Duration AMPLE = Duration.ofMinutes(1);

    private static final Duration UNTIL_MENDED = Duration.ofSeconds(15);
    private static final int MAX_REPAIRED = 5;
    private static final Map<String, String> JOINED = Map.of("wait_for_nodes", Integer.toString(COUNT));
    private static final Map<String, String> GREEN = Map.of("wait_for_status", "green");
    private static final System.Logger LOG = System.getLogger("jirei.faults");

    /**
     * A node.
     *
     * @param url where it answers
     * @param pid its process
     */
    record Node(URI url, long pid) {}

    /** Made by whoever asks first. */
    private static final class Shared {
        static final Nodes NODES = start();
    }

    private final Process cluster;
    private final BufferedReader told;
    private final BufferedWriter orders;
    private final List<Node> nodes = new ArrayList<>();

    private Nodes(Process cluster) {
        this.cluster = cluster;
        this.told = cluster.inputReader(StandardCharsets.UTF_8);
        this.orders = cluster.outputWriter(StandardCharsets.UTF_8);
    }

    /** The nodes, which have all joined. */
    static Nodes shared() {
        return Shared.NODES;
    }

    private static Nodes start() {
        try {
            var nodes = new Nodes(startCluster());
            Runtime.getRuntime().addShutdownHook(new Thread(nodes::end, "nodes"));
            nodes.await();
            return nodes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process startCluster() throws IOException {
        Path classPath = MADE.resolve("classpath");
        if (!Files.exists(classPath)) {
            throw new IllegalStateException(classPath + " is made by: mvn -f src/cluster compile");
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        MADE.resolve("cluster.jar")
                                + File.pathSeparator
                                + Files.readString(classPath).strip(),
                        "jirei.cluster.LocalCluster",
                        MADE.resolve("test-nodes").toString(),
                        Integer.toString(COUNT),
                        "384m",
                        "0",
                        // they live too short for the best code
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        // the first that is ended leaves its loaded classes to those that are started again
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + MADE.resolve("node.jsa"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void await() throws IOException {
        for (int i = 0; i < COUNT; i++) {
            nodes.add(node());
        }
        if (!"ready".equals(told.readLine())) {
            throw new IllegalStateException("the nodes didn't come up");
        }
    }

    private Node node() throws IOException {
        String[] words =
                Objects.requireNonNull(told.readLine(), "the cluster has ended").split(" ", -1);
        return new Node(URI.create(words[2]), Long.parseLong(words[3]));
    }

    /** Where the nodes answer. */
    List<URI> urls() {
        return nodes.stream().map(Node::url).toList();
    }

    /** How the cluster is spoken to by an index {@code name}. */
    ClusterSettings settings(String name, int shards, int replicas) {
        return new ClusterSettings(urls(), "", "", null, name, shards, replicas, AMPLE);
    }

    /** Sends {@code signal} to the node {@code number}, from 0. */
    void signal(int number, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(nodes.get(number).pid))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The numbers of the nodes that have a copy of the first part of {@code index}. */
    List<Integer> holding(String index) throws IOException {
        try (var asked = new ClusterClient(ClusterSettings.of(urls()), AMPLE)) {
            return asked.ask("GET", "/_cat/shards/" + index, Map.of("format", "json"), null)
                    .valueStream()
                    .filter(copy -> copy.path("shard").asString().equals("0"))
                    .map(copy -> number(copy.path("node").asString()))
                    .toList();
        }
    }

    private static int number(String name) {
        return Integer.parseInt(name.replace("node", "")) - 1;
    }

    /** Ends the node {@code number}, from 0, by {@code signal}, and waits until it has. */
    void end(int number, String signal) {
        Optional<ProcessHandle> process = ProcessHandle.of(nodes.get(number).pid);
        signal(number, signal);
        process.ifPresent(one -> one.onExit().join());
    }

    /** Starts the node {@code number} again, which has ended. */
    void startAgain(int number) throws IOException {
        orders.write("start node" + (number + 1) + "\n");
        orders.flush();
        nodes.set(number, node());
    }

    /**
     * Waits until all nodes have joined and every copy is as it should be.
     *
     * @return whether first copies had to be begun anew for it, during which their parts don't answer
     */
    boolean awaitWhole() throws Exception {
        try (var asked = new ClusterClient(ClusterSettings.of(urls()), PATIENCE)) {
            // a busy machine takes its time to start a node, and copies that wait for it need no mending
            assertThat(await(asked, JOINED, PATIENCE))
                    .as("all nodes have joined")
                    .isTrue();
            int mended = 0;
            // longer each time, so that a slow machine ends what it has begun
            while (!await(asked, GREEN, UNTIL_MENDED.multipliedBy(mended + 1))) {
                assertThat(mended++)
                        .as("how often copies were begun anew in vain")
                        .isLessThan(MAX_REPAIRED);
                beginFirstCopiesAnew(asked);
            }
            return mended > 0;
        }
    }

    private static boolean await(ClusterClient asked, Map<String, String> state, Duration patience) {
        Map<String, String> waiting = new HashMap<>(state);
        waiting.put("timeout", "2s");
        long end = System.nanoTime() + patience.toNanos();
        while (!isGood(asked, waiting)) {
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }

    /**
     * What those who run a cluster do where copies stay at the beginning of their recovery: a copy that became the
     * first of its part just as nodes went may never come to know that it is (OpenSearch issue 21692), and refuses to
     * be copied until it is begun anew from its own files.
     */
    private static void beginFirstCopiesAnew(ClusterClient asked) {
        List<JsonNode> copies = asked.ask("GET", "/_cat/shards", Map.of("format", "json"), null)
                .valueStream()
                .toList();
        Set<String> waiting = copies.stream()
                .filter(copy -> copy.path("state").asString().equals("INITIALIZING"))
                .map(Nodes::part)
                .collect(Collectors.toSet());
        List<Map<String, Object>> commands = copies.stream()
                .filter(copy -> copy.path("prirep").asString().equals("p") && waiting.contains(part(copy)))
                .map(Nodes::cancelling)
                .toList();
        LOG.log(System.Logger.Level.INFO, "copies wait; the first copies are begun anew: {0}", commands);
        asked.tryAsking(
                "POST",
                "/_cluster/reroute",
                Map.of("retry_failed", "true", "metric", "none"),
                ClusterClient.json(Map.of("commands", commands)));
    }

    private static String part(JsonNode copy) {
        return copy.path("index").asString() + " " + copy.path("shard").asString();
    }

    private static Map<String, Object> cancelling(JsonNode copy) {
        return Map.of(
                "cancel",
                Map.of(
                        "index",
                        copy.path("index").asString(),
                        "shard",
                        Integer.parseInt(copy.path("shard").asString()),
                        "node",
                        copy.path("node").asString(),
                        "allow_primary",
                        true));
    }

    private static boolean isGood(ClusterClient asked, Map<String, String> state) {
        try {
            return asked.tryAsking("GET", "/_cluster/health", state, null).isGood();
        } catch (SearchUnavailableException e) {
            ClusterClient.await(200);
            return false;
        }
    }

    /** The number of the node that manages the cluster. */
    int manager() {
        try (var asked = new ClusterClient(ClusterSettings.of(urls()), AMPLE)) {
            return number(asked.ask("GET", "/_cat/cluster_manager", Map.of("format", "json"), null)
                    .path(0)
                    .path("node")
                    .asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        cluster.destroy();
        try {
            cluster.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
