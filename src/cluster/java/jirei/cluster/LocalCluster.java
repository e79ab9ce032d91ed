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
 * OpenSearch nodes on this machine, each in a JVM of its own, for trials and tests. Prints a line {@code node NAME URL PID} for
 * each and {@code ready} when all have joined; they end with this, and this with its parent, however that ends. A line
 * {@code start NAME} on its input starts a node that has ended again, with its data.
 */
public final class LocalCluster {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private record Node(String name, int httpPort, int transportPort) {}

    private final Map<String, Process> processes = new ConcurrentHashMap<>();
    private final Path folder;
    private final List<Node> nodes;
    private final List<String> flags;

    private LocalCluster(Path folder, List<Node> nodes, List<String> flags) {
        this.folder = folder;
        this.nodes = nodes;
        this.flags = flags;
    }

    /**
     * Arguments: folder for the data, which is emptied; how many nodes; their heap, as in 512m; the first HTTP port, 0 for any; then
     * options for their JVMs.
     */
    public static void main(String[] arguments) throws Exception {
        List<Node> nodes = nodes(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[3]));
        List<String> flags = new ArrayList<>(List.of(
                "-Xms" + arguments[2],
                "-Xmx" + arguments[2],
                "--add-modules=jdk.incubator.vector",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djna.nosys=true"));
        flags.addAll(List.of(arguments).subList(4, arguments.length));
        var cluster = new LocalCluster(Path.of(arguments[0]), nodes, flags);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::end, "end"));
        // in a thread of its own: those that wait for processes are few, and the end waits for processes
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
        cluster.obey();
    }

    private void obey() throws IOException, InterruptedException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            for (Node node : nodes) {
                if (line.equals("start " + node.name)) {
                    start(node);
                }
            }
        }
        Thread.currentThread().join(); // what says nothing may still look on
    }

    private static List<Node> nodes(int count, int firstPort) throws IOException {
        int[] free = freePorts(2 * count);
        return IntStream.range(0, count)
                .mapToObj(i -> new Node("node" + (i + 1), firstPort == 0 ? free[i] : firstPort + i, free[count + i]))
                .toList();
    }

    private static int[] freePorts(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        for (ServerSocket socket : held) {
            socket.close();
        }
        return ports;
    }

    private void start(Node node) throws IOException {
        String seeds = nodes.stream().map(one -> "127.0.0.1:" + one.transportPort).collect(Collectors.joining(","));
        String managers = nodes.stream().map(Node::name).collect(Collectors.joining(","));
        Path home = Files.createDirectories(folder.resolve(node.name));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
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
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(client, request)) {
            if (System.nanoTime() > end || processes.values().stream().anyMatch(process -> !process.isAlive())) {
                System.err.println("a node does not come up; its log.txt below " + folder + " says why");
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

    /** By force, since one of them may be stopped. */
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
        } catch (IOException nothingThere) {
            // as it should be
        }
    }
}
