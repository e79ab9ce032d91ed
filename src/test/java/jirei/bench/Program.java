package jirei.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java program in a process of its own, with the heap that the product is promised to need at most. */
final class Program implements AutoCloseable {
    static final String HEAP = "-Xmx1g";
    private static final int LOOK_MILLIS = 100;
    private static final Pattern KILOBYTES = Pattern.compile("(VmHWM|VmRSS):\\s+(\\d+) kB");

    private final Process process;
    private final Path said;
    private final long start;
    private long peak;

    private Program(Process process, Path said, long start) {
        this.process = process;
        this.said = said;
        this.start = start;
    }

    /** Starts {@code main} with {@code arguments}; what it says goes to {@code said}. */
    static Program start(Path said, Class<?> main, String... arguments) throws IOException {
        return start(said, List.of("-cp", System.getProperty("java.class.path"), main.getName()), arguments);
    }

    /** Starts what {@code what} names, as -jar and a file. */
    static Program start(Path said, List<String> what, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(java("java"), HEAP));
        if (!what.contains("-jar")) {
            line.add("--enable-native-access=ALL-UNNAMED"); // a jar says so itself
        }
        line.addAll(what);
        line.addAll(List.of(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new Program(process, said, start);
    }

    private static String java(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Waits for its end. */
    double seconds() throws IOException, InterruptedException {
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, memory("VmHWM"));
        }
        if (process.exitValue() != 0) {
            throw new IOException("exit code " + process.exitValue() + ": " + Files.readString(said));
        }
        return sinceStart() / 1e9;
    }

    /** Nanoseconds. */
    long sinceStart() {
        return System.nanoTime() - start;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** The most memory it ever had resident, in bytes; 0 where the system doesn't tell. */
    long peak() {
        return Math.max(peak, memory("VmHWM"));
    }

    /** The memory that it has resident after everything that nobody needs is collected, in bytes. */
    long atRest() throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            new ProcessBuilder(java("jcmd"), Long.toString(machine()), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
        return memory("VmRSS");
    }

    /** The process that does the work: the launcher of a jar may start one. */
    private long machine() {
        return process.children().findFirst().orElse(process.toHandle()).pid();
    }

    private long memory(String what) {
        try {
            Matcher found = KILOBYTES.matcher(Files.readString(Path.of("/proc/" + machine() + "/status")));
            while (found.find()) {
                if (found.group(1).equals(what)) {
                    return 1024 * Long.parseLong(found.group(2));
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
