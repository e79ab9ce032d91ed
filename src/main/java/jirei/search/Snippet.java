package jirei.search;

import java.util.List;

/**
 * A passage of the text of a section (抜粋), made of whole sentences if they fit. Immutable.
 *
 * @param text passage in one line
 * @param matches matches in the passage, in order, not overlapping, with offsets from its start
 * @param startsInside whether text precedes the passage
 * @param endsInside whether text follows the passage
 */
public record Snippet(String text, List<MatchRange> matches, boolean startsInside, boolean endsInside) {
    /**
     * @throws IllegalArgumentException if a match ends beyond the text
     */
    public Snippet {
        matches = List.copyOf(matches);
        for (MatchRange match : matches) {
            if (match.end() > text.length()) {
                throw new IllegalArgumentException(match + " exceeds the snippet length " + text.length());
            }
        }
    }
}
