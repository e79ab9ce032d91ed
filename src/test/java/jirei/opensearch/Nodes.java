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
 * Three OpenSearch nodes in separate JVMs, shared by all tests; they are stopped when the JVM of the tests exits,
 * however it exits. A test that stops or suspends a node starts it again.
 */
final class Nodes {
    private static final Path BUILD_DIRECTORY = Path.of("target", "cluster");
    private static final int COUNT = 3;
    private static final Duration TIMEOUT = Eventually.LIMIT;
    /** Longer than any response of a test takes. */
    private static final Duration LONG_TIMEOUT = Duration.ofMinutes(1);

    private static final Duration REPAIR_INTERVAL = Duration.ofSeconds(15);
    private static final int MAX_REPAIRED = 5;
    private static final Map<String, String> JOINED = Map.of("wait_for_nodes", Integer.toString(COUNT));
    private static final Map<String, String> GREEN = Map.of("wait_for_status", "green");
    private static final System.Logger LOG = System.getLogger("jirei.faults");

    /**
     * A node.
     *
     * @param url its HTTP address
     * @param pid its process ID
     */
    record Node(URI url, long pid) {}

    /** Started on first use. */
    private static final class Shared {
        static final Nodes NODES = start();
    }

    private final Process cluster;
    private final BufferedReader output;
    private final BufferedWriter input;
    private final List<Node> nodes = new ArrayList<>();

    private Nodes(Process cluster) {
        this.cluster = cluster;
        this.output = cluster.inputReader(StandardCharsets.UTF_8);
        this.input = cluster.outputWriter(StandardCharsets.UTF_8);
    }

    /** Returns the nodes, all of which have joined the cluster. */
    static Nodes shared() {
        return Shared.NODES;
    }

    private static Nodes start() {
        try {
            var nodes = new Nodes(startCluster());
            Runtime.getRuntime().addShutdownHook(new Thread(nodes::stop, "nodes"));
            nodes.await();
            return nodes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process startCluster() throws IOException {
        Path classPath = BUILD_DIRECTORY.resolve("classpath");
        if (!Files.exists(classPath)) {
            throw new IllegalStateException(classPath + " is made by: mvn -f src/cluster compile");
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        BUILD_DIRECTORY.resolve("cluster.jar")
                                + File.pathSeparator
                                + Files.readString(classPath).strip(),
                        "jirei.cluster.LocalCluster",
                        BUILD_DIRECTORY.resolve("test-nodes").toString(),
                        Integer.toString(COUNT),
                        "384m",
                        "0",
                        // short-lived processes do not profit from the optimizing compiler
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        // the first node to exit archives its loaded classes for those started later
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + BUILD_DIRECTORY.resolve("node.jsa"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void await() throws IOException {
        for (int i = 0; i < COUNT; i++) {
            nodes.add(node());
        }
        if (!"ready".equals(output.readLine())) {
            throw new IllegalStateException("the nodes did not start");
        }
    }

    private Node node() throws IOException {
        String[] columns = Objects.requireNonNull(output.readLine(), "the cluster has ended")
                .split(" ", -1);
        return new Node(URI.create(columns[2]), Long.parseLong(columns[3]));
    }

    /** Returns the HTTP addresses of the nodes. */
    List<URI> urls() {
        return nodes.stream().map(Node::url).toList();
    }

    /** Returns the settings for the index {@code name}. */
    ClusterSettings settings(String name, int shards, int replicas) {
        return new ClusterSettings(urls(), "", "", null, name, shards, replicas, LONG_TIMEOUT);
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

    /** Returns the numbers of the nodes that hold a copy of the first shard of {@code index}. */
    List<Integer> nodesWithShardZero(String index) throws IOException {
        try (var client = new ClusterClient(ClusterSettings.of(urls()), LONG_TIMEOUT)) {
            return client.send("GET", "/_cat/shards/" + index, Map.of("format", "json"), null)
                    .valueStream()
                    .filter(shard -> shard.path("shard").asString().equals("0"))
                    .map(shard -> number(shard.path("node").asString()))
                    .toList();
        }
    }

    private static int number(String name) {
        return Integer.parseInt(name.replace("node", "")) - 1;
    }

    /** Stops the node {@code number}, from 0, by {@code signal}, and waits until it has exited. */
    void stop(int number, String signal) {
        Optional<ProcessHandle> process = ProcessHandle.of(nodes.get(number).pid);
        signal(number, signal);
        process.ifPresent(one -> one.onExit().join());
    }

    /** Starts the node {@code number} again after it has exited. */
    void restart(int number) throws IOException {
        input.write("start node" + (number + 1) + "\n");
        input.flush();
        nodes.set(number, node());
    }

    /**
     * Waits until all nodes have joined and all shards are active.
     *
     * @return whether stuck primaries had to be cancelled, during which their shards are unavailable
     */
    boolean awaitGreen() throws Exception {
        try (var client = new ClusterClient(ClusterSettings.of(urls()), TIMEOUT)) {
            // starting a node takes time on a busy machine, and shards that wait for it need no repair
            assertThat(await(client, JOINED, TIMEOUT))
                    .as("all nodes have joined")
                    .isTrue();
            int repairs = 0;
            // longer each time, so that a slow machine can finish a recovery
            while (!await(client, GREEN, REPAIR_INTERVAL.multipliedBy(repairs + 1))) {
                assertThat(repairs++).as("futile cancellations of primaries").isLessThan(MAX_REPAIRED);
                cancelStuckPrimaries(client);
            }
            return repairs > 0;
        }
    }

    private static boolean await(ClusterClient client, Map<String, String> state, Duration timeout) {
        Map<String, String> initializing = new HashMap<>(state);
        initializing.put("timeout", "2s");
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!hasState(client, initializing)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
        }
        return true;
    }

    /**
     * Does what operators do when recoveries hang at their beginning: a replica promoted to primary just as nodes left
     * may never learn of its promotion (OpenSearch issue 21692), and refuses recoveries of its replicas until it is
     * cancelled and recovers from its own files.
     */
    private static void cancelStuckPrimaries(ClusterClient client) {
        List<JsonNode> shards = client.send("GET", "/_cat/shards", Map.of("format", "json"), null)
                .valueStream()
                .toList();
        Set<String> initializing = shards.stream()
                .filter(shard -> shard.path("state").asString().equals("INITIALIZING"))
                .map(Nodes::shardName)
                .collect(Collectors.toSet());
        List<Map<String, Object>> commands = shards.stream()
                .filter(shard -> shard.path("prirep").asString().equals("p") && initializing.contains(shardName(shard)))
                .map(Nodes::cancelCommand)
                .toList();
        LOG.log(System.Logger.Level.INFO, "recoveries hang; cancelling their primaries: {0}", commands);
        client.trySend(
                "POST",
                "/_cluster/reroute",
                Map.of("retry_failed", "true", "metric", "none"),
                ClusterClient.json(Map.of("commands", commands)));
    }

    private static String shardName(JsonNode shard) {
        return shard.path("index").asString() + " " + shard.path("shard").asString();
    }

    private static Map<String, Object> cancelCommand(JsonNode shard) {
        return Map.of(
                "cancel",
                Map.of(
                        "index",
                        shard.path("index").asString(),
                        "shard",
                        Integer.parseInt(shard.path("shard").asString()),
                        "node",
                        shard.path("node").asString(),
                        "allow_primary",
                        true));
    }

    private static boolean hasState(ClusterClient client, Map<String, String> state) {
        try {
            return client.trySend("GET", "/_cluster/health", state, null).isSuccess();
        } catch (SearchUnavailableException e) {
            ClusterClient.await(200);
            return false;
        }
    }

    /** Returns the number of the cluster manager node. */
    int manager() {
        try (var client = new ClusterClient(ClusterSettings.of(urls()), LONG_TIMEOUT)) {
            return number(client.send("GET", "/_cat/cluster_manager", Map.of("format", "json"), null)
                    .path(0)
                    .path("node")
                    .asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        cluster.destroy();
        try {
            cluster.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
