package jirei.library.words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jirei.cases.CaseStudy;
import jirei.corpus.CorpusReader;
import jirei.corpus.lexicon.Lexicon;
import jirei.corpus.text.CorpusDiagnostic;

/**
 * A published case that a change of the lexicon makes invalid, such as one that names an actor that is no longer there.
 * Searches would not find it any more. Immutable.
 *
 * @param id the id of the case
 * @param title its title
 * @param problem the first fault that it would have, a sentence in Japanese without its end
 */
public record InvalidatedCase(String id, String title, String problem) {
    /**
     * Returns the cases of {@code corpus} that are valid with {@code now} and not with {@code then}, in the order of their files.
     *
     * @throws IOException if the corpus cannot be read
     */
    static List<InvalidatedCase> of(CorpusReader corpus, Lexicon now, Lexicon then) throws IOException {
        var after = new Faults();
        corpus.read(corpus.caseFiles(), then, after);
        List<InvalidatedCase> invalidated = new ArrayList<>();
        corpus.read(new TreeSet<>(after.byFile.keySet()), now, new Valid() {
            @Override
            public void accept(String file, int line, CaseStudy caseStudy) {
                if (!after.valid.contains(caseStudy.id())) {
                    invalidated.add(new InvalidatedCase(caseStudy.id(), caseStudy.title(), after.problem(file, line)));
                }
            }

            @Override
            public void report(String file, CorpusDiagnostic diagnostic) {
                // a fault that is there already
            }
        });
        return List.copyOf(invalidated);
    }

    /** Passes over a second case of an id. */
    private interface Valid extends CorpusReader.Sink {
        @Override
        default void reportDuplicate(String file, CorpusDiagnostic diagnostic) {
            // a fault that is there already
        }
    }

    /** The faults by file. Not thread-safe. */
    private static final class Faults implements Valid {
        final Set<String> valid = new HashSet<>();
        final Map<String, List<CorpusDiagnostic>> byFile = new LinkedHashMap<>();

        @Override
        public void accept(String file, int line, CaseStudy caseStudy) {
            valid.add(caseStudy.id());
        }

        @Override
        public void report(String file, CorpusDiagnostic diagnostic) {
            byFile.computeIfAbsent(file, any -> new ArrayList<>()).add(diagnostic);
        }

        /** Returns the fault of the case that starts in {@code line}: its own, if each line is a case. */
        String problem(String file, int line) {
            List<CorpusDiagnostic> faults = byFile.getOrDefault(file, List.of());
            return faults.stream()
                    .filter(fault -> fault.line() == line)
                    .findFirst()
                    .orElseGet(faults::getFirst)
                    .problem();
        }
    }
}
