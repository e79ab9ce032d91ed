package jirei.corpus.lexicon;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds many spellings in one pass over a text.
 *
 * @param <T> what a spelling belongs to
 */
final class SurfaceMatcher<T> {
    private final BitSet firsts = new BitSet();
    private final Map<Integer, List<T>> byStart = new HashMap<>();
    private final Function<T, SurfacePattern> spelling;

    SurfaceMatcher(Collection<T> entries, Function<T, SurfacePattern> spelling) {
        this.spelling = spelling;
        for (T entry : entries) {
            String start = spelling.apply(entry).start();
            firsts.set(start.charAt(0));
            int key = start.length() > 1 ? key(start.charAt(0), start.charAt(1)) : start.charAt(0);
            byStart.computeIfAbsent(key, missing -> new ArrayList<>()).add(entry);
        }
    }

    /** All matches in the folded {@code text} in the order of their beginnings, overlapping ones among them. */
    List<Match<T>> matches(String text) {
        List<Match<T>> matches = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            char first = text.charAt(at);
            if (firsts.get(first)) { // spares most characters the look-up
                addMatches(text, at, first, matches);
                if (at + 1 < text.length()) {
                    addMatches(text, at, key(first, text.charAt(at + 1)), matches);
                }
            }
        }
        return matches;
    }

    private void addMatches(String text, int at, int key, List<Match<T>> matches) {
        for (T entry : byStart.getOrDefault(key, List.of())) {
            int end = spelling.apply(entry).matchAt(text, at);
            if (end >= 0) {
                matches.add(new Match<>(at, end, entry));
            }
        }
    }

    /** Two characters as one number; a character alone is its own. */
    private static int key(char first, char second) {
        return first << Character.SIZE | second;
    }

    /**
     * A place where a spelling stands.
     *
     * @param from where it begins, in UTF-16 code units from 0
     * @param to where it ends, exclusive
     */
    record Match<T>(int from, int to, T entry) {
        int length() {
            return to - from;
        }
    }
}
