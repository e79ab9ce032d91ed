package jirei.library.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.corpus.CorpusReader;
import jirei.library.words.MissingWord.Proposal;
import jirei.library.words.MissingWord.Reason;
import jirei.lucene.EmbeddedIndex;
import jirei.search.SearchEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proposals for missing words come from where other words are, not from their sound or spelling. */
class MissingWordsTest {
    private static SearchEngine engine;
    private static MissingWords words;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        Path corpus = folder.resolve("corpus");
        Files.createDirectories(corpus.resolve("cases"));
        List<String> sections = new ArrayList<>();
        for (String text : List.of(
                "離島の患者を遠隔診療で診る。船が出ない日も続ける。",
                "離島の遠隔診療を三年続けた。",
                "離島では遠隔診療の機器を公民館に置いた。",
                "盆踊りの音頭を習う。",
                "盆踊りの音頭をみなで踊る。",
                "病院の会議を開いた。",
                "病院の講習を開いた。",
                "薬局の会議を開いた。")) {
            sections.add(
                    "## 話 {#s" + (sections.size() + 1) + "}\n\n- 種別: ここがすごい\n- 主体: なし\n- テーマ: なし\n\n" + text + "\n");
        }
        Files.writeString(
                corpus.resolve("cases/a.md"), "---\nid: a\ntitle: 島の話\n---\n\n" + String.join("\n", sections));
        Path lexicon = Files.createDirectories(corpus.resolve("lexicon"));
        Files.writeString(lexicon.resolve("synonyms.txt"), "会議 = 寄合\n");
        EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index"));
        index.rebuild(done -> {}, fault -> {
            throw new AssertionError(fault.toString());
        });
        engine = index.open();
        words = LexiconStore.readOnly(corpus).missingWords(engine);
    }

    @AfterAll
    static void close() throws IOException {
        engine.close();
    }

    private static List<MissingWord> of(Object... queries) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int at = 0; at < queries.length; at += 2) {
            counts.put((String) queries[at], (Integer) queries[at + 1]);
        }
        return words.of(counts, 0, 10);
    }

    @Test
    void aWordIsProposedThatIsFrequentWhereTheOtherWordsAre() throws Exception {
        assertThat(of("離島 オンライン診療", 2).getFirst().proposals()).anySatisfy(proposal -> {
            assertThat(proposal.word()).isEqualTo("遠隔診療");
            assertThat(proposal.reason()).isEqualTo(Reason.TOGETHER);
            assertThat(proposal.sections()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"オンライン診療", "出張診療", "ぬえ会議室", "ほげほげ講習"})
    void aWordThatSoundsAlikeOrHasAPartInCommonIsNot(String word) throws Exception {
        assertThat(of(word, 1).getFirst().proposals())
                .extracting(Proposal::word)
                .doesNotContain("音頭", "遠隔診療", "診療", "講習");
    }

    @Test
    void theGroupOfAPartIs() throws Exception {
        assertThat(of("定例会議", 1).getFirst().proposals()).contains(new Proposal("会議", 2, Reason.GROUP));
    }

    @Test
    void theMostFrequentWordComesFirst() throws Exception {
        assertThat(of("ぬえ 離島", 1, "かまいたち", 3, "ぬえ", 1, "離島", 9))
                .extracting(MissingWord::word, MissingWord::times)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("かまいたち", 3), org.assertj.core.groups.Tuple.tuple("ぬえ", 2));
    }
}
