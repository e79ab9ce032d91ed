package jirei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looks for what the sources must not have, each for the reason beside it. */
class BansTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            src;           \\.getBytes\\(\\)|new String\\([a-z]+\\)|new FileReader\\(|new FileWriter\\(;               the default charset differs between machines
            src;           \\.to(Lower|Upper)Case\\(\\)|String\\.format\\((?!Locale)|\\.formatted\\(;   the default locale differs between machines
            src/main!cli;  System\\.(out|err|exit|in\\b|getProperty|getenv);                 what reads or ends the process can't be tested
            src;           Thread\\.sleep;                                                   sleeping is a race
            src;           new Random\\(\\)|Math\\.random|Collections\\.shuffle\\([^,]*\\);  what is not seeded can't be repeated
            src/main;      Executors\\.new\\w+\\(\\)|new Thread\\([^,]*\\)\\.start;          nameless threads say nothing in a dump
            src/main;      java\\.util\\.(Date|Calendar)\\b|lombok\\.|setAccessible;         better ones exist
            web;           \\$unsafe|\\$\\{@raw;                                             what isn't escaped is script injection
            src;           printStackTrace|TODO|FIXME;                                       left over
            """)
    void theSourcesKeepTheBans(String where, String banned, String reason) throws IOException {
        String[] place = where.split("!", -1);
        var pattern = Pattern.compile(banned);
        List<String> found = new ArrayList<>();

        try (Stream<Path> files = Files.walk(Path.of(place[0]))) {
            for (Path file : files.filter(BansTest::isSource).toList()) {
                boolean exempt = file.endsWith("BansTest.java")
                        || (place.length > 1 && file.toString().contains("/" + place[1] + "/"));
                if (!exempt) {
                    addMatches(file, pattern, found);
                }
            }
        }

        assertThat(found).as(reason).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"src,400"})
    void noFileIsTooLong(String where, int limit) throws IOException {
        List<String> tooLong = new ArrayList<>();

        try (Stream<Path> files = Files.walk(Path.of(where))) {
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
