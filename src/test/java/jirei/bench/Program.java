package jirei.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java program in a separate process, with the maximum heap that the product is documented to need. Not thread-safe.
 */
final class Program implements AutoCloseable {
    static final String HEAP = "-Xmx1g";
    private static final int POLL_INTERVAL_MILLIS = 100;
    private static final Pattern KILOBYTES = Pattern.compile("(VmHWM|VmRSS):\\s+(\\d+) kB");

    private final Process process;
    private final Path log;
    private final long start;
    private long peak;

    private Program(Process process, Path log, long start) {
        this.process = process;
        this.log = log;
        this.start = start;
    }

    /** Starts the main class {@code main}; its output is written to {@code log}. */
    static Program start(Path log, Class<?> main, String... arguments) throws IOException {
        return start(log, List.of("-cp", System.getProperty("java.class.path"), main.getName()), arguments);
    }

    /**
     * Starts the program named by {@code launcherOptions}, e.g. -jar and a file; its output is written to {@code log}.
     */
    static Program start(Path log, List<String> launcherOptions, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java("java"), HEAP));
        if (!launcherOptions.contains("-jar")) {
            command.add("--enable-native-access=ALL-UNNAMED"); // a jar declares it in its manifest
        }
        command.addAll(launcherOptions);
        command.addAll(List.of(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Program(process, log, start);
    }

    private static String java(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /**
     * Waits for the program to end and returns its run time in seconds.
     *
     * @throws IOException if its exit code is not 0
     */
    double await() throws IOException, InterruptedException {
        while (!process.waitFor(POLL_INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, memory("VmHWM"));
        }
        if (process.exitValue() != 0) {
            throw new IOException("exit code " + process.exitValue() + ": " + Files.readString(log));
        }
        return elapsedNanos() / 1e9;
    }

    /** Returns the time since the start in nanoseconds. */
    long elapsedNanos() {
        return System.nanoTime() - start;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Returns the peak resident memory in bytes; 0 if the system does not report it. */
    long peakMemory() {
        return Math.max(peak, memory("VmHWM"));
    }

    /** Returns the resident memory after garbage collection in bytes; 0 if the system does not report it. */
    long idleMemory() throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            new ProcessBuilder(java("jcmd"), Long.toString(workerPid()), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
        return memory("VmRSS");
    }

    /** Returns the process id of the worker: the launcher of a jar may start a child process. */
    private long workerPid() {
        return process.children().findFirst().orElse(process.toHandle()).pid();
    }

    private long memory(String field) {
        try {
            Matcher matcher = KILOBYTES.matcher(Files.readString(Path.of("/proc/" + workerPid() + "/status")));
            while (matcher.find()) {
                if (matcher.group(1).equals(field)) {
                    return 1024 * Long.parseLong(matcher.group(2));
                }
            }
        } catch (IOException | NumberFormatException ended) {
            return 0;
        }
        return 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
