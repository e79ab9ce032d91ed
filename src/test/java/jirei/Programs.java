package jirei;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the programs that tests start. Stateless. */
public final class Programs {
    private static final List<String> EXTENSIONS = List.of("", ".exe");

    private Programs() {}

    /** Returns Chromium or Chrome: the file named by {@code -Djirei.browser=FILE}, else the first on the path. */
    public static Optional<Path> chromium() {
        return find("jirei.browser", "chromium", "chromium-browser", "google-chrome", "chrome");
    }

    /** Returns its driver: the file named by {@code -Dwebdriver.chrome.driver=FILE}, else the first on the path. */
    public static Optional<Path> chromedriver() {
        return find("webdriver.chrome.driver", "chromedriver");
    }

    /** Returns bash: the first on the path. */
    public static Optional<Path> bash() {
        return onPath("bash");
    }

    private static Optional<Path> find(String property, String... names) {
        String configured = System.getProperty(property, "");
        if (!configured.isEmpty()) {
            return Optional.of(Path.of(configured));
        }
        return onPath(names);
    }

    private static Optional<Path> onPath(String... names) {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.of(names)
                .flatMap(name -> folders.stream()
                        .filter(folder -> !folder.isEmpty())
                        .flatMap(folder -> EXTENSIONS.stream().map(extension -> Path.of(folder, name + extension))))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
