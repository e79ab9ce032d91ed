package jirei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that the sources contain no banned pattern; each row states the reason. */
class BansTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            src;           \\.getBytes\\(\\)|new String\\([a-z]+\\)|new FileReader\\(|new FileWriter\\(;               the default charset differs between machines
            src;           \\.to(Lower|Upper)Case\\(\\)|String\\.format\\((?!Locale)|\\.formatted\\(;   the default locale differs between machines
            src/main!cli;  System\\.(out|err|exit|in\\b|getProperty|getenv);                 code that reads or ends the process cannot be tested
            src;           Thread\\.sleep;                                                   sleeping is a race
            src;           new Random\\(\\)|Math\\.random|Collections\\.shuffle\\([^,]*\\);  unseeded randomness cannot be reproduced
            src/main;      Executors\\.new\\w+\\(\\)|new Thread\\([^,]*\\)\\.start;          thread dumps need thread names
            src/main;      java\\.util\\.(Date|Calendar)\\b|lombok\\.|setAccessible;         better alternatives exist
            web;           \\$unsafe|\\$\\{@raw;                                             unescaped output allows script injection
            src;           printStackTrace|TODO|FIXME;                                       leftover
            """)
    void noSourceContainsABannedPattern(String scope, String banned, String reason) throws IOException {
        String[] folderAndExemption = scope.split("!", -1);
        var pattern = Pattern.compile(banned);
        List<String> found = new ArrayList<>();

        try (Stream<Path> files = Files.walk(Path.of(folderAndExemption[0]))) {
            for (Path file : files.filter(BansTest::isSource).toList()) {
                boolean isExempt = file.endsWith("BansTest.java")
                        || (folderAndExemption.length > 1 && isIn(file, folderAndExemption[1]));
                if (!isExempt) {
                    addMatches(file, pattern, found);
                }
            }
        }

        assertThat(found).as(reason).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"src,400"})
    void noFileIsTooLong(String folder, int limit) throws IOException {
        List<String> tooLong = new ArrayList<>();

        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                int lines = Files.readAllLines(file).size();
                if (lines > limit) {
                    tooLong.add(file + ": " + lines);
                }
            }
        }

        assertThat(tooLong).isEmpty();
    }

    private static boolean isIn(Path file, String folder) {
        return StreamSupport.stream(file.spliterator(), false)
                .anyMatch(part -> part.toString().equals(folder));
    }

    private static boolean isSource(Path path) {
        return path.toString().matches(".*\\.(java|jte)");
    }

    private static void addMatches(Path file, Pattern pattern, List<String> found) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).find()) {
                found.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
            }
        }
    }
}
