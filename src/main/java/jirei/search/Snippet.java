package jirei.search;

import java.util.List;

/**
 * A piece of a section's text (抜粋), whole sentences where they fit.
 *
 * @param text the piece, one line
 * @param matches what matches in it, in order, without overlap
 * @param startsInside whether the text goes on before it
 * @param endsInside whether the text goes on behind it
 */
public record Snippet(String text, List<MatchRange> matches, boolean startsInside, boolean endsInside) {
    /**
     * @throws IllegalArgumentException if a match lies outside the text
     */
    public Snippet {
        matches = List.copyOf(matches);
        for (MatchRange match : matches) {
            if (match.end() > text.length()) {
                throw new IllegalArgumentException(match + " lies outside a snippet of " + text.length());
            }
        }
    }
}
