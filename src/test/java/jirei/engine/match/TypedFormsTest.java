package jirei.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.query.SearchRequest;
import jirei.search.Relaxation;
import jirei.search.SearchResults;
import jirei.search.SpellingCorrection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A word finds the texts that are meant by it in every form in which it is typed, and no others. */
class TypedFormsTest {
    private static final Path ROWS = Path.of("src/test/resources/lucene/typed-forms.tsv");

    private static World world = new World(Path.of("unused"));

    /** A line of the file, with the numbers of its sections in the world; 0 for none. */
    private record Row(String typed, String found, int foundAt, String other, int otherAt) {}

    @BeforeAll
    static void aSectionForEachText(@TempDir Path folder) throws Exception {
        String[] texts = rows().stream()
                .flatMap(row -> Stream.of(row.found, row.other))
                .filter(text -> !text.isEmpty())
                .toArray(String[]::new);
        world = new World(folder).with(1, Prefecture.OSAKA, "", texts);
    }

    @AfterAll
    static void close() throws Exception {
        world.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("listed")
    void whatIsTypedFindsWhatIsMeant(String typed, Row row) throws Exception {
        SearchResults results = world.engine().search(SearchRequest.of(typed).withSize(SearchRequest.MAX_PAGE_SIZE));
        List<String> names = World.names(results.hits());

        if (!row.found.isEmpty()) {
            assertThat(results.interpretation().relaxation()).isIn(Relaxation.NONE, Relaxation.ANY_CONTENT_WORD);
            assertThat(isCorrected(results)).isFalse();
            assertThat(names).as(row.found).contains("1/s" + row.foundAt);
        }
        if (!row.other.isEmpty()) {
            assertThat(names).as(row.other).doesNotContain("1/s" + row.otherAt);
        }
    }

    private static boolean isCorrected(SearchResults results) {
        SpellingCorrection correction = results.interpretation().correction();
        return correction != null && correction.applied();
    }

    private static Stream<Arguments> listed() throws IOException {
        return rows().stream().map(row -> Arguments.of(row.typed, row));
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        int sections = 0;
        for (String line : Files.readAllLines(ROWS)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] columns = line.split("\t", -1);
                int foundAt = columns[1].isEmpty() ? 0 : ++sections;
                int otherAt = columns[2].isEmpty() ? 0 : ++sections;
                rows.add(new Row(columns[0], columns[1], foundAt, columns[2], otherAt));
            }
        }
        return rows;
    }
}
