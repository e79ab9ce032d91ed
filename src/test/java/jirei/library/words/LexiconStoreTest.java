package jirei.library.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import jirei.corpus.text.CorpusFormatException;
import jirei.library.cases.CaseHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lexicon is changed without losing anything, and never made invalid. */
class LexiconStoreTest {
    @TempDir
    Path corpus;

    private final List<String> changes = new ArrayList<>();
    private LexiconStore store;

    @BeforeEach
    void open() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-30T00:00:00Z"), ZoneOffset.UTC);
        store = new LexiconStore(
                corpus,
                CaseHistory.ofLexicon(corpus, 5, clock),
                (editor, action, id, before, after) -> changes.add(editor + " " + action + " " + id));
    }

    private String version() throws Exception {
        return store.read(LexiconFile.SYNONYMS).version();
    }

    private Path file() {
        return corpus.resolve("lexicon/synonyms.txt");
    }

    @Test
    void theBundledFileIsInForceUntilOneIsSaved() throws Exception {
        assertThat(store.read(LexiconFile.SYNONYMS).isBundled()).isTrue();

        store.save(LexiconFile.SYNONYMS, "灯台 = 燈台\n", version(), "灯");

        assertThat(file()).hasContent("灯台 = 燈台\n");
        assertThat(store.read(LexiconFile.SYNONYMS).isBundled()).isFalse();
        assertThat(changes).containsExactly("灯 lexicon synonyms.txt");
    }

    @Test
    void theVersionBeforeIsKept() throws Exception {
        store.save(LexiconFile.SYNONYMS, "灯台 = 燈台\n", version(), "灯");
        String first = version();
        store.save(LexiconFile.SYNONYMS, "港 = 湊\n", first, "灯");

        assertThat(store.earlier(LexiconFile.SYNONYMS, first)).contains("灯台 = 燈台\n");
        assertThat(store.history().versions("synonyms.txt")).hasSize(2);
        assertThat(corpus.resolve(".history/lexicon/synonyms.txt")).isDirectory();
    }

    @Test
    void aChangeOfAnOlderVersionIsRefusedWithTheNewOne() throws Exception {
        String old = version();
        store.save(LexiconFile.SYNONYMS, "灯台 = 燈台\n", old, "灯");

        assertThatThrownBy(() -> store.save(LexiconFile.SYNONYMS, "港 = 湊\n", old, "港"))
                .isInstanceOfSatisfying(
                        StaleLexiconException.class,
                        e -> assertThat(e.current().text()).isEqualTo("灯台 = 燈台\n"));
        assertThat(file()).hasContent("灯台 = 燈台\n");
    }

    @Test
    void anInvalidFileIsNeverWritten() throws Exception {
        assertThatThrownBy(() -> store.save(LexiconFile.SYNONYMS, "灯台\n", version(), "灯"))
                .isInstanceOf(CorpusFormatException.class);
        assertThat(file()).doesNotExist();
        assertThat(changes).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            SYNONYMS        | 灯台;港 = 湊;舟 >                                | 1 3
            USER_DICTIONARY | 灯台,灯台;灯台守,灯台,トウダイ,カスタム名詞      | 1 2
            ACTORS          | 船頭;船頭: 船長;灯台守: 船長、船長               | 1 3
            THEMES          | ケ: 灯台;ア: 港 3                                | 1
            """)
    void everyFaultNamesItsLine(LexiconFile file, String text, String lines) {
        assertThat(store.faults(file, text.replace(';', '\n')))
                .extracting(fault -> String.valueOf(fault.line()))
                .containsExactly(lines.split(" ", -1));
    }

    @Test
    void aChangeNamesTheCasesThatItMakesInvalid() throws Exception {
        Path cases = Files.createDirectories(corpus.resolve("cases"));
        Files.createDirectories(corpus.resolve("lexicon"));
        Files.writeString(corpus.resolve("lexicon/actors.txt"), "船頭: 船長\n灯台守: 番人\n");
        Files.writeString(cases.resolve("ferry.md"), caseBy("ferry", "渡し船", "船頭"));
        Files.writeString(cases.resolve("lamp.md"), caseBy("lamp", "灯", "灯台守"));
        Files.writeString(cases.resolve("broken.md"), caseBy("broken", "壊れた船", "だれか"));

        assertThat(store.invalidated(LexiconFile.ACTORS, "船方: 船長\n灯台守: 番人\n"))
                .singleElement()
                .satisfies(one -> assertThat(one.id() + " " + one.title() + " " + one.problem())
                        .startsWith("ferry 渡し船")
                        .contains("船頭"));
        assertThat(store.invalidated(LexiconFile.ACTORS, "船頭: 船長、船乗り\n灯台守: 番人\n浜の人: 浜の者\n"))
                .isEmpty();
        assertThat(store.invalidated(LexiconFile.SYNONYMS, "港 = 湊\n")).isEmpty();
    }

    private static String caseBy(String id, String title, String actor) {
        return "---\nid: " + id + "\ntitle: " + title + "\n---\n\n## 当番 {#s1}\n\n- 主体: " + actor + "\n\n毎朝、当番が回る。\n";
    }
}
