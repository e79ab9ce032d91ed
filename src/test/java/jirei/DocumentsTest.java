package jirei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checks the Markdown documents: complete source tour, links that resolve, cited tests that exist, plain technical English. */
class DocumentsTest {
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java/jirei"), Path.of("src/launcher/java/jirei"));

    /** A row of the source tour: package and question, without the words after the question. */
    private static final Pattern TOUR_ROW =
            Pattern.compile("^\\| `([a-z.]+)` \\| ([^|?]+\\?)[^|]* \\|$", Pattern.MULTILINE);

    private static final Pattern PACKAGE_QUESTION = Pattern.compile("/\\*\\*\\s+\\* ([^?.]+\\?)");

    /** A test method that a document cites, as {@code `ClassTest.method`}. */
    private static final Pattern CITED_TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:[.#](\\w+))?`");

    /** Links to files; those with a scheme are not followed. */
    private static final Pattern LINK = Pattern.compile("\\]\\((?![a-z]+:)([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void theSourceTourListsEveryPackageWithItsQuestion() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String tour = readme.substring(readme.indexOf("| package |"), readme.indexOf("## How it fits together"));

        assertThat(TOUR_ROW.matcher(tour).results().map(row -> row.group(1) + ": " + row.group(2)))
                .containsExactlyInAnyOrderElementsOf(packageQuestions());
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
    void citedTestsExist() throws IOException {
        List<String> missing = new ArrayList<>();

        for (Path document : documents()) {
            for (MatchResult cited :
                    CITED_TEST.matcher(Files.readString(document)).results().toList()) {
                if (!testExists(cited.group(1), cited.group(2))) {
                    missing.add(document + ": " + cited.group());
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void documentsContainNoBannedWords() throws IOException {
        List<String> found = new ArrayList<>();

        for (Path document : documents()) {
            BannedWords.PATTERN
                    .matcher(Files.readString(document))
                    .results()
                    .forEach(words -> found.add(document + ": " + words.group()));
        }

        assertThat(found).isEmpty();
    }

    private static boolean testExists(String className, @Nullable String method) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Optional<Path> source =
                    files.filter(file -> file.endsWith(className + ".java")).findFirst();
            return source.isPresent()
                    && (method == null || Files.readString(source.get()).contains(" " + method + "("));
        }
    }

    /** Returns each package with the question that its package comment starts with, as {@code query: How …?}. */
    private static List<String> packageQuestions() throws IOException {
        List<String> questions = new ArrayList<>();
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(each -> each.endsWith("package-info.java")).toList()) {
                    String name = root.relativize(file.getParent()).toString().replaceAll("[/\\\\]", ".");
                    Matcher question = PACKAGE_QUESTION.matcher(Files.readString(file));
                    questions.add(name + ": " + (question.find() ? question.group(1) : "no question"));
                }
            }
        }
        return questions;
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
