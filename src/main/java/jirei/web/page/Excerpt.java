package jirei.web.page;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.MatchRange;

/** Returns the start of a section, or the context of its first match, in one line. Stateless. */
public final class Excerpt {
    /** In UTF-16 code units. */
    private static final int MAX_LENGTH = 90;
    /** The maximum text before the first match, in UTF-16 code units, if the start of the section is not shown. */
    private static final int MAX_LEADING_CONTEXT = 20;

    private Excerpt() {}

    public static MarkedText of(HighlightedSection highlighted) {
        List<String> paragraphs = highlighted.section().paragraphs();
        if (paragraphs.isEmpty()) {
            return MarkedText.plain("");
        }
        int at = IntStream.range(0, paragraphs.size())
                .filter(i -> !highlighted.paragraphs().get(i).isEmpty())
                .findFirst()
                .orElse(0);
        return of(paragraphs.get(at), highlighted.paragraphs().get(at));
    }

    public static MarkedText of(String text, List<MatchRange> matches) {
        int first = matches.isEmpty() ? 0 : matches.getFirst().start();
        int from = first < MAX_LENGTH - MAX_LEADING_CONTEXT ? 0 : characterBoundary(text, first - MAX_LEADING_CONTEXT);
        int to = text.length() - from <= MAX_LENGTH ? text.length() : characterBoundary(text, from + MAX_LENGTH);
        List<MatchRange> inside = matches.stream()
                .filter(match -> match.start() < to && match.end() > from)
                .map(match -> new MatchRange(Math.max(match.start(), from) - from, Math.min(match.end(), to) - from))
                .toList();
        return MarkedText.of(text.substring(from, to), inside).cut(from > 0, to < text.length());
    }

    /** Returns the last grapheme boundary at or before {@code at}. */
    private static int characterBoundary(String text, int at) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.JAPAN);
        characters.setText(text);
        return characters.isBoundary(at) ? at : characters.preceding(at);
    }
}
