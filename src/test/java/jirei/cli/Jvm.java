package jirei.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jirei.Programs;

/** Starts the program in a separate process, with the class path of the tests. */
final class Jvm {
    private Jvm() {}

    /** Starts {@code command} with the folders corpus and index of {@code folder}; its output goes to out.txt there. */
    static Process start(Path folder, List<String> options, String... command) throws IOException {
        return start(folder, options, Main.class, withFolders(folder, command));
    }

    private static List<String> withFolders(Path folder, String... command) {
        Stream<String> folders = Stream.of(
                "--corpus",
                folder.resolve("corpus").toString(),
                "--index",
                folder.resolve("index").toString());
        return Stream.concat(Stream.of(command), folders).toList();
    }

    /**
     * As {@link #start(Path, List, String...)}, with files limited to {@code kilobytes}, which simulates a full disk. Skips
     * the calling test if there is no bash, whose {@code ulimit} is used.
     */
    static Process startOnFullDisk(int kilobytes, Path folder, String... command) throws IOException {
        assumeTrue(Programs.bash().isPresent(), "bash is not on the path");
        List<String> commandLine =
                new ArrayList<>(List.of("bash", "-c", "ulimit -f " + kilobytes + " && exec \"$@\"", "bash"));
        commandLine.addAll(commandLine(List.of("-XX:-UsePerfData"), Main.class, withFolders(folder, command)));
        return start(folder, commandLine);
    }

    static Process start(Path folder, List<String> options, Class<?> main, List<String> arguments) throws IOException {
        return start(folder, commandLine(options, main, arguments));
    }

    private static Process start(Path folder, List<String> commandLine) throws IOException {
        return new ProcessBuilder(commandLine)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private static List<String> commandLine(List<String> options, Class<?> main, List<String> arguments) {
        List<String> commandLine = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
        commandLine.addAll(options);
        commandLine.add(main.getName());
        commandLine.addAll(arguments);
        return commandLine;
    }
}
