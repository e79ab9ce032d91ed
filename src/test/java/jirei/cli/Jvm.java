package jirei.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts the program as a process of its own, on the classes that are tested. */
final class Jvm {
    private Jvm() {}

    /** Starts {@code command} over the folders corpus and index of {@code folder}; writes what it says to out.txt there. */
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

    /** As {@link #start(Path, List, String...)}, where no file can be written beyond {@code kilobytes}, as on a full disk. */
    static Process startOnFullDisk(int kilobytes, Path folder, String... command) throws IOException {
        List<String> line =
                new ArrayList<>(List.of("bash", "-c", "ulimit -f " + kilobytes + " && exec \"$@\"", "bash"));
        line.addAll(line(List.of("-XX:-UsePerfData"), Main.class, withFolders(folder, command)));
        return start(folder, line);
    }

    static Process start(Path folder, List<String> options, Class<?> main, List<String> arguments) throws IOException {
        return start(folder, line(options, main, arguments));
    }

    private static Process start(Path folder, List<String> line) throws IOException {
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private static List<String> line(List<String> options, Class<?> main, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(options);
        line.add(main.getName());
        line.addAll(arguments);
        return line;
    }
}
