package jirei.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.WordInterpretation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A particle between content words means the same as a blank. */
class ContentWordsTest {
    private static final Path ROWS = Path.of("src/test/resources/query/content-words.tsv");

    private static World world = new World(Path.of("unused"));

    @BeforeAll
    static void createWorld(@TempDir Path folder) throws Exception {
        world = new World(folder)
                .with(1, Prefecture.OSAKA, "", "水車を見学した。", "水車の羽根を直す。", "灯台を見学した。")
                .with(2, Prefecture.CHIBA, "", "水車小屋の見学会。", "港で帆船が荷物を降ろす。");
    }

    @AfterAll
    static void close() throws Exception {
        world.close();
    }

    private static Stream<Arguments> rows() throws IOException {
        return Files.readAllLines(ROWS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(cells -> Arguments.of(cells[0], List.of(cells[1].split(",", -1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whatIsTypedHasTheseContentWords(String typed, List<String> words) throws Exception {
        List<WordInterpretation> understood =
                world.engine().search(SearchRequest.of(typed)).interpretation().words();

        assertThat(understood).extracting(WordInterpretation::text).isEqualTo(words);
    }

    @Test
    void aParticleAndABlankFindTheSame() throws Exception {
        for (String particle : List.of("の", "と", "や", "における", " ")) {
            assertThat(world.found("水車" + particle + "見学")).as(particle).containsExactlyInAnyOrder("1/s1", "2/s1");
        }
    }

    @Test
    void anExcludedWordIsNotDivided() throws Exception {
        assertThat(world.found("見学 -水車の羽根")).containsExactlyInAnyOrder("1/s1", "1/s3", "2/s1");
    }

    @Test
    void theSectionsWithSomeOfTheWordsFollow() throws Exception {
        SearchRequest request = SearchRequest.of("水車の見学");

        assertThat(World.names(world.engine()
                        .fill(request, world.engine().search(request), true, Deadline.NONE)
                        .hits()))
                .hasSize(4)
                .doesNotContain("2/s2");
    }
}
