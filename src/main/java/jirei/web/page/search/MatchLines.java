package jirei.web.page.search;

import java.util.List;
import jirei.search.Hit;
import jirei.search.MatchInContext;
import jirei.search.MatchRange;
import jirei.web.page.MarkedText;
import jirei.web.page.Wording;

/**
 * The matches in the text of a section, one a line. Immutable.
 *
 * @param lines the first matches, in their order
 * @param moreText the number of further matches in words; empty if all are shown
 */
public record MatchLines(List<Line> lines, String moreText) {
    static final MatchLines NONE = new MatchLines(List.of(), "");

    private static final int MAX_LINES = 20;

    public MatchLines {
        lines = List.copyOf(lines);
    }

    /** A match between the text before and behind it. Immutable. */
    public record Line(String before, MarkedText match, String after) {
        private static Line of(MatchInContext match) {
            var whole = new MatchRange(0, match.match().length(), match.word());
            return new Line(match.before(), MarkedText.of(match.match(), List.of(whole)), match.after());
        }
    }

    static MatchLines of(Hit hit) {
        List<MatchRange> matches = hit.textMatches();
        int shown = Math.min(MAX_LINES, matches.size());
        return new MatchLines(
                MatchInContext.of(hit.section().text(), matches.subList(0, shown)).stream()
                        .map(Line::of)
                        .toList(),
                shown == matches.size() ? "" : "この記述のほか" + Wording.grouped(matches.size() - shown) + "か所");
    }

    /** Whether more matches are in the text than are shown. */
    public boolean hasMore() {
        return !moreText.isEmpty();
    }
}
