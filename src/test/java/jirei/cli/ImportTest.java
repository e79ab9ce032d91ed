package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports the source document of the shipped corpus, if {@code jirei.source} is set, and searches the imported cases.
 */
@Tag("slow")
class ImportTest {
    @TempDir
    Path folder;

    private final CommandRunner command = new CommandRunner();

    @Test
    void theDocumentIsImportedOnceAndSearched() throws IOException {
        String document = document();

        assertThat(run("import", document, "--into", folder.resolve("corpus").toString()))
                .isEqualTo(Main.OK);
        assertThat(caseFiles()).hasSize(16);
        assertThat(run("check", "--corpus", folder.resolve("corpus").toString()))
                .isEqualTo(Main.OK);
        assertThat(run(
                        "search",
                        "看取り 医師会",
                        "--prefecture",
                        "大阪府",
                        "--corpus",
                        folder.resolve("corpus").toString()))
                .isEqualTo(Main.OK);
        assertThat(command.out()).contains("【看取り】");
    }

    @Test
    void importingAgainChangesNothingAndKeepsManualChanges() throws IOException {
        String document = document();
        String into = folder.resolve("corpus").toString();
        run("import", document, "--into", into);
        Path changed = caseFiles().getFirst();
        Files.writeString(changed, Files.readString(changed) + "\n手で足した段落。\n");
        command.reset();

        assertThat(run("import", document, "--into", into)).isEqualTo(Main.OK);

        assertThat(Files.readString(changed)).endsWith("手で足した段落。\n");
        assertThat(command.err()).contains("変わらない 15").contains("手直しを残した 1");
    }

    private static String document() {
        String document = System.getProperty("jirei.source", "");
        assumeTrue(!document.isEmpty(), "set -Djirei.source to the source document to run this test");
        return document;
    }

    private List<Path> caseFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("corpus"))) {
            return files.sorted().toList();
        }
    }

    private int run(Object... arguments) {
        return command.run(Stream.concat(Stream.of(arguments), Stream.of("--index", folder.resolve("index")))
                .toArray());
    }
}
