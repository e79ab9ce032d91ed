package jirei.engine.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.search.Deadline;
import jirei.search.Hit;
import jirei.search.SimilarCase;
import jirei.search.SimilarSection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SimilarTest {
    @TempDir
    Path folder;

    private World world() throws Exception {
        return new World(folder)
                .with(1, Prefecture.OSAKA, "うみべ市", "薬剤師が残薬を数え、訪問のたびに減らした。", "うみべ広場で体操をした。")
                .with(2, Prefecture.NAGANO, "みやま町", "集会所で体操を続けた。", "町の予算を決めた。")
                .with(3, Prefecture.NAGANO, "たに村", "薬剤師が訪問して残薬をまとめた。", "残薬の袋を薬剤師が配った。")
                .with(4, Prefecture.OKINAWA, "なぎさ島", "船の時刻を決めた。");
    }

    @Test
    void sectionsThatShareRareWordsAreSimilarWithoutTheOwnCase() throws Exception {
        try (World world = world()) {
            List<Hit> similar = world.engine().similarSections("case-1", "s1", 10, Deadline.NONE).stream()
                    .map(SimilarSection::hit)
                    .toList();

            assertThat(World.names(similar)).containsExactlyInAnyOrder("3/s1", "3/s2");
            assertThat(World.names(similar)).first().isEqualTo("3/s1");
        }
    }

    @Test
    void similarSectionsAreRankedAndNotHighlighted() throws Exception {
        try (World world = world()) {
            List<Hit> similar = world.engine().similarSections("case-1", "s1", 10, Deadline.NONE).stream()
                    .map(SimilarSection::hit)
                    .toList();

            assertThat(similar).extracting(Hit::rank).containsExactly(1, 2);
            assertThat(similar)
                    .allSatisfy(
                            hit -> assertThat(World.marked(hit)).isNotEmpty().doesNotContain("["));
        }
    }

    @Test
    void theCaseThatSharesMoreRareWordsIsMoreSimilar() throws Exception {
        try (World world = world()) {
            List<SimilarCase> similar = world.engine().similarCases("case-1", 10, Deadline.NONE);

            assertThat(similar).extracting(SimilarCase::id).containsExactly("case-3", "case-2");
            assertThat(similar).extracting(SimilarCase::rank).containsExactly(1, 2);
        }
    }

    @Test
    void aSimilarCaseListsTheSharedWords() throws Exception {
        try (World world = world()) {
            List<SimilarCase> similar = world.engine().similarCases("case-1", 10, Deadline.NONE);

            assertThat(similar.getFirst().words()).containsExactlyInAnyOrder("残薬", "薬剤師", "訪問");
            assertThat(similar.getLast().words()).containsExactly("体操");
        }
    }

    @Test
    void aSharedWordIsListedAsWrittenAndACompoundInsteadOfItsParts() throws Exception {
        try (World world = new World(folder)
                .with(1, Prefecture.OSAKA, "", "看取りを関西国際空港で学んだ。", "橋の工事を終えた。")
                .with(2, Prefecture.OSAKA, "", "関西国際空港に看取りの冊子を置いた。", "市場の花を植えた。")
                .with(3, Prefecture.OSAKA, "", "祭りの太鼓を直した。")) {
            assertThat(world.engine()
                            .similarCases("case-1", 1, Deadline.NONE)
                            .getFirst()
                            .words())
                    .containsExactlyInAnyOrder("看取り", "関西国際空港");
        }
    }

    @Test
    void equallySimilarCasesAreOrderedByNumber() throws Exception {
        try (World world = new World(folder)
                .with(10, Prefecture.OSAKA, "", "残薬を数えた。")
                .with(2, Prefecture.OSAKA, "", "残薬を数えた。")
                .with(1, Prefecture.OSAKA, "", "残薬を数えた。")
                .with(3, Prefecture.OSAKA, "", "船の時刻を決めた。")) {
            assertThat(world.engine().similarCases("case-1", 10, Deadline.NONE))
                    .extracting(SimilarCase::id)
                    .containsExactly("case-2", "case-10");
        }
    }

    @Test
    void numbersAndSingleCharactersAreNotSignificant() throws Exception {
        try (World world = new World(folder)
                .with(1, Prefecture.OSAKA, "", "2017年の夜に橋を直した。")
                .with(2, Prefecture.OSAKA, "", "2017年の夜に茶会を開いた。")) {
            assertThat(world.engine().similarCases("case-1", 10, Deadline.NONE)).isEmpty();
            assertThat(world.engine().similarSections("case-1", "s1", 10, Deadline.NONE))
                    .isEmpty();
        }
    }

    @Test
    void verbsAreNotSignificant() throws Exception {
        try (World world = new World(folder)
                .with(1, Prefecture.OSAKA, "", "橋を開いて支えた。")
                .with(2, Prefecture.OSAKA, "", "茶会を開いて支えた。")) {
            assertThat(world.engine().similarCases("case-1", 10, Deadline.NONE)).isEmpty();
        }
    }

    @Test
    void theNumberOfResultsIsLimited() throws Exception {
        try (World world = world()) {
            assertThat(world.engine().similarCases("case-1", 1, Deadline.NONE)).hasSize(1);
            assertThat(world.engine().similarSections("case-1", "s1", 1, Deadline.NONE))
                    .hasSize(1);
        }
    }

    @Test
    void anUnknownCaseOrSectionHasNoSimilarOnes() throws Exception {
        try (World world = world()) {
            assertThat(world.engine().similarCases("case-9", 10, Deadline.NONE)).isEmpty();
            assertThat(world.engine().similarSections("case-9", "s1", 10, Deadline.NONE))
                    .isEmpty();
            assertThat(world.engine().similarSections("case-1", "s9", 10, Deadline.NONE))
                    .isEmpty();
        }
    }
}
