package jirei.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts the program as a process of its own, on the classes that are tested. */
final class Jvm {
    /** Before that the program is still being loaded, and no kill can do any harm. */
    static final int READY_MILLIS = 300;

    private Jvm() {}

    /** Starts {@code command} over the folders corpus and index of {@code folder}; writes what it says to out.txt there. */
    static Process start(Path folder, List<String> options, String... command) throws IOException {
        Stream<String> folders = Stream.of(
                "--corpus",
                folder.resolve("corpus").toString(),
                "--index",
                folder.resolve("index").toString());
        return start(
                folder,
                options,
                Main.class,
                Stream.concat(Stream.of(command), folders).toList());
    }

    static Process start(Path folder, List<String> options, Class<?> main, List<String> arguments) throws IOException {
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
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }
}
