package jirei.corpus.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the faults of one file. */
public final class DiagnosticCollector {
    private final Path file;
    private final List<CorpusDiagnostic> found = new ArrayList<>();

    public DiagnosticCollector(Path file) {
        this.file = file;
    }

    public void add(int line, String problem) {
        found.add(new CorpusDiagnostic(file, line, problem));
    }

    /**
     * Ends the reading of the file.
     *
     * @throws CorpusFormatException if any fault was found
     */
    public void throwIfAny() throws CorpusFormatException {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(CorpusDiagnostic::line));
            throw new CorpusFormatException(found);
        }
    }
}
