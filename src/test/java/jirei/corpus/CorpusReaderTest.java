package jirei.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusReaderTest {
    private final Path corpus;
    private final List<CaseStudy> cases = new ArrayList<>();
    private final List<String> diagnostics = new ArrayList<>();

    CorpusReaderTest(@TempDir Path corpus) {
        this.corpus = corpus;
    }

    @Test
    void casesAreReadInTheOrderOfPathsAndLines() throws Exception {
        file("cases/b/2.md", markdown("b2"));
        file("cases/b/10.md", markdown("b10"));
        file("cases/a.jsonl", json("a1") + "\n\n" + json("a2"));
        file("top.md", markdown("top"));
        file("z.JSONL", json("z") + "\r\n");

        read();

        assertThat(ids()).containsExactly("a1", "a2", "b10", "b2", "top", "z");
        assertThat(diagnostics).isEmpty();
    }

    @Test
    void theOrderIsKeptForManyCases() throws Exception {
        List<String> expected =
                IntStream.range(0, 2000).mapToObj(number -> "n" + number).toList();
        file(
                "all.jsonl",
                String.join("\n", expected.stream().map(CorpusReaderTest::json).toList()));

        read();

        assertThat(ids()).isEqualTo(expected);
    }

    @Test
    void readmesHiddenFilesAndOtherFoldersAreIgnored() throws Exception {
        file("cases/a.md", markdown("a"));
        file("README.md", "# 説明");
        file("cases/readme.md", "# 説明");
        file("cases/._a.md", "?");
        file("cases/.git/x.md", "?");
        file("cases/notes.txt", "?");
        file("drafts/x.md", "?");

        read();

        assertThat(ids()).containsExactly("a");
        assertThat(diagnostics).isEmpty();
    }

    @Test
    void anInvalidCaseDoesNotAffectTheOthers() throws Exception {
        file("cases/1.md", "# だめ");
        file("cases/2.jsonl", "{\n" + json("b") + "\n");
        file("cases/3.md", markdown("c"));

        read();

        assertThat(ids()).containsExactly("b", "c");
        assertThat(diagnostics).hasSize(2);
        assertThat(diagnostics.getFirst()).startsWith("1.md:1: 「---」の二行で囲んだ前書きがありません");
        assertThat(diagnostics.getLast()).startsWith("2.jsonl:1: JSON として読めません");
    }

    @Test
    void aDuplicateIdIsReportedForTheLaterCase() throws Exception {
        file("cases/1.md", markdown("a"));
        file("cases/2.jsonl", json("b") + "\n" + json("a"));

        read();

        assertThat(ids()).containsExactly("a", "b");
        assertThat(diagnostics)
                .containsExactly(
                        "2.jsonl:2: id「a」の事例が " + corpus.resolve("cases/1.md") + ":1 にもあります。別の id に変えるか、どちらかを消してください");
    }

    @Test
    void malformedUtf8IsReportedWithItsLine() throws Exception {
        bytes("cases/1.md", markdown("a").getBytes(Charset.forName("Shift_JIS")));
        bytes("cases/2.jsonl", (json("b") + "\n{\"id\":\"").getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xFF});

        read();

        assertThat(ids()).containsExactly("b");
        assertThat(diagnostics)
                .containsExactly(
                        "1.md:3: UTF-8 でないバイト 0x91 があります。文字コードを UTF-8 にして保存し直すか、「jirei check --convert」で変換してください",
                        "2.jsonl:2: UTF-8 でないバイト 0xFF があります。文字コードを UTF-8 にして保存し直すか、「jirei check --convert」で変換してください");
    }

    @Test
    void aByteOrderMarkIsAccepted() throws Exception {
        file("cases/1.md", "\uFEFF" + markdown("a"));
        file("cases/2.jsonl", "\uFEFF" + json("b"));

        read();

        assertThat(ids()).containsExactly("a", "b");
    }

    @Test
    void aMissingFolderIsReported() throws Exception {
        CorpusReader.of(corpus.resolve("nowhere"))
                .read(cases::add, diagnostic -> diagnostics.add(diagnostic.problem()));

        assertThat(diagnostics).containsExactly("コーパスのフォルダーがありません。事例のファイルを置いたフォルダーを --corpus で指定してください");
    }

    @Test
    void anEmptyFolderIsReported() throws Exception {
        read();

        assertThat(diagnostics)
                .containsExactly(corpus.getFileName() + ":1: 事例のファイルが一つもありません。" + corpus.resolve("cases")
                        + " に .md か .jsonl のファイルを置いてください");
    }

    @Test
    void unreadableFilesAreReported() throws Exception {
        file("cases/a.md", markdown("a"));
        link("cases/b.md", Path.of("nowhere.md"));
        link("cases/loop", corpus.resolve("cases"));
        Files.createDirectories(corpus.resolve("lexicon/actors.txt"));

        read();

        assertThat(ids()).containsExactly("a");
        assertThat(diagnostics)
                .containsExactly(
                        "b.md:1: 読み取れません。読み取りの権限とリンクの先を確かめてください",
                        "loop:1: 読み取れません。読み取りの権限とリンクの先を確かめてください",
                        "lexicon:1: actors.txt か themes.txt を読み取れません。読み取りの権限を確かめてください");
    }

    /** Creates a symbolic link; skips the test where that needs a privilege, as on Windows. */
    private void link(String name, Path target) throws IOException {
        try {
            Files.createSymbolicLink(corpus.resolve(name), target);
        } catch (FileSystemException | UnsupportedOperationException e) {
            abort("symbolic links cannot be created: " + e.getMessage());
        }
    }

    @Test
    void theLexiconOfTheCorpusReplacesTheBundledOneFileByFile() throws Exception {
        file("cases/a.md", markdown("a").replace("文。", "猫の会が市民向けの講演会を開いた。"));
        file("lexicon/actors.txt", "猫: 猫の会");

        read();

        assertThat(cases.getFirst().sections().getFirst().actors()).containsExactly(new Actor("猫"));
        assertThat(cases.getFirst().sections().getFirst().themes())
                .as("shipped rules")
                .hasSize(1);
    }

    @Test
    void anInvalidLexiconIsReportedAndTheBundledOneUsed() throws Exception {
        file("cases/a.md", markdown("a").replace("文。", "医師会が集まった。"));
        file("lexicon/actors.txt", "猫");
        file("lexicon/themes.txt", "ア: 調査* 2");

        read();

        assertThat(cases.getFirst().sections().getFirst().actors()).containsExactly(new Actor("医師会"));
        assertThat(diagnostics).hasSize(2);
    }

    @Test
    void theFingerprintCoversNamesContentsAndLexicon() throws Exception {
        List<String> fingerprints = new ArrayList<>();
        file("cases/a.md", markdown("a"));
        fingerprints.add(fingerprint());
        file("cases/a.md", markdown("b"));
        fingerprints.add(fingerprint());
        Files.move(corpus.resolve("cases/a.md"), corpus.resolve("cases/b.md"));
        fingerprints.add(fingerprint());
        file("lexicon/synonyms.txt", "猫,ねこ");
        fingerprints.add(fingerprint());
        file("lexicon/actors.txt", "猫: 猫の会");
        fingerprints.add(fingerprint());

        assertThat(fingerprints).doesNotHaveDuplicates().allMatch(fingerprint -> fingerprint.matches("[0-9a-f]{64}"));
    }

    @Test
    void theFingerprintIgnoresOtherFiles() throws Exception {
        file("cases/a.md", markdown("a"));
        String before = fingerprint();
        file("README.md", "# 説明");

        assertThat(fingerprint()).isEqualTo(before);
    }

    private void read() throws IOException {
        CorpusReader.of(corpus)
                .read(
                        cases::add,
                        diagnostic -> diagnostics.add(diagnostic.file().getFileName() + ":" + diagnostic.line() + ": "
                                + diagnostic.problem()));
    }

    private String fingerprint() throws IOException {
        return CorpusReader.of(corpus).fingerprint();
    }

    private List<String> ids() {
        return cases.stream().map(CaseStudy::id).toList();
    }

    private void file(String name, String text) throws IOException {
        bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(String name, byte[]... parts) throws IOException {
        Path file = corpus.resolve(name);
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
    }

    private static String markdown(String id) {
        return "---\nid: " + id + "\ntitle: 題\n---\n## 見出し\n\n文。\n";
    }

    private static String json(String id) {
        return "{\"id\":\"" + id + "\",\"title\":\"題\",\"sections\":[{\"id\":\"s1\",\"text\":\"文\"}]}";
    }
}
