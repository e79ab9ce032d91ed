package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jirei.Eventually;
import jirei.intake.Documents;
import jirei.library.cases.FolderLock;
import jirei.library.cases.ImportedCaseFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Case files of repeated imports, with and without manual changes in between. */
@Tag("slow")
class ImportFilesTest {
    private static final String TEXT = "町の話\n\n島根県緑町の本文。\n";

    @TempDir
    Path folder;

    private final CommandRunner command = new CommandRunner();
    private static String importedText = "";

    @BeforeAll
    static void importOnce(@TempDir Path once) throws IOException {
        Path document = Files.writeString(
                Files.createDirectories(once.resolve("papers")).resolve("talk.txt"), TEXT);
        new CommandRunner().run("import", document, "--into", once.resolve("corpus"));
        importedText = Files.readString(once.resolve("corpus/talk.md"));
    }

    private Path document(String text) throws IOException {
        return Files.writeString(
                Files.createDirectories(folder.resolve("papers")).resolve("talk.txt"), text);
    }

    private Path corpus() {
        return folder.resolve("corpus");
    }

    private Path caseFile() {
        return corpus().resolve("talk.md");
    }

    /** Has the document imported, as {@link #importedText} did once for all tests. */
    private Path imported() throws IOException {
        Files.createDirectories(corpus());
        Files.writeString(caseFile(), importedText);
        return document(TEXT);
    }

    private int run(Object... arguments) {
        command.reset();
        return command.run(Stream.concat(Stream.of("import", "--into", corpus()), Stream.of(arguments))
                .toArray());
    }

    private void changeByHand() throws IOException {
        Files.writeString(caseFile(), Files.readString(caseFile()).replace("本文", "直した本文"));
    }

    @Test
    void importingAgainChangesNothing() throws IOException {
        Path document = imported();
        String first = Files.readString(caseFile());

        assertThat(run(document)).isEqualTo(Main.OK);

        assertThat(Files.readString(caseFile())).isEqualTo(first);
        assertThat(command.err()).contains("変わらない 1");
    }

    @Test
    void aManualChangeSurvivesTheSameDocument() throws IOException {
        Path document = imported();
        changeByHand();

        assertThat(run(document)).isEqualTo(Main.OK);

        assertThat(Files.readString(caseFile())).contains("直した本文");
        assertThat(caseFile().resolveSibling("talk.md.new")).doesNotExist();
        assertThat(command.err()).contains("手直しを残した 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-31j", "EUC-JP", "UTF-16"})
    void aCaseFileSavedInAnotherEncodingIsKeptAndReportedAndTheOtherDocumentsAreImported(String encoding)
            throws IOException {
        Path document = imported();
        Path other = Files.writeString(folder.resolve("zoo.txt"), "園の話\n\n島根県緑町の園の本文。\n");
        byte[] saved = Files.readString(caseFile()).replace("本文", "直した本文").getBytes(Charset.forName(encoding));
        Files.write(caseFile(), saved);

        assertThat(run(document, other)).isEqualTo(Main.OK);

        assertThat(Files.readAllBytes(caseFile())).isEqualTo(saved);
        assertThat(corpus().resolve("zoo.md")).exists();
        assertThat(command.err())
                .contains(caseFile() + ":1: UTF-8 ではない文字コードで保存されていて読めません。「jirei check --convert")
                .doesNotContain("書けません");
    }

    @Test
    void aNewVersionIsWrittenBesideTheManualChangeAndIsNoSecondCase() throws IOException {
        imported();
        changeByHand();

        assertThat(run(document(TEXT + "新しい段落。\n"))).isEqualTo(Main.OK);

        assertThat(Files.readString(caseFile())).contains("直した本文").doesNotContain("新しい段落");
        assertThat(caseFile().resolveSibling("talk.md.new")).content().contains("新しい段落");
        assertThat(command.err()).contains("「talk.md.new」に書きました").contains("--replace");
        assertThat(check()).isEqualTo(Main.OK);
    }

    @Test
    void replaceOverwritesAManualChange() throws IOException {
        Path document = imported();
        changeByHand();

        run(document, "--replace");

        assertThat(Files.readString(caseFile())).doesNotContain("直した本文");
    }

    @Test
    void anUnchangedFileIsReplacedByANewImportOfTheSameDocument() throws IOException {
        Path document = imported();
        String written = Files.readString(caseFile());
        String older =
                written.substring(0, written.indexOf("\n<!-- jirei import")).replace("取組の概要", "取組の詳細");
        Files.delete(caseFile());
        var origin = new ImportedCaseFile.Origin(written.split("document ", 2)[1].substring(0, 64), "");
        new ImportedCaseFile(caseFile()).write(older, origin, false);

        run(document);

        assertThat(Files.readString(caseFile())).isEqualTo(written);
        assertThat(command.err()).contains("置き換えた 1");
    }

    @Test
    void windowsLineEndingsAreNoManualChange() throws IOException {
        Path document = imported();
        Files.writeString(caseFile(), Files.readString(caseFile()).replace("\n", "\r\n"));

        run(document);

        assertThat(command.err()).contains("変わらない 1");
    }

    @Test
    void aCorrectedFileIsFoundByItsIdAfterItWasMovedAndRenamed() throws IOException {
        Path document = imported();
        changeByHand();
        Path moved = Files.createDirectories(corpus().resolve("cases/reviewed")).resolve("夜の電話.md");
        Files.move(caseFile(), moved);

        assertThat(run(document)).isEqualTo(Main.OK);

        assertThat(caseFile()).doesNotExist();
        assertThat(moved).content().contains("直した本文");
        assertThat(command.err()).contains("手直しを残した 1");

        assertThat(run(document(TEXT + "新しい段落。\n"))).isEqualTo(Main.OK);

        assertThat(caseFile()).doesNotExist();
        assertThat(moved).content().contains("直した本文").doesNotContain("新しい段落");
        assertThat(moved.resolveSibling("夜の電話.md.new")).content().contains("新しい段落");
        assertThat(check()).isEqualTo(Main.OK);
    }

    @Test
    void aFileInAnotherFolderOfTheCorpusIsFoundWithAndWithoutTheOptionInto() throws IOException {
        Path document = document(TEXT);
        command.run("import", document, "--corpus", corpus());
        Path first = corpus().resolve("cases/talk/talk.md");
        Path moved = Files.createDirectories(corpus().resolve("cases/all")).resolve("a.md");
        Files.move(first, moved);
        Files.writeString(moved, Files.readString(moved).replace("本文", "直した本文"));

        command.run("import", document, "--corpus", corpus());
        command.run("import", document, "--into", corpus().resolve("cases/other"));
        command.run("import", document, "--into", corpus().resolve("cases"));

        assertThat(moved).content().contains("直した本文");
        try (Stream<Path> all = Files.walk(corpus())) {
            assertThat(all.filter(Files::isRegularFile)).containsExactly(moved);
        }
    }

    @Test
    void aCaseInJsonLinesIsKeptAndTheNewOneIsWrittenBeside() throws IOException {
        Path document = imported();
        String before = Files.readString(caseFile());
        command.reset();
        command.run("export", "--corpus", corpus(), "--index", folder.resolve("index"));
        String line = command.out();
        Files.delete(caseFile());
        Path lines = Files.createDirectories(corpus().resolve("cases")).resolve("all.jsonl");
        Files.writeString(lines, "{\"title\":[1,{\"id\":\"talk\"}]}\n\n" + line);

        run(document);

        assertThat(command.err()).contains("変わらない 1");
        assertThat(caseFile()).doesNotExist();

        Files.writeString(lines, line.replace("本文", "直した本文"));
        run(document);

        assertThat(command.err()).contains("「" + lines + ":1」は手で直されているか").doesNotContain("--replace");
        assertThat(caseFile()).doesNotExist();
        assertThat(corpus().resolve("talk.md.new")).content().isEqualTo(before);
    }

    @Test
    void anUnreadableFileInTheCorpusDoesNotStopAnImport() throws IOException {
        Files.createDirectories(corpus().resolve("cases"));
        Files.write(corpus().resolve("cases/old.md"), "---\nid: old\ntitle: 題\n---\n".getBytes("windows-31j"));
        Files.write(corpus().resolve("cases/a.jsonl"), new byte[] {'{', '"', (byte) 0xFF, 0, '\n', '{'});

        assertThat(run(document(TEXT))).isEqualTo(Main.OK);

        assertThat(caseFile()).exists();
    }

    @Test
    void handEditsInANewVersionAreKept() throws IOException {
        imported();
        changeByHand();
        run(document(TEXT + "二つ目。\n"));
        Path beside = corpus().resolve("talk.md.new");
        Files.writeString(beside, Files.readString(beside).replace("二つ目", "直した二つ目"));

        run(document(TEXT + "三つ目。\n"));

        assertThat(beside).content().contains("直した二つ目").doesNotContain("三つ目");
        assertThat(corpus().resolve("talk.md.new2")).content().contains("三つ目");
        assertThat(command.err()).contains("「talk.md.new2」に書きました");

        run(document(TEXT + "四つ目。\n"));

        assertThat(corpus().resolve("talk.md.new2")).content().contains("四つ目");
        assertThat(corpus().resolve("talk.md.new3")).doesNotExist();
        assertThat(check()).isEqualTo(Main.OK);
    }

    @Test
    void twoDocumentsOfOneIdInDifferentFoldersAreNoTwoCases() throws IOException {
        String text = "---\nid: talk\ntitle: 話\n---\n\n## 電話\n\n本文。\n";
        Path one = Files.writeString(folder.resolve("one.md"), text);
        Path two = Files.writeString(folder.resolve("two.md"), text);

        assertThat(command.run("import", one, two, "--corpus", corpus())).isEqualTo(Main.WRONG_INPUT);

        assertThat(command.err()).contains("id「talk」の事例がこの取り込みに二つあるため");
        assertThat(corpus().resolve("cases/one/talk.md")).exists();
        assertThat(corpus().resolve("cases/two")).doesNotExist();
    }

    @Test
    void importsIntoOneFolderWaitForEachOther() throws Exception {
        Files.createDirectories(corpus());
        List<String> messages = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(1, Thread::new)) {
            Future<Integer> other;
            try (FolderLock held = FolderLock.obtain(corpus(), () -> messages.add("waits"))) {
                Path document = document(TEXT);
                other = threads.submit(() -> run(document));
                Eventually.await(() -> command.err().contains("には別の取り込みが書いているため、終わるのを待っています"));
                assertThat(caseFile()).doesNotExist();
                assertThat(held).isNotNull();
            }
            assertThat(other.get()).isEqualTo(Main.OK);
        }
        assertThat(messages).isEmpty();
        assertThat(command.err()).contains("書いた 1");
        assertThat(corpus().resolve(FolderLock.FILE)).doesNotExist();
    }

    @Test
    void theTimeOfADocumentIsAnOptionWithinBounds() throws IOException {
        Path document = document(TEXT);

        assertThat(run(document, "--document-seconds", "0")).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains("--document-seconds の値「0」は正しくありません。1 から 86400 までの秒数を指定してください。");
        assertThat(run(document, "--document-seconds", "60", "--archive-seconds", "60"))
                .isEqualTo(Main.OK);
    }

    @Test
    void theUserMaySayWhereCasesStart() throws IOException {
        Path document = document("灯台の話\n\n話一　岬\n\n海に立つ。\n\n話二　塔\n\n空に立つ。\n");

        assertThat(run(document, "--split", "話(")).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains("--split の値「話(」は正規表現として正しくありません。");
        assertThat(run(document, "--split", "^話[一二]")).isEqualTo(Main.OK);
        assertThat(command.err()).contains("「^話[一二]」に合う行で2事例に分けました");
    }

    @Test
    void filesOfFoldersAndZipsAreImportedInNameOrder() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("papers/b"));
        Files.writeString(inner.resolve("two.txt"), TEXT);
        Files.writeString(folder.resolve("papers/.hidden.txt"), TEXT);
        Documents.word(folder.resolve("papers/c.docx"));
        Documents.zip(
                folder.resolve("papers/a.zip"),
                "内/two.txt",
                TEXT.getBytes(StandardCharsets.UTF_8),
                "__MACOSX/x",
                new byte[1]);

        assertThat(run(folder.resolve("papers"))).isEqualTo(Main.OK);

        assertThat(command.err()
                        .lines()
                        .filter(line -> line.startsWith("「"))
                        .map(line -> line.split("」", 2)[0].substring(1)))
                .containsExactly("papers/a.zip/内/two.txt", "papers/b/two.txt", "papers/c.docx");
        try (Stream<Path> written = Files.list(corpus())) {
            assertThat(written).hasSize(3);
        }
    }

    @Test
    void theReportListsEveryDocument() throws IOException {
        Path report = folder.resolve("report.json");

        int exitCode = run(document("# 話\n\n本文。\n"), folder.resolve("missing.pdf"), "--report", report);

        JsonNode json = JsonMapper.shared().readTree(Files.readString(report));
        assertThat(exitCode).isEqualTo(Main.WRONG_INPUT);
        assertThat(json.at("/totals/cases").asInt()).isEqualTo(1);
        assertThat(json.at("/totals/unreadable").asInt()).isEqualTo(1);
        assertThat(json.at("/documents/0/cases/0/outcome").asString()).isEqualTo("written");
        assertThat(json.at("/documents/0/warnings/0/from").asInt()).isPositive();
        assertThat(json.at("/documents/1/problem").asString()).contains("missing.pdf");
    }

    @Test
    void progressShowsCountRateAndRemainingTime() {
        assertThat(ImportProgress.state(0, 340, 0)).isEqualTo("取り込んでいます… 0/340文書");
        assertThat(ImportProgress.state(100, 340, TimeUnit.SECONDS.toNanos(50)))
                .isEqualTo("取り込んでいます… 100/340文書（毎秒2.0、残り2分0秒）");
    }

    private int check() {
        return command.run("check", "--corpus", corpus(), "--index", folder.resolve("index"));
    }
}
