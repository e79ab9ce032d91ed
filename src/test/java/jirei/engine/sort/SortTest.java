package jirei.engine.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jirei.cases.Prefecture;
import jirei.engine.World;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortTest {
    @TempDir
    Path folder;

    @Test
    void equalScoresAreOrderedByCaseNumberThenByPosition() throws Exception {
        try (World world = new World(folder)
                .with(10, Prefecture.OSAKA, "", "看取りの会", "看取りの会")
                .with(2, Prefecture.OSAKA, "", "看取りの会")) {
            assertThat(world.found("看取り")).containsExactly("2/s1", "10/s1", "10/s2");
        }
    }

    @Test
    void aWordInHeadingAndTextScoresHigherThanInTextAlone() throws Exception {
        String text = "市内の診療所が順に看取りを支えた。";
        try (World world = new World(folder)
                .with(1, Prefecture.OSAKA, "", List.of(World.section("a", "夜間の当番", text)))
                .with(2, Prefecture.OSAKA, "", List.of(World.section("a", "看取りの支え", text)))) {
            assertThat(world.found("看取り")).containsExactly("2/a", "1/a");
        }
    }

    @Test
    void theExactPhraseScoresHigherThanSeparateWords() throws Exception {
        try (World world = new World(folder)
                .with(1, Prefecture.OSAKA, "", "研修を多職種で開いた記録。")
                .with(2, Prefecture.OSAKA, "", "多職種研修で記録を開いた。")) {
            assertThat(world.found("多職種研修")).containsExactly("2/s1", "1/s1");
        }
    }

    @Test
    void theRarerWordScoresHigher() throws Exception {
        try (World world = new World(folder)
                .with(1, Prefecture.OSAKA, "", "研修を開いた。", "研修を続けた。", "研修を終えた。")
                .with(2, Prefecture.OSAKA, "", "手引きを配った。")) {
            assertThat(world.found("研修 OR 手引き")).first().isEqualTo("2/s1");
        }
    }

    @Test
    void pagesFollowEachOtherWithoutRepetition() throws Exception {
        try (World world = new World(folder).with(1, Prefecture.OSAKA, "", "研修一", "研修二", "研修三", "研修四", "研修五")) {
            var second = world.engine()
                    .search(SearchRequest.of("研修")
                            .sortedBy(SortOrder.NUMBER)
                            .withSize(2)
                            .withPage(2));

            assertThat(World.names(second.hits())).containsExactly("1/s3", "1/s4");
            assertThat(second.hits()).extracting("rank").containsExactly(3, 4);
            assertThat(second.total().sections()).isEqualTo(5);
        }
    }
}
