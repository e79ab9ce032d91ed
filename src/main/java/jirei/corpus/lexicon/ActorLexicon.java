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
import jirei.corpus.text.CorpusFormatException;
import jirei.corpus.text.DiagnosticCollector;
import jirei.corpus.text.StrictUtf8;
import org.jspecify.annotations.Nullable;

/**
 * The controlled list of actors with their spellings, and what finds them in a text.
 *
 * <p>Where spellings overlap in a text the longest counts, the earlier among equals: 歯科医師会 is not 医師会 and 医師会病院 is a
 * hospital. Width doesn't matter. A list is immutable and may be used by several threads.
 */
public final class ActorLexicon {
    /** The name of the lines whose words are nobody's, as in 全国. */
    private static final String NOBODY = "除外";

    private static final Comparator<SurfaceMatcher.Match<?>> LONGEST_FIRST =
            Comparator.<SurfaceMatcher.Match<?>>comparingInt(SurfaceMatcher.Match::length)
                    .reversed()
                    .thenComparingInt(SurfaceMatcher.Match::from);

    private final List<Actor> actors;
    private final Map<String, Actor> names;
    private final SurfaceMatcher<Entry> spellings;

    private ActorLexicon(Builder builder) {
        this.actors = List.copyOf(builder.actors);
        this.names = Map.copyOf(builder.names);
        this.spellings = new SurfaceMatcher<>(builder.entries(), Entry::spelling);
    }

    /**
     * Reads a list of actors.
     *
     * @throws IOException if {@code file} can't be read
     * @throws CorpusFormatException with all faults of the file, if it has any
     */
    public static ActorLexicon read(Path file) throws IOException, CorpusFormatException {
        return parse(file, StrictUtf8.read(file));
    }

    static ActorLexicon parse(Path file, String text) throws CorpusFormatException {
        var faults = new DiagnosticCollector(file);
        var builder = new Builder(faults);
        LexiconLine.readAll(text, faults).forEach(builder::add);
        faults.throwIfAny();
        return new ActorLexicon(builder);
    }

    /** The actors in the order of their file. */
    public List<Actor> actors() {
        return actors;
    }

    /** The actors named in a running text, the most frequent first, among equals the one named first. */
    public List<Actor> find(String text) {
        Map<Actor, Integer> counts = new LinkedHashMap<>();
        for (SurfaceMatcher.Match<Entry> match : longest(SurfacePattern.fold(text))) {
            match.entry().actors().forEach(actor -> counts.merge(actor, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Actor, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The actor whose canonical name or spelling is the whole of {@code name}, a bare 市 or 県 among them. */
    public Optional<Actor> named(String name) {
        return Optional.ofNullable(names.get(SurfacePattern.fold(name).strip()));
    }

    /** The actors of a label that may name several, as 県・市 does, in its order; empty where a part is unknown. */
    public List<Actor> allNamed(String label) {
        Optional<Actor> one = named(label);
        if (one.isPresent()) {
            return List.of(one.get());
        }
        List<Optional<Actor>> parts = Stream.of(SurfacePattern.fold(label).split("[・、,/]|および|及び|と"))
                .map(this::named)
                .toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? parts.stream().flatMap(Optional::stream).distinct().toList()
                : List.of();
    }

    /** {@code named} by canonical name, each once; one that isn't known stays as it is. */
    public List<Actor> canonical(List<Actor> named) {
        return named.stream()
                .flatMap(actor -> {
                    List<Actor> known = allNamed(actor.name());
                    return known.isEmpty() ? Stream.of(actor) : known.stream();
                })
                .distinct()
                .toList();
    }

    /** Up to three canonical names that share two neighbouring characters with {@code name}. */
    List<String> closeTo(String name) {
        String folded = SurfacePattern.fold(name);
        return actors.stream()
                .map(Actor::name)
                .filter(known -> sharesPair(known, folded))
                .limit(3)
                .toList();
    }

    private static boolean sharesPair(String one, String other) {
        for (int at = 0; at + 2 <= other.length(); at++) {
            if (one.contains(other.substring(at, at + 2))) {
                return true;
            }
        }
        return false;
    }

    /** The matches in {@code text} that no longer one overlaps, in their order. */
    private List<SurfaceMatcher.Match<Entry>> longest(String text) {
        List<SurfaceMatcher.Match<Entry>> all = spellings.matches(text);
        all.sort(LONGEST_FIRST);
        var taken = new BitSet(text.length());
        List<SurfaceMatcher.Match<Entry>> kept = new ArrayList<>();
        for (SurfaceMatcher.Match<Entry> match : all) {
            int next = taken.nextSetBit(match.from());
            if (next < 0 || next >= match.to()) {
                taken.set(match.from(), match.to());
                kept.add(match);
            }
        }
        kept.sort(Comparator.comparingInt(SurfaceMatcher.Match::from));
        return kept;
    }

    /**
     * A spelling in running text.
     *
     * @param actors whose it is; empty for nobody's
     */
    private record Entry(SurfacePattern spelling, List<Actor> actors) {}

    /** Gathers the spellings, each with the actors that it stands for: none, one, or all of those in whose lines it is. */
    private static final class Builder {
        private final DiagnosticCollector faults;
        private final List<Actor> actors = new ArrayList<>();
        private final Map<String, Actor> names = new HashMap<>();
        private final Map<String, List<Actor>> bySpelling = new LinkedHashMap<>();
        private final Map<String, Integer> lines = new HashMap<>();

        Builder(DiagnosticCollector faults) {
            this.faults = faults;
        }

        void add(LexiconLine line) {
            if (line.name().equals(NOBODY)) {
                line.words().forEach(word -> addSpelling(word, null, line.number()));
                return;
            }
            var actor = new Actor(line.name());
            if (!actors.contains(actor)) {
                actors.add(actor);
                if (!line.words().contains("=" + line.name())) {
                    addSpelling(line.name(), actor, line.number());
                }
            }
            line.words().forEach(word -> addSpelling(word, actor, line.number()));
        }

        private void addSpelling(String typed, @Nullable Actor actor, int line) {
            String word = SurfacePattern.fold(typed);
            boolean isLabelOnly = word.startsWith("=");
            String plain = (isLabelOnly ? word.substring(1) : word).strip();
            Integer earlier = lines.putIfAbsent(plain + " " + actor, line);
            if (earlier != null) {
                faults.add(line, "語「" + typed + "」が" + earlier + "行目にもあるため、どちらか一つにしてください");
                return;
            }
            if (actor != null) {
                names.putIfAbsent(plain.replace("|", ""), actor);
            }
            if (!isLabelOnly) {
                List<Actor> meant = bySpelling.computeIfAbsent(plain, missing -> new ArrayList<>());
                if (actor != null) {
                    meant.add(actor);
                }
                check(plain, typed, line);
            }
        }

        private void check(String plain, String typed, int line) {
            try {
                SurfacePattern.of(plain);
            } catch (IllegalArgumentException e) {
                faults.add(line, "語「" + typed + "」は使えないため、* は語の途中に、| は語の端に書いてください");
            }
        }

        List<Entry> entries() {
            List<Entry> entries = new ArrayList<>();
            bySpelling.forEach((word, meant) -> entries.add(new Entry(SurfacePattern.of(word), List.copyOf(meant))));
            return entries;
        }
    }
}
