package jirei.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;
import jirei.query.ExpansionOptions;
import jirei.query.SearchRequest;
import jirei.search.ExpansionCount;
import jirei.search.WordInterpretation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expansions of a word, how many sections each adds, and the matches if some are disabled. */
@Tag("slow")
class ExpansionCountsTest {
    private static final Expansion CARE_MANAGER = new Expansion(ExpansionKind.SYNONYM, "介護支援専門員");

    private World world = new World(Path.of("unused"));

    @BeforeEach
    void createWorld(@TempDir Path folder) throws Exception {
        world = new World(folder)
                .with(1, Prefecture.OSAKA, "", "介護支援専門員が集まった。", "介護支援専門員とケアマネが話した。", "ケアマネの手引き。")
                .with(2, Prefecture.CHIBA, "", "取り組みを広げた。", "取組の記録。", "看取りの部屋。", "平成29年度の会。");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    private WordInterpretation word(String query, ExpansionOptions options) throws Exception {
        return world.engine()
                .search(SearchRequest.of(query).with(options))
                .interpretation()
                .words()
                .getFirst();
    }

    private List<String> found(String query, ExpansionOptions options) throws Exception {
        return World.names(
                world.engine().search(SearchRequest.of(query).with(options)).hits());
    }

    private static String line(ExpansionCount expansion) {
        return expansion.expansion().id() + " " + expansion.sections() + " +" + expansion.additionalSections()
                + (expansion.enabled() ? "" : " off");
    }

    @Test
    void eachExpansionAddsToThoseBeforeItAndTheSumIsTheTotal() throws Exception {
        WordInterpretation word = word("ケアマネ", ExpansionOptions.ALL);

        assertThat(word.expansions())
                .extracting(ExpansionCountsTest::line)
                .containsExactly("typed:ケアマネ 2 +2", "synonym:介護支援専門員 2 +1");
        assertThat(word.expansions().stream()
                        .mapToLong(ExpansionCount::additionalSections)
                        .sum())
                .isEqualTo(word.sections());
    }

    @Test
    void aDisabledExpansionMatchesNothingAndCountsWhatItWouldAdd() throws Exception {
        var without = new ExpansionOptions(true, true, Set.of(CARE_MANAGER));

        assertThat(found("ケアマネ", without)).containsExactlyInAnyOrder("1/s2", "1/s3");
        assertThat(word("ケアマネ", without).expansions())
                .extracting(ExpansionCountsTest::line)
                .containsExactly("typed:ケアマネ 2 +2", "synonym:介護支援専門員 2 +1 off");
    }

    @ParameterizedTest(name = "{0}, spellings {1}, synonyms {2}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            ケアマネ; true; false; 1/s2 1/s3
            取り組み; false; true; 2/s1 2/s2
            取り組み; false; false; 2/s1
            取り組み; true; false; 2/s1 2/s2
            みとり; true; false; 2/s3
            みとり; false; false; ''
            2017年度; true; false; 2/s4
            2017年度; false; true; ''
            """)
    void expansionKindsCanBeDisabled(String query, boolean spellings, boolean synonyms, String expected)
            throws Exception {
        List<String> names = expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1));

        assertThat(found(query, new ExpansionOptions(spellings, synonyms, Set.of())))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void aDisabledExpansionIsNotHighlighted() throws Exception {
        var without = new ExpansionOptions(true, true, Set.of(CARE_MANAGER));

        assertThat(World.marked(world.engine().search(SearchRequest.of("ケアマネ").with(without)).hits().stream()
                        .filter(hit -> hit.section().id().equals("s2"))
                        .findFirst()
                        .orElseThrow()))
                .isEqualTo("介護支援専門員と[ケアマネ]が話した。|");
    }

    @Test
    void aQuotedPhraseHasNoExpansions() throws Exception {
        assertThat(word("\"ケアマネ\"", ExpansionOptions.ALL).expansions()).isEmpty();
    }

    @Test
    void equivalentSynonymsScoreOnceSoThatTheTypedWordRanksFirst(@TempDir Path other) throws Exception {
        try (World worded = new World(other)
                .with(3, Prefecture.OSAKA, "", "終末期ケアと終末期医療について終末期の講座を開いた。", "町の集会所で看取りについて長い話をした。")
                .with(4, Prefecture.CHIBA, "", "船の時刻を決めた。", "灯台の鍵を預かる。", "港の店で魚を売る。")) {
            assertThat(worded.found("看取り")).containsExactly("3/s2", "3/s1");
        }
    }
}
