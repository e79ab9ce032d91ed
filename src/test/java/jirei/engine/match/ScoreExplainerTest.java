package jirei.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.HitExplanation;
import jirei.search.HitExplanation.WordMatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The score of a section broken down by word, expansion and field. */
@Tag("slow")
class ScoreExplainerTest {
    private World world = new World(Path.of("unused"));

    @BeforeEach
    void createWorld(@TempDir Path folder) throws Exception {
        world = new World(folder)
                .with(
                        1,
                        Prefecture.OSAKA,
                        "",
                        List.of(
                                World.section("s1", "ケアマネの研修", "介護支援専門員が研修で学び、取組を話した。", "医師会"),
                                World.section("s2", "夜の当番", "輪番で電話に出る。")))
                .with(2, Prefecture.CHIBA, "", "研修を船で開いた。", "看取りの部屋。");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private HitExplanation explain(String query, String section) throws Exception {
        return world.engine()
                .explain(SearchRequest.of(query), "case-1", section, Deadline.NONE)
                .orElseThrow();
    }

    private static List<String> lines(WordMatch word) {
        return word.matches().stream()
                .map(match -> match.expansion().id() + " " + match.field().id())
                .toList();
    }

    @Test
    void aWordIsExplainedByExpansionAndField() throws Exception {
        HitExplanation explanation = explain("ケアマネ 取り組み", "s1");

        assertThat(lines(explanation.words().getFirst())).contains("typed:ケアマネ heading", "synonym:介護支援専門員 text");
        assertThat(lines(explanation.words().getLast()))
                .contains("spelling:取り組み text")
                .doesNotContain("typed:取り組み text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ケアマネ", "研修 ケアマネ", "\"研修\"", "けんしゅう", "ケアマネ OR 看取り", "研修 -船", "医師会の研修で学ぶ取り組みを話す"})
    void contributionsAddUpToTheScore(String query) throws Exception {
        var hit = world.search(query).hits().stream()
                .filter(one ->
                        one.caseId().equals("case-1") && one.section().id().equals("s1"))
                .findFirst()
                .orElseThrow();

        assertThat(explain(query, "s1").score()).isCloseTo(hit.score(), within(1e-3 * hit.score()));
    }

    @Test
    void aWordWithoutMatchesContributesNothing() throws Exception {
        WordMatch word = explain("看取り", "s2").words().getFirst();

        assertThat(word.score()).isZero();
        assertThat(word.matches()).isEmpty();
        assertThat(word.sections()).isEqualTo(1);
    }

    @Test
    void anUnknownSectionHasNoExplanation() throws Exception {
        assertThat(world.engine().explain(SearchRequest.of("研修"), "case-1", "s9", Deadline.NONE))
                .isEmpty();
        assertThat(world.engine().explain(SearchRequest.of("研修"), "case-9", "s1", Deadline.NONE))
                .isEmpty();
    }
}
