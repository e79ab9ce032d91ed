package jirei;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.corpus.CorpusReader;
import jirei.corpus.format.CaseMarkdown;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.Intake;

/**
 * A corpus of another field, with themes, facets and texts of its own: five invented cases of vacant houses. Four are imported from
 * a table, the fifth is written by hand. Stateless.
 */
public final class VacantHouses {
    private static final Path SOURCES = Path.of("src/test/resources/vacant-houses");

    private VacantHouses() {}

    /** Returns the table with four of the cases. */
    public static Path table() {
        return SOURCES.resolve("table.csv");
    }

    /** Writes lexicon, texts and the case that is written by hand below {@code corpus}. */
    public static Path withoutTable(Path corpus) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(table()))
                    .toList()) {
                Path copy = corpus.resolve(SOURCES.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return corpus;
    }

    /** Writes the corpus, with the table imported. */
    public static Path in(Path corpus) throws Exception {
        withoutTable(corpus);
        Lexicon lexicon = CorpusReader.of(corpus).lexicon();
        List<CaseStudy> cases = Intake.read(table(), lexicon).cases();
        for (CaseStudy one : cases) {
            Files.writeString(
                    corpus.resolve("cases").resolve(one.id() + ".md"), CaseMarkdown.write(one, Map.of(), lexicon));
        }
        return corpus;
    }
}
