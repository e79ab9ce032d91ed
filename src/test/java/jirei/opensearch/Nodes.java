package jirei.opensearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** OpenSearch nodes in JVMs of their own; they end with this, and with the JVM of the tests, however that ends. */
final class Nodes implements AutoCloseable {
    private static final Path MADE = Path.of("target", "cluster");

    /**
     * A node.
     *
     * @param url where it answers
     * @param pid its process
     */
    record Node(URI url, long pid) {}

    private final Process cluster;
    private final List<Node> nodes = new ArrayList<>();

    private Nodes(Process cluster) {
        this.cluster = cluster;
    }

    /** Starts {@code count} nodes on free ports and waits until they have joined. */
    static Nodes start(int count) throws IOException {
        Path classPath = MADE.resolve("classpath");
        if (!Files.exists(classPath)) {
            throw new IllegalStateException(classPath + " is made by: mvn -f src/cluster compile");
        }
        Path data = Files.createTempDirectory(MADE, "nodes-");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        MADE.resolve("classes") + ":"
                                + Files.readString(classPath).strip(),
                        "jirei.cluster.LocalCluster",
                        data.toString(),
                        Integer.toString(count),
                        "384m",
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var nodes = new Nodes(process);
        nodes.await();
        return nodes;
    }

    private void await() throws IOException {
        BufferedReader lines = cluster.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("ready")) {
                return;
            }
            String[] words = line.split(" ", -1);
            nodes.add(new Node(URI.create(words[2]), Long.parseLong(words[3])));
        }
        throw new IllegalStateException("the nodes didn't come up");
    }

    /** Where the nodes answer. */
    List<URI> urls() {
        return nodes.stream().map(Node::url).toList();
    }

    /** How the cluster is spoken to by an index {@code name}. */
    ClusterSettings settings(String name, int shards, int replicas) {
        return ClusterSettings.of(urls()).withIndex(name, shards, replicas);
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

    /** The number of the node that manages the cluster. */
    int manager() {
        try (var asked = new Cluster(ClusterSettings.of(urls()), ClusterSettings.USUAL_PATIENCE)) {
            String name = asked.ask("GET", "/_cat/cluster_manager", java.util.Map.of("format", "json"), null)
                    .path(0)
                    .path("node")
                    .asString();
            return Integer.parseInt(name.replace("node", "")) - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cluster.destroy();
        try {
            cluster.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
