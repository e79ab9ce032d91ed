package jirei.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jirei.cases.Actor;
import jirei.cases.Prefecture;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.corpus.lexicon.ShippedThemes;
import jirei.engine.World;
import jirei.search.Relaxation;
import jirei.search.SearchResults;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facet values and operators typed in the query, over two towns. */
class TypedFilterTest {
    @TempDir
    static Path folder = Path.of("unused");

    private static World world = new World(Path.of("unused"));

    @BeforeAll
    static void createTwoTowns() throws Exception {
        world = new World(folder)
                .with(
                        1,
                        Prefecture.OSAKA,
                        "みなと町",
                        List.of(section("a", "ケアマネジャー", "牡丹の鉢を窓口に並べた。"), section("b", "市区町村", "暦を配り、寄合を開いた。")))
                .with(
                        2,
                        Prefecture.CHIBA,
                        "はなだ町",
                        List.of(section("c", "医師会", "牡丹の鉢を寄合で分けた。"), section("d", "医師会", "ICTの当番を決めた。")));
    }

    private static Section section(String id, String actor, String text) {
        return new Section(
                id, SectionKind.LEAD, "記録", "", List.of(new Actor(actor)), List.of(ShippedThemes.TRAINING), text);
    }

    @AfterAll
    static void close() throws Exception {
        world.close();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            県:大阪 牡丹; 1/a
            県:ちば 牡丹; 2/c
            県:大阪、千葉 牡丹; 1/a 2/c
            主体:ケアマネ; 1/a
            主体:市町村; 1/b
            主体:介護支援専門員 牡丹; 1/a
            年度:平成29年度 寄合; 1/b 2/c
            牡丹 ー寄合; 1/a
            暦 または ICT; 1/b 2/d
            牡丹 除く 窓口; 2/c
            牡丹、寄合。; 2/c
            """)
    void typedValuesAndOperatorsSelectSections(String typed, String expected) throws Exception {
        assertThat(World.names(world.search(typed).hits())).containsExactlyInAnyOrder(expected.split(" ", -1));
    }

    @ParameterizedTest(name = "{0} finds {1} after {2}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            県:大阪府 ICT; ; NONE
            県:大阪府 牡丹 ICT; 1/a; ANY_WORD
            県:大阪府 牡丹 暦; 1/a 1/b; SAME_CASE
            主体:医師会 牡丹 暦; 2/c; ANY_WORD
            (県:大阪 OR 県:兵庫) ICT; ; NONE
            """)
    void relaxationKeepsTypedFilters(String typed, String expected, Relaxation relaxation) throws Exception {
        SearchResults results = world.search(typed);

        assertThat(World.names(results.hits()))
                .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" ", -1));
        assertThat(results.interpretation().relaxation()).isEqualTo(relaxation);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            県:大坂 牡丹; 都道府県「大坂」はありません。「県:大阪府」のように
            年度:29 牡丹; 年度「29」はありません。
            年度:来年 牡丹; 年度「来年」はありません。「年度:2017」
            主体:大工 牡丹; 主体「大工」はありません。医師会、歯科医師会、
            種別:取組 牡丹; 種別「取組」はありません。ここがすごい、取組の概要、
            テーマ:支援 牡丹; テーマ「支援」はありません。ア 資源の把握、
            -; キーワードがありません。キーワードを入力してください
            OR; キーワードがありません。
            """)
    void whatCannotMatchIsSaidAndFindsNothing(String typed, String message) throws Exception {
        SearchResults results = world.search(typed);

        assertThat(results.total().sections()).isZero();
        assertThat(results.interpretation().relaxation()).isEqualTo(Relaxation.NONE);
        assertThat(results.interpretation().impossible())
                .singleElement()
                .asString()
                .startsWith(message);
    }

    @Test
    void aBlankTextStillFindsEverything() throws Exception {
        assertThat(world.search("　\u200B").total().sections()).isEqualTo(4);
    }
}
