package jirei.engine.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.search.Deadline;
import jirei.search.Suggestion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The scripts in which a word can be typed to be suggested. */
class InputFormsTest {
    private static final String TEXT =
            """
            看取り、医師会、歯科医師会、訪問看護、在宅療養支援診療所、在宅りょうよう日誌、調査、研修、助成、ツール、福祉、地域、決定表、
            マッチング、連携、アンケート、新聞、案内、ICT活用、会議。
            """;
    private static World world;

    @BeforeAll
    static void createWorld(@TempDir Path folder) throws Exception {
        world = new World(folder).with(1, Prefecture.SHIMANE, "五城目町", TEXT, TEXT);
    }

    @AfterAll
    static void closeWorld() throws Exception {
        world.close();
    }

    @ParameterizedTest(name = "{0} suggests {1}: {2}")
    @CsvFileSource(resources = "/lucene/suggestions.tsv", delimiter = '\t', quoteCharacter = '`')
    void aWordIsSuggestedInEveryScript(String typed, String suggested, String why) throws Exception {
        assertThat(world.engine().suggest(typed, 50, Deadline.NONE))
                .as(why)
                .extracting(Suggestion::text)
                .contains(suggested);
    }
}
