package jirei.library.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.corpus.CorpusReader;
import jirei.corpus.text.CorpusFormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases are found wherever they are, and no change loses what was there. */
class CaseStoreTest {
    private static final String DOCUMENT = "0123456789abcdef";
    private static final String LAMP =
            """
            ---
            id: lamp-1
            title: 灯台の当番
            ---

            ## 当番 {#s1}

            - 種別: ここがすごい
            - 主体: なし
            - テーマ: なし

            島の当番が灯台へ渡った。
            """;

    @TempDir
    Path corpus;

    private final List<String> changes = new ArrayList<>();
    private CaseStore store;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(corpus.resolve("cases/lamp"));
        var history = new CaseHistory(corpus, 50, Clock.fixed(Instant.parse("2026-11-30T00:00:00Z"), ZoneOffset.UTC));
        store = new CaseStore(
                corpus, history, (editor, action, id, before, after) -> changes.add(editor + " " + action + " " + id));
    }

    private Path published(String text) throws IOException {
        return Files.writeString(corpus.resolve("cases/lamp/lamp-1.md"), text);
    }

    private StoredCase lamp() throws IOException {
        return store.find("lamp-1").orElseThrow();
    }

    private CaseStudy titled(String title) throws Exception {
        CaseStudy lamp = store.parse(lamp());
        return new CaseStudy(
                lamp.id(),
                lamp.number(),
                title,
                lamp.collection(),
                lamp.year(),
                lamp.prefecture(),
                lamp.place(),
                lamp.region(),
                lamp.source(),
                lamp.sections());
    }

    private List<String> history() throws IOException {
        List<String> texts = new ArrayList<>();
        for (CaseHistory.Version version : store.history().versions("lamp-1")) {
            texts.add(store.history().text("lamp-1", version.name()).orElseThrow());
        }
        return texts;
    }

    @Test
    void aChangedCaseHasItsVersionBeforeInTheHistory() throws Exception {
        published(LAMP);

        StoredCase saved = store.save(titled("新しい当番"), lamp().version(), "友");

        assertThat(lamp()).isEqualTo(saved);
        assertThat(saved.text()).contains("title: 新しい当番");
        assertThat(history()).containsExactly(LAMP);
        assertThat(changes).containsExactly("友 save lamp-1");
        assertThat(names(saved.file().resolveSibling(""))).containsExactly("lamp-1.md");
    }

    @Test
    void aVersionIsRestoredByItsText() throws Exception {
        published(LAMP);
        StoredCase saved = store.save(titled("新しい当番"), lamp().version(), "友");

        store.saveText("lamp-1", history().getFirst(), saved.version(), "友");

        assertThat(lamp().text()).isEqualTo(LAMP);
        assertThat(history()).containsExactly(saved.text(), LAMP);
    }

    @Test
    void aChangeOfAnOlderVersionIsRefusedWithTheNewOne() throws Exception {
        Path file = published(LAMP);
        String version = lamp().version();
        CaseStudy changed = titled("新しい当番");
        Files.writeString(file, LAMP.replace("渡った", "泳いだ"));

        assertThatThrownBy(() -> store.save(changed, version, "友"))
                .isInstanceOfSatisfying(
                        StaleVersionException.class,
                        stale -> assertThat(stale.current().text()).contains("泳いだ"));
        assertThatThrownBy(() -> store.saveText("lamp-1", LAMP, version, "友"))
                .isInstanceOf(StaleVersionException.class);
        assertThat(file).content().contains("泳いだ");
        assertThat(changes).isEmpty();
    }

    @Test
    void aChangeToTheSameTextChangesNothing() throws Exception {
        published(LAMP);

        store.saveText("lamp-1", LAMP, lamp().version(), "友");

        assertThat(history()).isEmpty();
        assertThat(changes).isEmpty();
    }

    @Test
    void commentsAreKeptWhereTheyStand() throws Exception {
        published(LAMP.replace("title:", "# 題は仮\ntitle:")
                .replace("---\n\n##", "---\n\n<!-- 全体の注 -->\n\n##")
                .replace("島の", " <!-- 字下げの注 -->\n\n島の"));

        StoredCase saved = store.save(titled("新しい当番"), lamp().version(), "友");

        assertThat(CaseComments.of(saved.text(), id -> true))
                .isEqualTo(Map.of("", List.of("題は仮", "全体の注"), "s1", List.of("字下げの注")));
        StoredCase again = store.save(titled("別の当番"), saved.version(), "友");
        assertThat(CaseComments.of(again.text(), id -> true)).isEqualTo(CaseComments.of(saved.text(), id -> true));
    }

    @Test
    void aLaterImportOfTheSameDocumentKeepsACorrection() throws Exception {
        var origin = new ImportedCaseFile.Origin("a".repeat(64), "lamp.txt");
        Path file = published(ImportedCaseFile.withComment(LAMP, origin));

        store.save(titled("新しい当番"), lamp().version(), "友");

        assertThat(new ImportedCaseFile(file).write(LAMP, origin, false)).isEqualTo(ImportedCaseFile.Outcome.KEPT);
        assertThat(file).content().contains("新しい当番");
    }

    @Test
    void whatWasWrittenBehindTheCommentOfAnImportIsNotDoubled() throws Exception {
        var origin = new ImportedCaseFile.Origin("a".repeat(64), "lamp.txt");
        published((ImportedCaseFile.withComment(LAMP, origin) + "\n## 油 {#s2}\n\n油を注ぐ。\n").replace("\n", "\r\n"));

        store.save(titled("新しい当番"), lamp().version(), "友");

        assertThat(store.parse(lamp()).sections()).hasSize(2);
        assertThat(lamp().text()).containsOnlyOnce("油を注ぐ").containsOnlyOnce("jirei import:");
    }

    @Test
    void aFileInAnotherEncodingHasAFaultAndItsBytesAreKept() throws Exception {
        byte[] shiftJis = LAMP.getBytes(Charset.forName("Shift_JIS"));
        Path file = Files.write(corpus.resolve("cases/lamp/lamp-1.md"), shiftJis);

        assertThatThrownBy(() -> store.parse(lamp()))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageContaining("UTF-8");
        store.saveText("lamp-1", LAMP, lamp().version(), "友");

        assertThat(file).content().isEqualTo(LAMP);
        assertThat(versionFiles()).hasSize(1).first().satisfies(old -> assertThat(old)
                .hasBinaryContent(shiftJis));
        assertThat(history()).hasSize(1);
    }

    @Test
    void aWithdrawnFileInAnotherEncodingKeepsItsBytes() throws Exception {
        byte[] shiftJis = LAMP.getBytes(Charset.forName("Shift_JIS"));
        Files.write(corpus.resolve("cases/lamp/lamp-1.md"), shiftJis);

        store.withdraw("lamp-1", DOCUMENT, "友");

        assertThat(lamp().file()).hasBinaryContent(shiftJis);
    }

    private List<Path> versionFiles() throws IOException {
        try (Stream<Path> files = Files.list(corpus.resolve(".history/lamp-1"))) {
            return files.toList();
        }
    }

    @Test
    void aLineOfJsonIsChangedAndItsNeighboursAreNot() throws Exception {
        byte[] others = "{\"id\":\"a\",\"broken\n".getBytes(StandardCharsets.UTF_8);
        byte[] after = "これはJISでもない\r\n{\"id\":\"z\"}".getBytes(Charset.forName("Shift_JIS"));
        String line = "{\"id\":\"lamp-1\",\"title\":\"灯台の当番\",\"sections\":[{\"id\":\"s1\",\"text\":\"渡った。\"}]}\r\n";
        Path file = corpus.resolve("cases/many.jsonl");
        Files.write(file, join(others, line.getBytes(StandardCharsets.UTF_8), after));
        StoredCase before = lamp();

        StoredCase saved = store.save(titled("新しい当番"), before.version(), "友");
        StoredCase restored = store.saveText(
                "lamp-1", before.text() + "\n<!-- 注 -->\n", saved.version(), "友"); // a line has no comments
        StoredCase again = store.save(titled("別の当番"), restored.version(), "友");

        assertThat(again).isEqualTo(lamp());
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes)
                .startsWith(new String(others, StandardCharsets.ISO_8859_1))
                .endsWith(new String(after, StandardCharsets.ISO_8859_1));
        assertThat(bytes.lines()).hasSize(4);
        assertThat(history()).containsExactly(before.text(), saved.text(), before.text());
        assertThat(store.withdraw("lamp-1", DOCUMENT, "友")).isFalse();
    }

    private static byte[] join(byte[]... parts) {
        var out = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../lamp-1", "a/b", "-x", "灯", "a\0b", "%2e%2e", "lamp-1.md/"})
    void anIdThatIsNoneHasNoCase(String id) throws Exception {
        published(LAMP);

        assertThat(store.find(id)).isEmpty();
        assertThat(store.findAll(List.of(id, "lamp-1"))).containsExactly(lamp());
        assertThat(store.history().text("lamp-1", id)).isEmpty();
    }

    @Test
    void aTextWithAnotherIdOrFaultsIsRefused() throws Exception {
        published(LAMP);
        String version = lamp().version();

        assertThatThrownBy(() -> store.saveText("lamp-1", LAMP.replace("lamp-1", "lamp-2"), version, "友"))
                .isInstanceOf(CorpusFormatException.class);
        assertThatThrownBy(() -> store.saveText("lamp-1", "題だけ", version, "友"))
                .isInstanceOf(CorpusFormatException.class);
        assertThat(lamp().text()).isEqualTo(LAMP);
    }

    @Test
    void publishingAndWithdrawingMoveTheCase() throws Exception {
        store.putUnpublished(DOCUMENT, "lamp-1", LAMP);
        assertThat(lamp().isPublished()).isFalse();
        assertThat(store.unpublishedOf(DOCUMENT)).containsExactly("lamp-1");

        assertThat(store.publish("lamp-1", "当番", "友")).isTrue();

        assertThat(lamp().isPublished()).isTrue();
        assertThat(corpus.resolve("cases/当番/lamp-1.md")).content().isEqualTo(LAMP);
        assertThat(store.unpublishedOf(DOCUMENT)).isEmpty();
        assertThat(store.publish("lamp-1", "当番", "友")).isFalse();

        assertThat(store.withdraw("lamp-1", DOCUMENT, "友")).isTrue();

        assertThat(lamp().isPublished()).isFalse();
        assertThat(corpus.resolve("cases/当番/lamp-1.md")).doesNotExist();
        assertThat(store.withdraw("lamp-1", DOCUMENT, "友")).isFalse();
        assertThat(changes).containsExactly("友 publish lamp-1", "友 withdraw lamp-1");
    }

    @Test
    void anInvalidCaseIsNotPublished() throws Exception {
        store.putUnpublished(DOCUMENT, "lamp-1", LAMP.replace("title: 灯台の当番\n", ""));

        assertThatThrownBy(() -> store.publish("lamp-1", "当番", "友")).isInstanceOf(CorpusFormatException.class);
        assertThat(lamp().isPublished()).isFalse();
    }

    @Test
    void publishingOverwritesNoFileThatIsThere() throws Exception {
        Path other = Files.writeString(corpus.resolve("cases/lamp/lamp-1.md"), "書きかけの原稿");
        store.putUnpublished(DOCUMENT, "lamp-1", LAMP);

        assertThat(store.publish("lamp-1", "lamp", "友")).isFalse();

        assertThat(other).content().isEqualTo("書きかけの原稿");
        assertThat(lamp().isPublished()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README", "readme", "con"})
    void aPublishedCaseIsFoundWhateverItsId(String id) throws Exception {
        store.putUnpublished(DOCUMENT, id, LAMP.replace("lamp-1", id));

        assertThat(store.publish(id, "当番", "友")).isTrue();

        assertThat(store.find(id))
                .hasValueSatisfying(found -> assertThat(found.isPublished()).isTrue());
        List<String> ids = new ArrayList<>();
        CorpusReader.of(corpus).read(one -> ids.add(one.id()), fault -> {});
        assertThat(ids).containsExactly(id);
    }

    @Test
    void ofACaseInBothPlacesThePublishedOneCountsAndTheOtherIsNotLost() throws Exception {
        store.putUnpublished(DOCUMENT, "lamp-1", LAMP.replace("渡った", "泳いだ"));
        published(LAMP);

        assertThat(lamp().text()).isEqualTo(LAMP);
        store.withdraw("lamp-1", DOCUMENT, "友");

        assertThat(lamp().text()).isEqualTo(LAMP);
        assertThat(history()).containsExactly(LAMP.replace("渡った", "泳いだ"));
    }

    @Test
    void aDeletedCaseIsInTheHistory() throws Exception {
        store.putUnpublished(DOCUMENT, "lamp-1", LAMP);

        store.deleteUnpublished("lamp-1", "友");
        store.deleteUnpublished("lamp-1", "友");

        assertThat(store.find("lamp-1")).isEmpty();
        assertThat(history()).containsExactly(LAMP);
        assertThat(changes).containsExactly("友 delete lamp-1");
    }

    @Test
    void aReadingReplacesOnlyWhatNobodyTouched() throws Exception {
        String corrected = LAMP.replace("渡った", "泳いだ");
        String next = LAMP.replace("渡った", "飛んだ");

        assertThat(store.putUntouched(DOCUMENT, "lamp-1", LAMP, List.of())).isTrue();
        assertThat(store.putUntouched(DOCUMENT, "lamp-1", next, List.of(LAMP))).isTrue();
        store.saveText("lamp-1", corrected, lamp().version(), "友");
        assertThat(store.putUntouched(DOCUMENT, "lamp-1", LAMP, List.of(LAMP, next)))
                .isFalse();

        assertThat(lamp().text()).isEqualTo(corrected);
    }

    @Test
    void aFolderThatAnImportWritesIntoIsNotChanged() throws Exception {
        published(LAMP);
        store.putUnpublished(DOCUMENT, "oil-1", LAMP.replace("lamp-1", "oil-1"));
        StoredCase before = lamp();
        CaseStudy changed = titled("新しい当番");
        FolderLock lock = FolderLock.obtain(corpus.resolve("cases/lamp"), () -> {});
        try {
            assertThatThrownBy(() -> store.save(changed, before.version(), "友"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("an import writes into");
            assertThatThrownBy(() -> store.publish("oil-1", "lamp", "友")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> store.withdraw("lamp-1", DOCUMENT, "友")).isInstanceOf(IOException.class);
        } finally {
            lock.close();
        }

        assertThat(lamp()).isEqualTo(before);
        assertThat(store.find("oil-1").orElseThrow().isPublished()).isFalse();
        store.save(changed, before.version(), "友");
    }

    @Test
    void aCaseThatMovedOrWasDeletedByHandIsFoundWhereItIs() throws Exception {
        Path file = published(LAMP);
        lamp();
        Path moved = Files.move(file, corpus.resolve("cases/other.MD"));

        assertThat(lamp().file()).isEqualTo(moved);
        store.save(titled("新しい当番"), lamp().version(), "友");
        assertThat(moved).content().contains("新しい当番");
        assertThat(store.withdraw("lamp-1", DOCUMENT, "友")).isTrue();

        Files.delete(lamp().file());
        assertThat(store.find("lamp-1")).isEmpty();
        assertThatThrownBy(() -> store.saveText("lamp-1", LAMP, "v", "友")).isInstanceOf(IOException.class);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
