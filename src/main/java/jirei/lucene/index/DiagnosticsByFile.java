package jirei.lucene.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jirei.corpus.text.CorpusDiagnostic;

/** Collects the faults of files by file, and passes each to a listener. Not thread-safe. */
public final class DiagnosticsByFile {
    private final Map<String, List<String>> byFile = new HashMap<>();
    private final Consumer<CorpusDiagnostic> listener;

    /** @param listener receives each fault once, in the order of {@link #add} */
    public DiagnosticsByFile(Consumer<CorpusDiagnostic> listener) {
        this.listener = listener;
    }

    /** @param file the file; empty for a part of the corpus directory that cannot be read */
    void add(String file, CorpusDiagnostic fault) {
        String recorded = file.isEmpty() ? fault.toString() : IndexedFile.lineOf(fault);
        byFile.computeIfAbsent(file, name -> new ArrayList<>()).add(recorded);
        listener.accept(fault);
    }

    List<String> of(String file) {
        return byFile.getOrDefault(file, List.of());
    }
}
