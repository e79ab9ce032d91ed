package jirei.corpus.text;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown if a file of the corpus is invalid; carries all diagnostics of the file. Immutable. */
public final class CorpusFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<CorpusDiagnostic> diagnostics;

    /** @param diagnostics the diagnostics in line order, at least one */
    public CorpusFormatException(List<CorpusDiagnostic> diagnostics) {
        super(diagnostics.stream().map(CorpusDiagnostic::toString).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Returns the diagnostics in line order, at least one. */
    public List<CorpusDiagnostic> diagnostics() {
        return diagnostics;
    }
}
