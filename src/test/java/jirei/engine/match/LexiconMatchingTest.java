package jirei.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.search.Relaxation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expansions of a word: synonyms, spelling variants, years in another calendar. */
@Tag("slow")
class LexiconMatchingTest {
    private World world = new World(Path.of("unused"));

    @BeforeEach
    void createWorld(@TempDir Path folder) throws Exception {
        world = new World(folder)
                .with(1, Prefecture.OSAKA, "", "介護支援専門員の取り組みを支えた。", "平成29年度に手引きを作った。")
                .with(2, Prefecture.CHIBA, "", "ケアマネの取組を広めた。", "2017年度の予算で三ヶ所に窓口を置いた。")
                .with(3, Prefecture.CHIBA, "", "人生会議の講座を開いた。", "窓口は三か所である。");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            ケアマネ; 1/s1 2/s1
            ケアマネージャー; 1/s1 2/s1
            ケアマネの取組; 1/s1 2/s1
            取り組み; 1/s1 2/s1
            取組み; 1/s1 2/s1
            ACP; 3/s1
            アドバンス・ケア・プランニング; 3/s1
            平成29年度; 1/s2 2/s2
            2017年度; 1/s2 2/s2
            H29年度; 1/s2 2/s2
            三カ所; 2/s2 3/s2
            "三ヶ所"; 2/s2
            "ケアマネ"; 2/s1
            """)
    void queriesMatchTheListedSections(String query, String expected) throws Exception {
        assertThat(world.found(query)).containsExactlyInAnyOrderElementsOf(List.of(expected.split(" ", -1)));
    }

    @Test
    void theTypedWordRanksBeforeItsSynonym() throws Exception {
        assertThat(world.found("ケアマネ")).containsExactly("2/s1", "1/s1");
    }

    @Test
    void aSynonymIsHighlighted() throws Exception {
        assertThat(World.marked(world.search("ACP").hits().getFirst())).isEqualTo("[人生会議]の講座を開いた。|");
    }

    @Test
    void aReadingHighlightsWholeWords() throws Exception {
        assertThat(World.marked(world.search("まどぐち").hits().getFirst())).contains("[窓口]");
    }

    @Test
    void aSentenceMatchesByAnyContentWord() throws Exception {
        var results = world.search("手引きを平成29年度に作った町はどこですか");

        assertThat(World.names(results.hits())).first().isEqualTo("1/s2");
        assertThat(results.interpretation().relaxation()).isEqualTo(Relaxation.ANY_CONTENT_WORD);
    }
}
