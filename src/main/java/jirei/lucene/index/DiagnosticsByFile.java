package jirei.lucene.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jirei.corpus.text.CorpusDiagnostic;

/** Gathers the faults of the files that are read, and tells them. */
public final class DiagnosticsByFile {
    private final Map<String, List<String>> byFile = new HashMap<>();
    private final Consumer<CorpusDiagnostic> told;

    public DiagnosticsByFile(Consumer<CorpusDiagnostic> told) {
        this.told = told;
    }

    void add(String file, CorpusDiagnostic fault) {
        byFile.computeIfAbsent(file, name -> new ArrayList<>()).add(IndexedFile.lineOf(fault));
        told.accept(fault);
    }

    List<String> of(String file) {
        return byFile.getOrDefault(file, List.of());
    }
}
