package jirei.corpus.text;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A problem in a file of the corpus, for the person who maintains it. Immutable.
 *
 * @param file the file or folder, resolved against the corpus path that was given to the reader
 * @param line the line of the problem, from 1; 1 for a problem of the file as a whole
 * @param problem one sentence in Japanese: what was found and how to correct it
 */
public record CorpusDiagnostic(Path file, int line, String problem) {
    /** In UTF-16 code units. */
    private static final int MAX_CAUSE_LENGTH = 200;

    /** Returns the diagnostic of the case at {@code line} of {@code file} that {@code failure} was thrown for. */
    public static CorpusDiagnostic ofFailure(Path file, int line, Throwable failure) {
        String problem =
                switch (failure) {
                    case IOException _unreadable -> "ファイルを読み取れません。読み取りの権限を確かめてください";
                    case StackOverflowError _tooDeep -> "入れ子が深すぎて読めません。余分な記号を消してください";
                    case OutOfMemoryError _tooLarge -> "大きすぎてメモリーが足りません。事例を分けるか、「-Xmx」の値を増やしてください";
                    default -> {
                        String cause = failure.getClass().getSimpleName() + ": " + failure.getMessage();
                        String shortened = cause.substring(0, Math.min(cause.length(), MAX_CAUSE_LENGTH));
                        yield "この事例を扱えません。直前の変更を戻すか、この事例を除いてください（" + shortened + "）";
                    }
                };
        return new CorpusDiagnostic(file, line, problem);
    }

    /** Returns {@code file:line: problem}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + problem;
    }
}
