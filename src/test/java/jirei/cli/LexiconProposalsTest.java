package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LexiconProposalsTest {
    @TempDir
    private Path folder;

    private final CommandRunner command = new CommandRunner();

    private int run(Path file) {
        return command.run("lexicon-proposals", file, "--index", folder.resolve("index"));
    }

    @Test
    void wordsWithoutAMatchAreListedByQueryFrequency() throws Exception {
        Path file = Files.write(
                folder.resolve("zero.tsv"),
                List.of("2026-11-22\tぬえ退治 医師会", "2026-11-22\tケアマネージアー", "2026-11-23\tぬえ退治 医師会", "2026-11-23\t医師会"));

        assertThat(run(file)).isZero();
        List<String> lines =
                command.out().lines().filter(line -> line.contains("\t")).toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("2\tぬえ退治\t").endsWith("\tぬえ退治 医師会");
        assertThat(lines.get(2)).startsWith("1\tケアマネージアー\tケアマネ");
    }

    @Test
    void aMissingFileIsReported() {
        assertThat(run(folder.resolve("none.tsv"))).isEqualTo(Main.WRONG_INPUT);
        assertThat(command.err()).contains("がありません。serve の設定 zero-hits で残したファイルを指定してください。");
    }
}
