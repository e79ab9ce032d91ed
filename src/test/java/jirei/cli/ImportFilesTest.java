package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jirei.intake.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Case files of repeated imports, with and without manual changes in between. */
class ImportFilesTest {
    private static final String TEXT = "町の話\n\n島根県緑町の本文。\n";

    @TempDir
    Path folder;

    private final CommandRunner command = new CommandRunner();

    private Path document(String text) throws IOException {
        return Files.writeString(folder.resolve("talk.txt"), text);
    }

    private Path corpus() {
        return folder.resolve("corpus");
    }

    private Path caseFile() {
        return corpus().resolve("talk.md");
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
        Path document = document(TEXT);
        run(document);
        String first = Files.readString(caseFile());

        assertThat(run(document)).isEqualTo(Main.OK);

        assertThat(Files.readString(caseFile())).isEqualTo(first);
        assertThat(command.err()).contains("変わらない 1");
    }

    @Test
    void aManualChangeSurvivesTheSameDocument() throws IOException {
        Path document = document(TEXT);
        run(document);
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
        Path document = document(TEXT);
        Path other = Files.writeString(folder.resolve("zoo.txt"), "園の話\n\n島根県緑町の園の本文。\n");
        run(document);
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
        run(document(TEXT));
        changeByHand();

        assertThat(run(document(TEXT + "新しい段落。\n"))).isEqualTo(Main.OK);

        assertThat(Files.readString(caseFile())).contains("直した本文").doesNotContain("新しい段落");
        assertThat(caseFile().resolveSibling("talk.md.new")).content().contains("新しい段落");
        assertThat(command.err()).contains("「talk.md.new」に書きました").contains("--replace");
        assertThat(check()).isEqualTo(Main.OK);
    }

    @Test
    void replaceOverwritesAManualChange() throws IOException {
        Path document = document(TEXT);
        run(document);
        changeByHand();

        run(document, "--replace");

        assertThat(Files.readString(caseFile())).doesNotContain("直した本文");
    }

    @Test
    void anUnchangedFileIsReplacedByANewImportOfTheSameDocument() throws IOException {
        Path document = document(TEXT);
        run(document);
        String written = Files.readString(caseFile());
        String older =
                written.substring(0, written.indexOf("\n<!-- jirei import")).replace("取組の概要", "取組の詳細");
        Files.delete(caseFile());
        new ImportedCaseFile(caseFile()).write(older, written.split("document ", 2)[1].substring(0, 64), false);

        run(document);

        assertThat(Files.readString(caseFile())).isEqualTo(written);
        assertThat(command.err()).contains("置き換えた 1");
    }

    @Test
    void windowsLineEndingsAreNoManualChange() throws IOException {
        Path document = document(TEXT);
        run(document);
        Files.writeString(caseFile(), Files.readString(caseFile()).replace("\n", "\r\n"));

        run(document);

        assertThat(command.err()).contains("変わらない 1");
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
