package jirei.library.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jirei.corpus.text.CorpusFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a lexicon file are entries, and a change of one leaves the others as they are. */
class LexiconTableTest {
    private static final String LAMPS = "# 明かり\n\n灯台 = 燈台  # 古い字\n舟 > 丸木舟, 釣り舟\n";

    private final LexiconTable lamps = LexiconTable.of(LexiconFile.SYNONYMS, LAMPS);

    @Test
    void commentsAloneAreNoEntries() {
        assertThat(lamps.entries())
                .containsExactly(
                        new LexiconEntry(3, List.of("灯台、燈台", ""), "古い字"),
                        new LexiconEntry(4, List.of("舟", "丸木舟、釣り舟"), ""));
    }

    @Test
    void aChangedEntryKeepsItsLineAndTheOthersTheirText() throws Exception {
        String changed = lamps.with(new LexiconEntry(3, List.of("灯台、燈台、ともしび", ""), "古い字"));

        assertThat(changed).isEqualTo("# 明かり\n\n灯台 = 燈台 = ともしび  # 古い字\n舟 > 丸木舟, 釣り舟\n");
    }

    @Test
    void aNewEntryComesLast() throws Exception {
        assertThat(lamps.with(new LexiconEntry(0, List.of("港、湊", ""), ""))).isEqualTo(LAMPS + "港 = 湊\n");
    }

    @Test
    void aNewEntryFollowsThoseOfTheSameName() throws Exception {
        LexiconTable actors = LexiconTable.of(LexiconFile.ACTORS, "船頭: 船長\n灯台守: 守り\n");

        assertThat(actors.with(new LexiconEntry(0, List.of("船頭", "舵取り"), ""))).isEqualTo("船頭: 船長\n船頭: 舵取り\n灯台守: 守り\n");
    }

    @Test
    void aDeletedEntryLeavesNoLine() {
        assertThat(lamps.without(4)).isEqualTo("# 明かり\n\n灯台 = 燈台  # 古い字\n");
    }

    @Test
    void searchIgnoresWidthAndCase() {
        LexiconTable signals = LexiconTable.of(LexiconFile.SYNONYMS, "合図 = SOS\n旗 = 幟\n");

        assertThat(signals.entriesWith("ｓｏｓ")).extracting(LexiconEntry::line).containsExactly(1);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "SYNONYMS, 灯 > 台, ''",
        "SYNONYMS, '', 灯台",
        "SYNONYMS, 灯#台、灯, ''",
        "USER_DICTIONARY, '灯,台', 灯台",
        "ACTORS, 灯: 台, 守り",
    })
    void signsThatSeparateAreRefusedInValues(LexiconFile file, String first, String second) {
        LexiconTable table = LexiconTable.of(file, "");

        assertThatThrownBy(() -> table.with(new LexiconEntry(0, List.of(first, second), "")))
                .isInstanceOf(CorpusFormatException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            SYNONYMS        | 灯台 = 燈台 = ともしび
            SYNONYMS        | 舟, 船 > 丸木舟, 釣り舟
            USER_DICTIONARY | 灯台守,灯台 守,トウダイ モリ,カスタム名詞
            ACTORS          | 船頭: 船長、=頭、舟*頭
            THEMES          | 必要な点: 3
            THEMES          | ア: 灯台 3、港 -1
            """)
    void writingAnEntryThatWasReadChangesNothing(LexiconFile file, String line) throws Exception {
        LexiconTable table = LexiconTable.of(file, line);

        assertThat(table.write(table.entry(1).orElseThrow())).isEqualTo(line);
    }
}
