package jirei.engine.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.Suggestion;
import jirei.search.Suggestion.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestTest {
    private static final int MANY = 50;

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void createWorld() {
        world = new World(folder);
    }

    @AfterEach
    void closeWorld() throws Exception {
        world.close();
    }

    private List<String> suggested(String typed) throws Exception {
        return world.engine().suggest(typed, MANY, Deadline.NONE).stream()
                .map(Suggestion::text)
                .toList();
    }

    @Test
    void theMostFrequentWordComesFirst() throws Exception {
        world.with(1, Prefecture.NAGANO, "", "看板を立てた。", "看取りを語る。", "看取りの夜。");

        assertThat(suggested("看")).containsExactly("看取り", "看板");
    }

    @Test
    void aSuggestionHasItsKindAndSectionCount() throws Exception {
        world.with(
                1,
                Prefecture.NAGANO,
                "みやま町",
                List.of(World.section("s1", "灯台の集い", "灯台で灯台を語る。", "医師会"), World.section("s2", "", "灯台に集まる。", "医師会")));

        assertThat(world.engine().suggest("灯", MANY, Deadline.NONE))
                .containsExactly(
                        new Suggestion("灯台", "トウダイ", Kind.TERM, 2),
                        new Suggestion("灯台の集い", "トウダイノツドイ", Kind.HEADING, 1));
        assertThat(world.engine().suggest("医", MANY, Deadline.NONE))
                .containsExactly(new Suggestion("医師会", "イシカイ", Kind.ACTOR, 1));
        assertThat(world.engine().suggest("みや", MANY, Deadline.NONE))
                .extracting(Suggestion::text, Suggestion::kind, Suggestion::sections)
                .contains(tuple("みやま町", Kind.PLACE, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"灯", "医", "みや", "県:なが", "灯台 医", "港 -灯"})
    void theCountOfASuggestionIsThatOfItsSearch(String typed) throws Exception {
        world.with(
                1,
                Prefecture.NAGANO,
                "みやま町",
                List.of(
                        World.section("s1", "", "灯台で医師会と語る。", "医師会"),
                        World.section("s2", "", "灯台祭りの港に集まる。", "医師会"),
                        World.section("s3", "", "灯台守の港。", "町")));

        assertThat(world.engine().suggest(typed, MANY, Deadline.NONE))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.sections()).as(one.text()).isEqualTo((int) world.engine()
                        .search(SearchRequest.of(one.text()), Deadline.NONE)
                        .total()
                        .sections()));
    }

    @Test
    void compoundsAreSuggestedIfTheyRecurOnTheirOwn() throws Exception {
        world.with(1, Prefecture.NAGANO, "", "灯台祭りを開く。", "灯台祭りの夜。", "灯台見学者名簿を作る。");

        assertThat(suggested("灯台")).containsExactly("灯台祭り");
    }

    @Test
    void aWordIsSuggestedInTheSpellingOfTheCorpus() throws Exception {
        world.with(1, Prefecture.NAGANO, "", "ICT活用を進めた。", "ICT活用の輪。");

        assertThat(suggested("ｉｃｔか")).isEmpty();
        assertThat(suggested("ict活")).containsExactly("ICT活用");
    }

    @Test
    void infixMatchesComeAfterPrefixMatches() throws Exception {
        world.with(1, Prefecture.NAGANO, "", "朝市の船。", "朝市の歌。", "市場で語る。");

        assertThat(suggested("市")).containsExactly("市場", "朝市");
    }

    @Test
    void theTypedWordIsNotSuggested() throws Exception {
        world.with(1, Prefecture.NAGANO, "", "灯台を見る。");

        assertThat(suggested("灯台")).isEmpty();
        assertThat(suggested("とうだい")).containsExactly("灯台");
    }

    @Test
    void precedingWordsAreKeptAsTyped() throws Exception {
        world.with(1, Prefecture.NAGANO, "", "多職種の研修を開く。");

        assertThat(suggested("多職種 けんし")).containsExactly("多職種 研修");
        assertThat(suggested("多職種　けんし")).containsExactly("多職種　研修");
        assertThat(suggested("(多職種 OR 灯台) けんし")).containsExactly("(多職種 OR 灯台) 研修");
    }

    @Test
    void aWordThatNeverOccursWithThePrecedingWordsIsNotSuggested() throws Exception {
        world.with(1, Prefecture.NAGANO, "", "灯台の研修を開く。", "港の研究を読む。");

        assertThat(suggested("灯台 研")).containsExactly("灯台 研修");
    }

    @Test
    void aFieldAndAnOperatorBeforeTheWordAreKept() throws Exception {
        world.with(1, Prefecture.NAGANO, "", "灯台の研修を開く。", "港の研究を読む。");

        assertThat(suggested("県:ながの")).contains("県:長野県");
        assertThat(suggested("港 -とうだ")).containsExactly("港 -灯台");
        assertThat(suggested("\"とうだ")).contains("\"灯台");
    }

    @Test
    void theNumberOfSuggestionsIsLimited() throws Exception {
        world.with(1, Prefecture.NAGANO, "", "研修と研究と研磨と研鑽を語る。");

        assertThat(world.engine().suggest("研", 2, Deadline.NONE)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　", "\"", "(", "-", "県:", "zzz", "ーー", "n", "\uD842", "\uFFFF", "a'", "---"})
    void anyInputIsAccepted(String typed) throws Exception {
        world.with(1, Prefecture.NAGANO, "", "灯台の研修を開く。");

        assertThat(suggested(typed)).doesNotHaveDuplicates();
    }

    @Test
    void aQueryOfMaximumLengthIsAccepted() throws Exception {
        world.with(1, Prefecture.NAGANO, "", "灯台の研修を開く。");

        assertThat(suggested("to".repeat(500))).isEmpty();
        assertThat(suggested("灯台 ".repeat(300) + "け")).hasSize(1);
    }

    @Test
    void anEmptyCorpusSuggestsNothing() throws Exception {
        assertThat(suggested("研")).isEmpty();
    }
}
