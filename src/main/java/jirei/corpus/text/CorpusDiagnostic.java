package jirei.corpus.text;

import java.nio.file.Path;

/**
 * A problem in a file of the corpus, for the person who maintains it. Immutable.
 *
 * @param file the file or folder, resolved against the corpus path that was given to the reader
 * @param line the line of the problem, from 1; 1 for a problem of the file as a whole
 * @param problem one sentence in Japanese: what was found and how to correct it
 */
public record CorpusDiagnostic(Path file, int line, String problem) {
    /** Returns {@code file:line: problem}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + problem;
    }
}
