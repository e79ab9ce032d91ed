package jirei.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jirei.corpus.CorpusReader;
import jirei.corpus.text.AtomicFile;
import jirei.corpus.text.CorpusLimits;
import jirei.corpus.text.StrictUtf8;
import jirei.intake.source.Encoding;

/**
 * Converts the files of a corpus that are saved in Shift_JIS, EUC-JP, UTF-16 and the like to UTF-8. The original bytes
 * are kept in a file beside, which is never overwritten. Not thread-safe.
 */
final class CaseFileConverter {
    private static final String ORIGINAL_SUFFIX = ".original";

    private final Console console;

    CaseFileConverter(Console console) {
        this.console = console;
    }

    /** Converts the files of {@code corpus} and reports each that is not UTF-8. */
    void convert(CorpusReader corpus) throws IOException {
        for (Path file : corpus.files()) {
            try {
                if (Files.size(file) <= CorpusLimits.MAX_BYTES) {
                    convert(file, Files.readAllBytes(file));
                }
            } catch (IOException e) {
                console.error("「" + file + "」を変換できません。ファイルの権限とディスクの空きを確かめてください。");
            }
        }
    }

    private void convert(Path file, byte[] bytes) throws IOException {
        if (StrictUtf8.isText(bytes)) {
            return;
        }
        Optional<String> text = Encoding.decode(bytes);
        if (text.isEmpty()) {
            console.error("「" + file + "」は文字コードが分からないため、変換しませんでした。文字コードを UTF-8 にして保存し直してください。");
            return;
        }
        Path original = unused(file);
        Files.copy(file, original);
        AtomicFile.write(file, text.get());
        console.say("「" + file + "」を UTF-8 に変換しました。元のファイルは「" + original.getFileName() + "」に残してあります。");
    }

    private static Path unused(Path file) {
        Path original = file.resolveSibling(file.getFileName() + ORIGINAL_SUFFIX);
        for (int number = 2; Files.exists(original); number++) {
            original = file.resolveSibling(file.getFileName() + ORIGINAL_SUFFIX + number);
        }
        return original;
    }
}
