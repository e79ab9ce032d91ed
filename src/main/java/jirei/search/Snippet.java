package jirei.search;

import java.util.List;

/**
 * A passage of the text of a section (抜粋), made of whole sentences if they fit. Immutable.
 *
 * @param text passage in one line, with an ellipsis at each end that is cut inside a sentence; at most
 *     {@link #MAX_LENGTH} long
 * @param matches matches in the passage, in order, not overlapping, with offsets from its start
 * @param startsInside whether text precedes the passage
 * @param endsInside whether text follows the passage
 */
public record Snippet(String text, List<MatchRange> matches, boolean startsInside, boolean endsInside) {
    /**
     * The maximum length of the text in UTF-16 code units; 160 with the ellipses and spaces that a page adds at both
     * ends.
     */
    public static final int MAX_LENGTH = 156;

    /** Marks where a sentence is cut. */
    public static final String ELLIPSIS = "…";

    /**
     * @throws IllegalArgumentException if the text is too long or a match ends beyond it
     */
    public Snippet {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("snippet length must be <= " + MAX_LENGTH + ", got " + text.length());
        }
        matches = List.copyOf(matches);
        for (MatchRange match : matches) {
            if (match.end() > text.length()) {
                throw new IllegalArgumentException(match + " exceeds the snippet length " + text.length());
            }
        }
    }
}
