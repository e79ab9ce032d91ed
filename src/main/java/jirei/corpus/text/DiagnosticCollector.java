package jirei.corpus.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the diagnostics of one file. Not thread-safe. */
public final class DiagnosticCollector {
    private final Path file;
    private final List<CorpusDiagnostic> diagnostics = new ArrayList<>();

    /** Creates a collector for {@code file}. */
    public DiagnosticCollector(Path file) {
        this.file = file;
    }

    /**
     * Adds a diagnostic.
     *
     * @param line the line, from 1
     * @param problem one sentence in Japanese
     */
    public void add(int line, String problem) {
        diagnostics.add(new CorpusDiagnostic(file, line, problem));
    }

    /**
     * Throws the collected diagnostics in line order.
     *
     * @throws CorpusFormatException if there is at least one diagnostic
     */
    public void throwIfAny() throws CorpusFormatException {
        if (!diagnostics.isEmpty()) {
            diagnostics.sort(Comparator.comparingInt(CorpusDiagnostic::line));
            throw new CorpusFormatException(diagnostics);
        }
    }
}
