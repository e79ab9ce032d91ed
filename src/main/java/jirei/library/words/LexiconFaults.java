package jirei.library.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jirei.analysis.JapaneseAnalyzers;
import jirei.analysis.LexiconException;
import jirei.analysis.SynonymLexicon;
import jirei.corpus.lexicon.ActorLexicon;
import jirei.corpus.lexicon.ThemeLexicon;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;

/** Finds the faults of a lexicon file as the program would when it reads it. Stateless. */
final class LexiconFaults {
    /** Some parsers stop at the first fault, and are run again without its line. */
    private static final int MAX_RUNS = 10;

    private LexiconFaults() {}

    /** Reads a lexicon file. */
    private interface Parser {
        void parse(String text) throws IOException, LexiconException;
    }

    /** Returns the faults of {@code text} in line order; empty if it is valid. */
    static List<CorpusDiagnostic> of(LexiconFile file, String text) {
        Path path = Path.of(file.fileName());
        try {
            return switch (file) {
                case SYNONYMS -> all(path, text, read -> SynonymLexicon.read(new StringReader(read)));
                case USER_DICTIONARY -> all(path, text, read -> JapaneseAnalyzers.with(new StringReader(read)));
                case ACTORS -> {
                    ActorLexicon.parse(path, text);
                    yield List.of();
                }
                case THEMES -> {
                    ThemeLexicon.parse(path, text);
                    yield List.of();
                }
            };
        } catch (CorpusFormatException e) {
            return e.diagnostics();
        }
    }

    private static List<CorpusDiagnostic> all(Path file, String text, Parser parser) {
        List<CorpusDiagnostic> faults = new ArrayList<>();
        List<String> lines = new ArrayList<>(text.lines().toList());
        boolean isValid = false;
        while (!isValid && faults.size() < MAX_RUNS) {
            try {
                parser.parse(String.join("\n", lines));
                isValid = true;
            } catch (LexiconException e) {
                faults.add(new CorpusDiagnostic(file, e.line(), String.valueOf(e.getMessage())));
                lines.set(e.line() - 1, "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RuntimeException unreadable) {
                // the analyzer refuses what the checks by line let through
                faults.add(CorpusDiagnostic.ofFailure(file, 1, unreadable));
                isValid = true;
            }
        }
        return faults;
    }
}
