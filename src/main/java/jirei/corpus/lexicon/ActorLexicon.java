package jirei.corpus.lexicon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.VisibleText;
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.DiagnosticCollector;
import jirei.corpus.text.StrictUtf8;
import org.jspecify.annotations.Nullable;

/**
 * The controlled vocabulary of actors with their surface forms; a dictionary matcher for them in running text.
 *
 * <p>Of overlapping matches the longest wins, then the leftmost: 歯科医師会 is not 医師会, and 医師会病院 is a hospital. Full-width
 * and half-width characters are equal. Immutable.
 */
public final class ActorLexicon {
    /** The name of lines whose words are no actor, as in 全国; a match of theirs suppresses shorter ones. */
    private static final String EXCLUDED = "除外";

    private static final Comparator<SurfaceMatcher.Match<?>> LONGEST_FIRST =
            Comparator.<SurfaceMatcher.Match<?>>comparingInt(SurfaceMatcher.Match::length)
                    .reversed()
                    .thenComparingInt(SurfaceMatcher.Match::from);

    private final List<Actor> actors;
    private final Map<String, Actor> byName;
    private final SurfaceMatcher<Entry> matcher;

    private ActorLexicon(Builder builder) {
        this.actors = List.copyOf(builder.actors);
        this.byName = Map.copyOf(builder.byName);
        this.matcher = new SurfaceMatcher<>(builder.entries(), Entry::pattern);
    }

    /**
     * Reads a list of actors.
     *
     * @throws IOException if {@code file} cannot be read
     * @throws CorpusFormatException with all diagnostics of the file, if it is invalid
     */
    public static ActorLexicon read(Path file) throws IOException, CorpusFormatException {
        return parse(file, StrictUtf8.read(file));
    }

    /**
     * Parses a list of actors.
     *
     * @param file the file that diagnostics name
     * @throws CorpusFormatException with all diagnostics of {@code text}, if it is invalid
     */
    public static ActorLexicon parse(Path file, String text) throws CorpusFormatException {
        var diagnostics = new DiagnosticCollector(file);
        var builder = new Builder(diagnostics);
        LexiconLine.readAll(text, diagnostics).forEach(builder::add);
        diagnostics.throwIfAny();
        return new ActorLexicon(builder);
    }

    /** Returns the actors in file order. */
    public List<Actor> actors() {
        return actors;
    }

    /** Returns the actors named in {@code text}, most frequent first; ties are broken by the first occurrence. */
    public List<Actor> find(String text) {
        Map<Actor, Integer> counts = new LinkedHashMap<>();
        for (SurfaceMatcher.Match<Entry> match : longestMatches(SurfacePattern.normalize(text))) {
            match.entry().actors().forEach(actor -> counts.merge(actor, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Actor, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the actor whose canonical name or surface form equals {@code name}, including labels such as 市 or 県. */
    public Optional<Actor> named(String name) {
        return Optional.ofNullable(byName.get(VisibleText.strip(SurfacePattern.normalize(name))));
    }

    /** Returns the actors of a label that may name several, as in 県・市, in order; empty if any part is unknown. */
    public List<Actor> allNamed(String label) {
        Optional<Actor> one = named(label);
        if (one.isPresent()) {
            return List.of(one.get());
        }
        List<Optional<Actor>> parts = Stream.of(SurfacePattern.normalize(label).split("[・、,/]|および|及び|と"))
                .map(this::named)
                .toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? parts.stream().flatMap(Optional::stream).distinct().toList()
                : List.of();
    }

    /** Replaces {@code actors} by those of their canonical names, without duplicates; unknown actors are unchanged. */
    public List<Actor> canonical(List<Actor> actors) {
        return actors.stream()
                .flatMap(actor -> {
                    List<Actor> known = allNamed(actor.name());
                    return known.isEmpty() ? Stream.of(actor) : known.stream();
                })
                .distinct()
                .toList();
    }

    /** Returns up to three canonical names that share a character bigram with {@code name}, in file order. */
    List<String> similarNames(String name) {
        String normalized = SurfacePattern.normalize(name);
        return actors.stream()
                .map(Actor::name)
                .filter(known -> sharesBigram(known, normalized))
                .limit(3)
                .toList();
    }

    private static boolean sharesBigram(String one, String other) {
        for (int at = 0; at + 2 <= other.length(); at++) {
            if (one.contains(other.substring(at, at + 2))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the matches in {@code text} that do not overlap a longer one, in text order. */
    private List<SurfaceMatcher.Match<Entry>> longestMatches(String text) {
        List<SurfaceMatcher.Match<Entry>> all = matcher.matches(text);
        all.sort(LONGEST_FIRST);
        var covered = new BitSet(text.length());
        List<SurfaceMatcher.Match<Entry>> longest = new ArrayList<>();
        for (SurfaceMatcher.Match<Entry> match : all) {
            int next = covered.nextSetBit(match.from());
            if (next < 0 || next >= match.to()) {
                covered.set(match.from(), match.to());
                longest.add(match);
            }
        }
        longest.sort(Comparator.comparingInt(SurfaceMatcher.Match::from));
        return longest;
    }

    /**
     * A surface form that is matched in running text.
     *
     * @param actors the actors with this surface form; empty for an excluded word
     */
    private record Entry(SurfacePattern pattern, List<Actor> actors) {}

    /** Collects the surface forms, each with all actors in whose lines it occurs. */
    private static final class Builder {
        private final DiagnosticCollector diagnostics;
        private final List<Actor> actors = new ArrayList<>();
        private final Map<String, Actor> byName = new HashMap<>();
        private final Map<String, List<Actor>> bySurface = new LinkedHashMap<>();
        private final Map<String, Integer> lines = new HashMap<>();

        Builder(DiagnosticCollector diagnostics) {
            this.diagnostics = diagnostics;
        }

        void add(LexiconLine line) {
            if (line.name().equals(EXCLUDED)) {
                line.words().forEach(word -> addSurface(word, null, line.number()));
                return;
            }
            var actor = new Actor(line.name());
            if (!actors.contains(actor)) {
                actors.add(actor);
                if (!line.words().contains("=" + line.name())) {
                    addSurface(line.name(), actor, line.number());
                }
            }
            line.words().forEach(word -> addSurface(word, actor, line.number()));
        }

        private void addSurface(String original, @Nullable Actor actor, int line) {
            String word = SurfacePattern.normalize(original);
            boolean isLabelOnly = word.startsWith("=");
            String surface = VisibleText.strip(isLabelOnly ? word.substring(1) : word);
            Integer earlier = lines.putIfAbsent(surface + " " + actor, line);
            if (earlier != null) {
                diagnostics.add(line, "語「" + original + "」が" + earlier + "行目にもあります。どちらか一つにしてください");
                return;
            }
            if (actor != null) {
                byName.putIfAbsent(surface.replace("|", ""), actor);
            }
            if (!isLabelOnly) {
                List<Actor> sharing = bySurface.computeIfAbsent(surface, missing -> new ArrayList<>());
                if (actor != null) {
                    sharing.add(actor);
                }
                check(surface, original, line);
            }
        }

        private void check(String surface, String original, int line) {
            try {
                SurfacePattern.of(surface);
            } catch (IllegalArgumentException e) {
                diagnostics.add(line, "語「" + original + "」は使えません。* は語の途中に、| は語の端に書いてください");
            }
        }

        List<Entry> entries() {
            List<Entry> entries = new ArrayList<>();
            bySurface.forEach(
                    (surface, sharing) -> entries.add(new Entry(SurfacePattern.of(surface), List.copyOf(sharing))));
            return entries;
        }
    }
}
