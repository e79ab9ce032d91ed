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

/** The product, serving a corpus in a process of its own. */
final class Server implements AutoCloseable {
    /** Once packaged, the product is measured as it is handed out. */
    private static final Path JAR = Path.of("target/jirei.jar");

    private static final Pattern HEAP_USED = Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*\\} (\\S+)");
    private static final long MAX_START_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final Program program;
    private final int port;
    private final double firstAnswer;

    private Server(Program program, int port, double firstAnswer) {
        this.program = program;
        this.port = port;
        this.firstAnswer = firstAnswer;
    }

    /** Starts it and waits for its first answer to {@code path}. */
    static Server start(Path corpus, Path index, Path said, String path) throws IOException {
        int port = freePort();
        List<String> what = Files.exists(JAR)
                ? List.of("-jar", JAR.toString())
                : List.of("-cp", System.getProperty("java.class.path"), Main.class.getName());
        Program program = Program.start(
                said,
                what,
                "serve",
                "--corpus",
                corpus.toString(),
                "--index",
                index.toString(),
                "--port",
                Integer.toString(port));
        try {
            return new Server(program, port, awaitAnswer(program, port, path, said) / 1e6);
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

    private static long awaitAnswer(Program program, int port, String path, Path said) throws IOException {
        while (program.isRunning() && program.sinceStart() < MAX_START_NANOS) {
            try (var client = new HttpClient(port, List.of(path))) {
                client.ask(0);
                return program.sinceStart();
            } catch (IOException notYet) {
                LockSupport.parkNanos(2_000_000);
            }
        }
        throw new IOException("the server doesn't answer: " + Files.readString(said));
    }

    /** From its start to its first answer, in milliseconds. */
    double firstAnswer() {
        return firstAnswer;
    }

    /** Clients that ask {@code paths}. */
    Load.Clients clients(List<String> paths) {
        return () -> new HttpClient(port, paths);
    }

    /** What it answers to {@code path}. */
    String answer(String path) throws IOException {
        try (var client = new HttpClient(port, List.of(path))) {
            return client.answer(0);
        }
    }

    /** Resident memory after a collection, in bytes. */
    long memoryAtRest() throws IOException, InterruptedException {
        return program.atRest();
    }

    /** The part of the heap that is in use, in bytes. */
    double heap() throws IOException {
        Matcher used = HEAP_USED.matcher(answer("/metrics"));
        double sum = 0;
        while (used.find()) {
            sum += Double.parseDouble(used.group(1));
        }
        return sum;
    }

    long peakMemory() {
        return program.peak();
    }

    @Override
    public void close() {
        program.close();
    }
}
