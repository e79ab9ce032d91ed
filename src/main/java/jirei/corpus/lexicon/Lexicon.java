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
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.corpus.text.CorpusDiagnostic;
import jirei.corpus.text.CorpusFormatException;

/**
 * The controlled vocabularies, with the rules that supply the actors and themes that a case file leaves out. Immutable.
 *
 * @param actors the actors and their surface forms
 * @param themes the themes and their weighted phrases
 * @param facets the facets that the corpus declares
 */
public record Lexicon(ActorLexicon actors, ThemeLexicon themes, FacetLexicon facets) {
    /** The file with the actors and their surface forms. */
    public static final String ACTORS_FILE = "actors.txt";
    /** The file with the weighted phrases of the themes. */
    public static final String THEMES_FILE = "themes.txt";
    /** The file with the facets that the corpus declares; there is no bundled one. */
    public static final String FACETS_FILE = "facets.txt";
    /** The file with words missing in the dictionary of the morphological analyzer. */
    public static final String USER_DICTIONARY_FILE = "user-dictionary.txt";
    /** The file with groups of synonyms. */
    public static final String SYNONYMS_FILE = "synonyms.txt";

    /**
     * Reads {@code actors.txt}, {@code themes.txt} and {@code facets.txt} of a folder; the bundled file replaces a missing one of the
     * first two.
     *
     * @throws IOException if a file cannot be read
     * @throws CorpusFormatException with all diagnostics of these files, if one is invalid
     */
    public static Lexicon read(Path lexiconFolder) throws IOException, CorpusFormatException {
        List<CorpusDiagnostic> diagnostics = new ArrayList<>();
        Path actorsFile = lexiconFolder.resolve(ACTORS_FILE);
        Path themesFile = lexiconFolder.resolve(THEMES_FILE);
        Path facetsFile = lexiconFolder.resolve(FACETS_FILE);
        ActorLexicon actors = null;
        try {
            actors = Files.exists(actorsFile) ? ActorLexicon.read(actorsFile) : shipped().actors;
        } catch (CorpusFormatException e) {
            diagnostics.addAll(e.diagnostics());
        }
        ThemeLexicon themes = null;
        try {
            themes = Files.exists(themesFile) ? ThemeLexicon.read(themesFile) : shipped().themes;
        } catch (CorpusFormatException e) {
            diagnostics.addAll(e.diagnostics());
        }
        FacetLexicon facets = null;
        try {
            facets = Files.exists(facetsFile) ? FacetLexicon.read(facetsFile) : FacetLexicon.NONE;
        } catch (CorpusFormatException e) {
            diagnostics.addAll(e.diagnostics());
        }
        if (actors == null || themes == null || facets == null) {
            throw new CorpusFormatException(diagnostics);
        }
        return new Lexicon(actors, themes, facets);
    }

    /** Returns the lexicon bundled with the program, for corpora without one. */
    public static Lexicon shipped() {
        return Shipped.LEXICON;
    }

    /** Returns the texts of the bundled files that replace those missing in {@code lexiconFolder}. */
    public static List<String> shippedFor(Path lexiconFolder) {
        return Stream.of(ACTORS_FILE, THEMES_FILE, USER_DICTIONARY_FILE, SYNONYMS_FILE)
                .filter(name -> !Files.exists(lexiconFolder.resolve(name)))
                .map(Lexicon::resource)
                .toList();
    }

    /**
     * Returns the actors of a section, as {@link ActorLexicon#find} of its heading and text. For a section of the kind
     * {@link SectionKind#ROLE} only the actors named in its heading are returned, if there are any.
     */
    public List<Actor> actorsOf(SectionKind kind, String heading, String text) {
        List<Actor> all = actors.find(heading + "\n" + text);
        if (kind != SectionKind.ROLE) {
            return all;
        }
        String label = heading.split("の役割|[:：]", 2)[0];
        List<Actor> named = actors.allNamed(label);
        List<Actor> ofHeading = named.isEmpty() ? actors.find(label) : named;
        return ofHeading.isEmpty() ? all : ofHeading;
    }

    /** Returns whether the rules give {@code section} the actors that it has. */
    public boolean findsActorsOf(Section section) {
        List<Actor> found = actorsOf(section.kind(), section.heading(), section.text());
        return section.actors().equals(found.stream().distinct().toList());
    }

    /** Returns whether the rules give {@code section} the themes that it has. */
    public boolean findsThemesOf(Section section) {
        List<Theme> found = themes.find(section.heading(), section.text());
        return section.themes().equals(found.stream().distinct().sorted().toList());
    }

    /** Returns the text of the bundled file {@code name}. */
    public static String resource(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream("/corpus/lexicon/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lazy holder of the bundled lexicon. */
    private static final class Shipped {
        private static final Lexicon LEXICON = load();

        private static Lexicon load() {
            try {
                return new Lexicon(
                        ActorLexicon.parse(Path.of(ACTORS_FILE), resource(ACTORS_FILE)),
                        ThemeLexicon.parse(Path.of(THEMES_FILE), resource(THEMES_FILE)),
                        FacetLexicon.NONE);
            } catch (CorpusFormatException e) {
                throw new IllegalStateException("the bundled lexicon is invalid", e);
            }
        }
    }
}
