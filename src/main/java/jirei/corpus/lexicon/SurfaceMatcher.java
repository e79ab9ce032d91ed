package jirei.corpus.lexicon;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Matches many surface patterns in one pass over a text. Patterns are indexed by the first two characters, so the
 * cost per position does not depend on the number of patterns. Immutable.
 *
 * @param <T> the type of the entry with a pattern
 */
final class SurfaceMatcher<T> {
    private final BitSet firstCharacters = new BitSet();
    private final Map<Integer, List<T>> byPrefix = new HashMap<>();
    private final Function<T, SurfacePattern> pattern;

    /** @param pattern returns the pattern of an entry */
    SurfaceMatcher(Collection<T> entries, Function<T, SurfacePattern> pattern) {
        this.pattern = pattern;
        for (T entry : entries) {
            String prefix = pattern.apply(entry).prefix();
            firstCharacters.set(prefix.charAt(0));
            int key = prefix.length() > 1 ? key(prefix.charAt(0), prefix.charAt(1)) : prefix.charAt(0);
            byPrefix.computeIfAbsent(key, missing -> new ArrayList<>()).add(entry);
        }
    }

    /**
     * Returns all matches in the normalized {@code text}, including overlapping ones, in the order of their offsets.
     */
    List<Match<T>> matches(String text) {
        List<Match<T>> matches = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            char first = text.charAt(at);
            if (firstCharacters.get(first)) { // avoids the lookup for most characters
                addMatches(text, at, first, matches);
                if (at + 1 < text.length()) {
                    addMatches(text, at, key(first, text.charAt(at + 1)), matches);
                }
            }
        }
        return matches;
    }

    private void addMatches(String text, int at, int key, List<Match<T>> matches) {
        for (T entry : byPrefix.getOrDefault(key, List.of())) {
            int end = pattern.apply(entry).matchAt(text, at);
            if (end >= 0) {
                matches.add(new Match<>(at, end, entry));
            }
        }
    }

    /** Returns the key of a bigram. The key of a single character is its code unit. */
    private static int key(char first, char second) {
        return first << Character.SIZE | second;
    }

    /**
     * A match in the text.
     *
     * @param from the start offset, in UTF-16 code units from 0
     * @param to the end offset, exclusive
     * @param entry the entry whose pattern matched
     */
    record Match<T>(int from, int to, T entry) {
        int length() {
            return to - from;
        }
    }
}
