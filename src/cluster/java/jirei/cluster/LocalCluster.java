package jirei.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A local OpenSearch cluster for development and tests, with one JVM per node. Not thread-safe.
 *
 * <p>Prints a line {@code node NAME URL PID} for each node and {@code ready} once all nodes have joined. A line
 * {@code start NAME} on standard input restarts a stopped node with its data. The nodes end with this process, and
 * this process ends with its parent, even if that is killed.
 */
public final class LocalCluster {
    private static final Duration MAX_START_TIME = Duration.ofMinutes(3);

    private record Node(String name, int httpPort, int transportPort) {}

    private final Map<String, Process> processes = new ConcurrentHashMap<>();
    private final Path folder;
    private final List<Node> nodes;
    private final List<String> jvmOptions;

    private LocalCluster(Path folder, List<Node> nodes, List<String> jvmOptions) {
        this.folder = folder;
        this.nodes = nodes;
        this.jvmOptions = jvmOptions;
    }

    /**
     * Starts the cluster.
     *
     * @param arguments the data folder, which is emptied; number of nodes; heap size of a node, as in 512m; HTTP port
     *     of the first node, or 0 for any free ports; then options for the JVMs of the nodes
     */
    public static void main(String[] arguments) throws Exception {
        List<Node> nodes = nodes(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[3]));
        List<String> jvmOptions = new ArrayList<>(List.of(
                "-Xms" + arguments[2],
                "-Xmx" + arguments[2],
                "--add-modules=jdk.incubator.vector",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djna.nosys=true"));
        jvmOptions.addAll(List.of(arguments).subList(4, arguments.length));
        var cluster = new LocalCluster(Path.of(arguments[0]), nodes, jvmOptions);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::end, "end"));
        // In a new thread: the shutdown hook waits for processes, which would block the few threads that complete
        // onExit.
        ProcessHandle.current()
                .parent()
                .orElseThrow()
                .onExit()
                .thenRunAsync(() -> System.exit(0), end -> Thread.ofPlatform().start(end));
        delete(cluster.folder);
        for (Node node : nodes) {
            cluster.start(node);
        }
        cluster.await();
        System.out.println("ready");
        cluster.runCommands();
    }

    private void runCommands() throws IOException, InterruptedException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            for (Node node : nodes) {
                if (line.equals("start " + node.name)) {
                    start(node);
                }
            }
        }
        Thread.currentThread().join(); // the parent may close the input and still use the cluster
    }

    private static List<Node> nodes(int count, int firstPort) throws IOException {
        int[] free = freePorts(2 * count);
        return IntStream.range(0, count)
                .mapToObj(i -> new Node("node" + (i + 1), firstPort == 0 ? free[i] : firstPort + i, free[count + i]))
                .toList();
    }

    private static int[] freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        int[] ports = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }

    private void start(Node node) throws IOException {
        String seeds = nodes.stream().map(peer -> "127.0.0.1:" + peer.transportPort).collect(Collectors.joining(","));
        String managers = nodes.stream().map(Node::name).collect(Collectors.joining(","));
        Path home = Files.createDirectories(folder.resolve(node.name));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                OneNode.class.getName(),
                home.toString(),
                node.name,
                Integer.toString(node.httpPort),
                Integer.toString(node.transportPort),
                seeds,
                managers));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(home.resolve("log.txt").toFile()))
                .start();
        processes.put(node.name, process);
        System.out.println("node " + node.name + " http://127.0.0.1:" + node.httpPort + " " + process.pid());
    }

    private void await() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        URI health = URI.create("http://127.0.0.1:" + nodes.getFirst().httpPort
                + "/_cluster/health?timeout=1s&wait_for_nodes=" + nodes.size());
        HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        long end = System.nanoTime() + MAX_START_TIME.toNanos();
        while (!isReady(client, request)) {
            if (System.nanoTime() > end || processes.values().stream().anyMatch(process -> !process.isAlive())) {
                System.err.println("a node failed to start; see its log.txt below " + folder);
                System.exit(1);
            }
            new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Kills the nodes, since one that is suspended does not react to SIGTERM, and deletes their data. */
    private void end() {
        processes.values().forEach(Process::destroyForcibly);
        try {
            for (Process process : processes.values()) {
                process.waitFor();
            }
            delete(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException missing) {
            // there is nothing to delete
        }
    }
}
