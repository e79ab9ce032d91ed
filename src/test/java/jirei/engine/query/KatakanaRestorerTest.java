package jirei.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jirei.cases.Prefecture;
import jirei.engine.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words typed in hiragana that the sections write in katakana, and questions. */
class KatakanaRestorerTest {
    private World world = new World(Path.of("unused"));

    @BeforeEach
    void createWorld(@TempDir Path folder) throws Exception {
        world = new World(folder)
                .with(1, Prefecture.OSAKA, "", "タブレットとコンピューターを配った。", "何度も集まった。")
                .with(2, Prefecture.CHIBA, "", "若葉ハイツの集会室で体操をする。", "窓口はいつも開いている。相談はいつでもよい。", "講座はいつも満員である。");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void aWordInHiraganaMatchesAndHighlightsTheKatakana() throws Exception {
        var hits = world.search("たぶれっと").hits();

        assertThat(World.marked(hits.getFirst())).isEqualTo("[タブレット]とコンピューターを配った。|");
    }

    @Test
    void katakanaIsRestoredInASentence() throws Exception {
        assertThat(world.found("こんぴゅーたーを誰に配ったのですか")).first().isEqualTo("1/s1");
    }

    @Test
    void hiraganaThatIsAsFrequentAsTheKatakanaIsKept() throws Exception {
        assertThat(world.found("窓口はいつ開くのですか")).doesNotContain("2/s1");
    }

    @Test
    void aQuestionWordMatchesNothing() throws Exception {
        assertThat(world.found("若葉の体操は何をしたのですか")).contains("2/s1").doesNotContain("1/s2");
    }
}
