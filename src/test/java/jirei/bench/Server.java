package jirei.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.cli.Main;
import org.apache.lucene.util.IOSupplier;

/** A server of the product in a separate process. Not thread-safe. */
final class Server implements AutoCloseable {
    /** The packaged product, which is measured if it exists. */
    private static final Path JAR = Path.of("target/jirei.jar");

    private static final Pattern HEAP_USED = Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*\\} (\\S+)");
    private static final long MAX_START_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final Program program;
    private final int port;
    private final double firstResponseMillis;

    private Server(Program program, int port, double firstResponseMillis) {
        this.program = program;
        this.port = port;
        this.firstResponseMillis = firstResponseMillis;
    }

    /** Starts a server and waits for its first response to {@code path}. */
    static Server start(Path corpus, Path index, Path log, String path) throws IOException {
        int port = freePort();
        List<String> launcherOptions = Files.exists(JAR)
                ? List.of("-jar", JAR.toString())
                : List.of("-cp", System.getProperty("java.class.path"), Main.class.getName());
        Program program = Program.start(
                log,
                launcherOptions,
                "serve",
                "--corpus",
                corpus.toString(),
                "--index",
                index.toString(),
                "--port",
                Integer.toString(port));
        try {
            return new Server(program, port, awaitResponse(program, port, path, log) / 1e6);
        } catch (IOException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static long awaitResponse(Program program, int port, String path, Path log) throws IOException {
        while (program.isRunning() && program.elapsedNanos() < MAX_START_NANOS) {
            try (var client = new HttpClient(port, List.of(path))) {
                client.run(0);
                return program.elapsedNanos();
            } catch (IOException notYet) {
                LockSupport.parkNanos(2_000_000);
            }
        }
        throw new IOException("the server does not respond: " + Files.readString(log));
    }

    /** Returns the time from the start to the first response in milliseconds. */
    double firstResponseMillis() {
        return firstResponseMillis;
    }

    /** Returns clients that request {@code paths}. */
    IOSupplier<Load.Client> clients(List<String> paths) {
        return () -> new HttpClient(port, paths);
    }

    /** Requests {@code path} and returns the response body. */
    String response(String path) throws IOException {
        try (var client = new HttpClient(port, List.of(path))) {
            return client.response(0);
        }
    }

    /** Returns the resident memory after garbage collection in bytes. */
    long idleMemory() throws IOException, InterruptedException {
        return program.idleMemory();
    }

    /** Returns the used heap in bytes. */
    double usedHeap() throws IOException {
        Matcher used = HEAP_USED.matcher(response("/metrics"));
        double sum = 0;
        while (used.find()) {
            sum += Double.parseDouble(used.group(1));
        }
        return sum;
    }

    long peakMemory() {
        return program.peakMemory();
    }

    @Override
    public void close() {
        program.close();
    }
}
