package jirei.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.Relaxation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingTest {
    private World world;

    @BeforeEach
    void createWorld(@TempDir Path folder) throws Exception {
        world = new World(folder)
                .with(1, Prefecture.OSAKA, "青葉市", "医師会が多職種の研修会を開いた。", "看取りの場所を調べた。住民は家を望む。")
                .with(2, Prefecture.CHIBA, "若葉町", "保健所が看取りの手引きを配った。", "訪問看護ステーションを二カ所に増やした。")
                .with(3, Prefecture.CHIBA, "", "ICTで情報を共有し、24時間の当番を決めた。", "歯科医師会は口腔ケアを広めた。");
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
            看取り; 1/s2 2/s1
            看取り 手引き; 2/s1
            看取り　手引き; 2/s1
            看取り -手引き; 1/s2
            口腔 OR 研修会; 3/s2 1/s1
            "看取りの手引き"; 2/s1
            ＩＣＴ; 3/s1
            ict; 3/s1
            訪問看護ｽﾃｰｼｮﾝ; 2/s2
            ２４時間; 3/s1
            会; 1/s1 3/s2
            師会; 1/s1 3/s2
            研修; 1/s1
            若葉町; 2/s1
            若葉; 2/s1
            県:千葉県 看取り; 2/s1
            地域:青葉市 看取り; 1/s2
            見出し:看取り; ''
            みとり; 1/s2 2/s1
            ミトリ 手引き; 2/s1
            mitori; 1/s2 2/s1
            たしょくしゅ; 1/s1
            ほけんじょ; 2/s1
            醫師會; 1/s1 3/s2
            "醫師會"; ''
            訪看; 2/s2
            二十四時間; 3/s1
            """)
    void queriesMatchTheListedSections(String query, String expected) throws Exception {
        List<String> sections = expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1));

        assertThat(world.found(query)).containsExactlyInAnyOrderElementsOf(sections);
    }

    @Test
    void anEmptyQueryMatchesAllSectionsInReadingOrder() throws Exception {
        assertThat(world.found("")).containsExactly("1/s1", "1/s2", "2/s1", "2/s2", "3/s1", "3/s2");
    }

    @Test
    void wordsMatchWithinACaseIfNoSectionHasAllOfThem() throws Exception {
        var results = world.search("研修会 看取り");

        assertThat(World.names(results.hits())).containsExactlyInAnyOrder("1/s1", "1/s2");
        assertThat(results.interpretation().relaxation()).isEqualTo(Relaxation.SAME_CASE);
        assertThat(results.interpretation().dropped()).isEmpty();
    }

    @Test
    void aWordWithoutMatchesIsDroppedAndReported() throws Exception {
        var results = world.search("看取り 宇宙船");

        assertThat(World.names(results.hits())).containsExactlyInAnyOrder("1/s2", "2/s1");
        assertThat(results.interpretation().relaxation()).isEqualTo(Relaxation.ANY_WORD);
        assertThat(results.interpretation().dropped()).containsExactly("宇宙船");
    }

    @Test
    void aProhibitedWordStaysProhibitedAfterRelaxation() throws Exception {
        assertThat(world.found("看取り 宇宙船 -保健所")).containsExactly("1/s2");
    }

    @Test
    void aQueryWithoutAnyMatchingWordMatchesNothing() throws Exception {
        var results = world.search("宇宙船");

        assertThat(results.hits()).isEmpty();
        assertThat(results.total().sections()).isZero();
        assertThat(results.interpretation().relaxation()).isEqualTo(Relaxation.NONE);
    }

    @Test
    void aQuestionRanksTheSectionWithMostOfItsWordsFirst() throws Exception {
        assertThat(world.found("看取りの手引きを住民に配ったのはどこですか")).first().isEqualTo("2/s1");
    }

    @ParameterizedTest(name = "{0} marks {1}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            看取り 手引き; 保健所が[看取り]の[手引き]を配った。|
            訪問看護ｽﾃｰｼｮﾝ; [訪問看護ステーション]を二カ所に増やした。|
            "看取りの手"; 保健所が[看取りの手]引きを配った。|
            二カ; 訪問看護ステーションを[二カ]所に増やした。|
            ２４時間; ICTで情報を共有し、[24時間]の当番を決めた。|
            """)
    void matchesAreHighlighted(String query, String marked) throws Exception {
        assertThat(World.marked(world.search(query).hits().getFirst())).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"看取りの場所を調べた住民", "看取り 研修 ", "訪問看護ステーション", "みとり ", "\"看取り\" ", "mitori "})
    void aQueryOfMaximumLengthIsExecuted(String piece) throws Exception {
        String query = piece.repeat(SearchRequest.MAX_QUERY_LENGTH / piece.length());

        assertThat(world.search(query).interpretation().query().text()).isEqualTo(query);
        assertThat(world.engine().highlight("case-1", SearchRequest.of(query), Deadline.NONE))
                .isPresent();
    }

    @Test
    void allSectionsOfACaseAreHighlighted() throws Exception {
        var marked = world.engine()
                .highlight("case-1", SearchRequest.of("医師会"), Deadline.NONE)
                .orElseThrow();

        assertThat(marked.sections()).filteredOn(HighlightedSection::hasMatches).hasSize(1);
        assertThat(marked.sections().getFirst().paragraphs())
                .containsExactly(List.of(new jirei.search.MatchRange(0, 3)));
    }
}
