package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of the same name are the same document only in the same folder or with the same content. */
class ImportNamesTest {
    private static final String TEXT = "町の話\n\n島根県緑町の本文。\n";

    @TempDir
    Path folder;

    private final CommandRunner command = new CommandRunner();

    private Path corpus() {
        return folder.resolve("corpus");
    }

    private int run(Path document) {
        command.reset();
        return command.run("import", "--into", corpus(), document);
    }

    @Test
    void documentsOfOneNameInDifferentFoldersAreDifferentCasesInEveryImport() throws IOException {
        Path spring = Files.writeString(
                Files.createDirectories(folder.resolve("spring")).resolve("talk.txt"), TEXT);
        Path autumn = Files.writeString(
                Files.createDirectories(folder.resolve("autumn")).resolve("talk.txt"), "秋の話\n\n島根県緑町の秋の本文。\n");
        run(spring);

        assertThat(run(autumn)).isEqualTo(Main.OK);

        assertThat(command.err()).contains("書いた 1").doesNotContain(".new");
        assertThat(corpus().resolve("talk.md")).content().contains("島根県緑町の本文").doesNotContain("秋の本文");
        List<String> names = caseNames();
        assertThat(names).hasSize(2);

        run(autumn);
        run(folder.resolve("autumn"));
        run(spring);

        assertThat(caseNames()).isEqualTo(names);
        assertThat(command.err()).contains("変わらない 1");
    }

    @Test
    void aNewVersionAtTheSamePlaceIsNoSecondCase() throws IOException {
        Path document = Files.writeString(
                Files.createDirectories(folder.resolve("spring")).resolve("talk.txt"), TEXT);
        run(folder.resolve("spring"));
        Files.writeString(document, TEXT + "新しい段落。\n");

        run(document);

        assertThat(caseNames()).containsExactly("talk.md");
        assertThat(corpus().resolve("talk.md.new")).content().contains("新しい段落");
    }

    @Test
    void theSameDocumentInAnotherFolderIsRecognizedByItsContent() throws IOException {
        Path first = Files.writeString(
                Files.createDirectories(folder.resolve("papers")).resolve("talk.txt"), TEXT);
        run(first);
        Path written = corpus().resolve("talk.md");
        Files.writeString(written, Files.readString(written).replace("本文", "直した本文"));
        Path copy = Files.writeString(
                Files.createDirectories(folder.resolve("copy")).resolve("talk.txt"), TEXT);

        run(copy);

        assertThat(caseNames()).containsExactly("talk.md");
        assertThat(command.err()).contains("手直しを残した 1");
    }

    private List<String> caseNames() throws IOException {
        try (Stream<Path> files = Files.list(corpus())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
