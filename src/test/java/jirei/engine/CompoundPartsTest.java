package jirei.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jirei.cases.Prefecture;
import jirei.query.SearchRequest;
import jirei.search.Relaxation;
import jirei.search.SearchResults;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A part of a compound matches sections that contain only the compound, whether or not the dictionary splits it. */
class CompoundPartsTest {
    private static World world = new World(Path.of("unused"));

    @BeforeAll
    static void aSectionForEachCompound(@TempDir Path folder) throws Exception {
        String[] compounds = rows().map(row -> row[1]).toArray(String[]::new);
        world = new World(folder).with(1, Prefecture.OSAKA, "", compounds);
    }

    @AfterAll
    static void close() throws Exception {
        world.close();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @MethodSource("listed")
    void aPartMatchesTheCompound(String part, String compound, String section) throws Exception {
        SearchResults results = world.engine().search(SearchRequest.of(part).withSize(SearchRequest.MAX_PAGE_SIZE));

        assertThat(results.interpretation().relaxation()).as(part).isEqualTo(Relaxation.NONE);
        assertThat(World.names(results.hits())).as("%s in %s", part, compound).contains(section);
    }

    private static Stream<Arguments> listed() throws IOException {
        List<String[]> rows = rows().toList();
        return Stream.iterate(0, row -> row < rows.size(), row -> row + 1)
                .map(row -> Arguments.of(rows.get(row)[0], rows.get(row)[1], "1/s" + (row + 1)));
    }

    private static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/lucene/parts.tsv")).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split("\t"));
    }
}
