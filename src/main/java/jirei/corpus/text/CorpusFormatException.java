package jirei.corpus.text;

import java.util.List;
import java.util.stream.Collectors;

/** A file of the corpus doesn't keep to its form; all its faults are told at once. */
public final class CorpusFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<CorpusDiagnostic> faults;

    /** A file with {@code faults}, in the order of their lines, at least one. */
    public CorpusFormatException(List<CorpusDiagnostic> faults) {
        super(faults.stream().map(CorpusDiagnostic::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** The faults in the order of their lines, at least one. */
    public List<CorpusDiagnostic> faults() {
        return faults;
    }
}
