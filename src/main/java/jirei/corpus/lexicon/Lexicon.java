package jirei.corpus.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.SectionKind;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;

/**
 * The controlled lists and rules that fill in what a case file leaves open.
 *
 * @param actors who can act
 * @param themes what a section can be about
 */
public record Lexicon(ActorLexicon actors, ThemeLexicon themes) {
    static final String ACTORS_FILE = "actors.txt";
    static final String THEMES_FILE = "themes.txt";
    /** The words that the dictionary lacks. */
    public static final String USER_DICTIONARY_FILE = "user-dictionary.txt";
    /** The words that stand for each other. */
    public static final String SYNONYMS_FILE = "synonyms.txt";

    /**
     * Reads {@code actors.txt} and {@code themes.txt} of a folder; the shipped one stands in for a file that is missing.
     *
     * @throws IOException if a file can't be read
     * @throws CorpusFormatException with all faults of both files, if they have any
     */
    public static Lexicon read(Path lexiconFolder) throws IOException, CorpusFormatException {
        List<CorpusDiagnostic> faults = new ArrayList<>();
        Path actorsFile = lexiconFolder.resolve(ACTORS_FILE);
        Path themesFile = lexiconFolder.resolve(THEMES_FILE);
        ActorLexicon actors = null;
        try {
            actors = Files.exists(actorsFile) ? ActorLexicon.read(actorsFile) : shipped().actors;
        } catch (CorpusFormatException e) {
            faults.addAll(e.faults());
        }
        ThemeLexicon themes = null;
        try {
            themes = Files.exists(themesFile) ? ThemeLexicon.read(themesFile) : shipped().themes;
        } catch (CorpusFormatException e) {
            faults.addAll(e.faults());
        }
        if (actors == null || themes == null) {
            throw new CorpusFormatException(faults);
        }
        return new Lexicon(actors, themes);
    }

    /** The lexicon inside the program, for corpora that have none. */
    public static Lexicon shipped() {
        return Shipped.LEXICON;
    }

    /** The shipped files that stand in for those that {@code lexiconFolder} doesn't have. */
    public static List<String> shippedFor(Path lexiconFolder) {
        return Stream.of(ACTORS_FILE, THEMES_FILE, USER_DICTIONARY_FILE, SYNONYMS_FILE)
                .filter(name -> !Files.exists(lexiconFolder.resolve(name)))
                .map(Lexicon::resource)
                .toList();
    }

    /** The actors of a section: as {@link ActorLexicon#find}, but where it tells a role those that its heading names, if any. */
    public List<Actor> actorsOf(SectionKind kind, String heading, String text) {
        List<Actor> all = actors.find(heading + "\n" + text);
        if (kind != SectionKind.ROLE) {
            return all;
        }
        String label = heading.split("の役割|[:：]", 2)[0];
        List<Actor> labelled = actors.allNamed(label);
        List<Actor> headed = labelled.isEmpty() ? actors.find(label) : labelled;
        return headed.isEmpty() ? all : headed;
    }

    /** The text of the shipped file {@code name}. */
    public static String resource(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream("/corpus/lexicon/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds the shipped lexicon from its first use on. */
    private static final class Shipped {
        private static final Lexicon LEXICON = load();

        private static Lexicon load() {
            try {
                return new Lexicon(
                        ActorLexicon.parse(Path.of(ACTORS_FILE), resource(ACTORS_FILE)),
                        ThemeLexicon.parse(Path.of(THEMES_FILE), resource(THEMES_FILE)));
            } catch (CorpusFormatException e) {
                throw new IllegalStateException("the shipped lexicon is broken", e);
            }
        }
    }
}
