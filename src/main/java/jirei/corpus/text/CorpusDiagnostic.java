package jirei.corpus.text;

import java.nio.file.Path;

/**
 * A fault in a file of the corpus, told to the person who keeps the file.
 *
 * @param file the file or folder, as the corpus was named by whoever opened it
 * @param line the line of the fault, from 1; 1 where the file as a whole is at fault
 * @param problem one sentence in Japanese: what was found and how to put it right
 */
public record CorpusDiagnostic(Path file, int line, String problem) {
    /** The fault as {@code file:line: problem}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + problem;
    }
}
