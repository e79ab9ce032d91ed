package jirei.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A match of a text with the text before and behind it, as far as its paragraph goes (語の前後). Immutable.
 *
 * @param before text before the match, up to {@link #LENGTH} long
 * @param match text that matches
 * @param after text behind the match, up to {@link #LENGTH} long
 * @param word index of the word of the query that matches, from 0
 */
public record MatchInContext(String before, String match, String after, int word) {
    /** The maximum length of the text on each side, in UTF-16 code units. */
    public static final int LENGTH = 40;

    /** Returns each of {@code matches} of {@code text} in its context. */
    public static List<MatchInContext> of(String text, List<MatchRange> matches) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.JAPAN);
        characters.setText(text);
        List<MatchInContext> inContext = new ArrayList<>();
        for (MatchRange match : matches) {
            int paragraph = text.lastIndexOf('\n', match.start() - 1) + 1;
            int next = text.indexOf('\n', match.end());
            int from = Math.max(paragraph, match.start() - LENGTH);
            int to = Math.min(next < 0 ? text.length() : next, match.end() + LENGTH);
            inContext.add(new MatchInContext(
                    text.substring(characters.isBoundary(from) ? from : characters.following(from), match.start()),
                    text.substring(match.start(), match.end()).replace('\n', ' '),
                    text.substring(match.end(), characters.isBoundary(to) ? to : characters.preceding(to)),
                    match.word()));
        }
        return inContext;
    }
}
