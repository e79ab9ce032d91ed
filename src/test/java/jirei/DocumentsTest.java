package jirei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the Markdown documents: complete source tour, links that resolve, plain technical English. */
class DocumentsTest {
    private static final Path SOURCES = Path.of("src/main/java/jirei");
    private static final Pattern TOUR_ROW = Pattern.compile("^\\| `([a-z.]+)` \\|", Pattern.MULTILINE);
    /** Links to files; those with a scheme are not followed. */
    private static final Pattern LINK = Pattern.compile("\\]\\((?![a-z]+:)([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void theSourceTourListsEveryPackage() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String tour = readme.substring(readme.indexOf("| package |"), readme.indexOf("## How it fits together"));

        assertThat(TOUR_ROW.matcher(tour).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(packages());
    }

    @Test
    void linksBetweenFilesResolve() throws IOException {
        List<String> broken = new ArrayList<>();

        for (Path document : documents()) {
            LINK.matcher(Files.readString(document))
                    .results()
                    .map(link -> link.group(1))
                    .filter(target -> !Files.exists(document.resolveSibling(target)))
                    .forEach(target -> broken.add(document + ": " + target));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void documentsContainNoBannedWords() throws IOException {
        List<String> found = new ArrayList<>();

        for (Path document : documents()) {
            BannedWords.PATTERN.matcher(Files.readString(document))
                    .results()
                    .forEach(words -> found.add(document + ": " + words.group()));
        }

        assertThat(found).isEmpty();
    }

    private static List<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> SOURCES.relativize(file.getParent()).toString().replaceAll("[/\\\\]", "."))
                    .toList();
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(
                Path.of("README.md"),
                Path.of("corpus/README.md"),
                Path.of("index/README.md"),
                Path.of("web/static/fonts/README.md")));
        try (Stream<Path> files = Files.walk(Path.of("src/site/markdown"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }
}
