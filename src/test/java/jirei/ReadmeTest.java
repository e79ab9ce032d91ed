package jirei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the source tour of the README is complete. */
class ReadmeTest {
    private static final Path SOURCES = Path.of("src/main/java/jirei");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z.]+)` \\|", Pattern.MULTILINE);

    @Test
    void theSourceTourListsEveryPackage() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String tour = readme.substring(readme.indexOf("| package |"), readme.indexOf("## How it fits together"));

        assertThat(ROW.matcher(tour).results().map(row -> row.group(1))).containsAll(packages());
    }

    private static List<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> SOURCES.relativize(file.getParent()).toString().replaceAll("[/\\\\]", "."))
                    .toList();
        }
    }
}
