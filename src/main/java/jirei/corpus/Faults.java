package jirei.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the faults of one file. */
final class Faults {
    private final Path file;
    private final List<CorpusFault> found = new ArrayList<>();

    Faults(Path file) {
        this.file = file;
    }

    void add(int line, String problem) {
        found.add(new CorpusFault(file, line, problem));
    }

    /**
     * Ends the reading of the file.
     *
     * @throws CorpusFormatException if any fault was found
     */
    void throwIfAny() throws CorpusFormatException {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(CorpusFault::line));
            throw new CorpusFormatException(found);
        }
    }
}
