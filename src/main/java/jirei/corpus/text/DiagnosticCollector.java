package jirei.corpus.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects the diagnostics of one file, at most {@link CorpusLimits#MAX_DIAGNOSTICS} of them. Not thread-safe.
 */
public final class DiagnosticCollector {
    /** In UTF-16 code units; a longer problem quotes a long value, which is shortened. */
    private static final int MAX_PROBLEM_LENGTH = 500;

    private final Path file;
    private final List<CorpusDiagnostic> diagnostics = new ArrayList<>();
    private int omitted;

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
        if (diagnostics.size() < CorpusLimits.MAX_DIAGNOSTICS) {
            diagnostics.add(new CorpusDiagnostic(file, line, shortened(problem)));
        } else {
            omitted++;
        }
    }

    private static String shortened(String problem) {
        if (problem.length() <= MAX_PROBLEM_LENGTH) {
            return problem;
        }
        int half = MAX_PROBLEM_LENGTH / 2;
        return problem.substring(0, half) + "…" + problem.substring(problem.length() - half);
    }

    /**
     * Throws the collected diagnostics in line order.
     *
     * @throws CorpusFormatException if there is at least one diagnostic
     */
    public void throwIfAny() throws CorpusFormatException {
        if (!diagnostics.isEmpty()) {
            diagnostics.sort(Comparator.comparingInt(CorpusDiagnostic::line));
            if (omitted > 0) {
                int last = diagnostics.getLast().line();
                diagnostics.add(new CorpusDiagnostic(file, last, more(omitted)));
            }
            throw new CorpusFormatException(diagnostics);
        }
    }

    /** Returns the problem that replaces {@code omitted} others. */
    public static String more(long omitted) {
        return "ほかにも問題が" + omitted + "件あります。示したものを直してからもう一度確かめてください";
    }
}
