package jirei.web.page;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.MatchRange;

/** The beginning of a section, or what stands around the first match in it, in a few words. */
public final class Excerpt {
    /** In UTF-16 code units. */
    private static final int LENGTH = 90;
    /** What is shown before a match that stands far behind. */
    private static final int BEFORE = 20;

    private Excerpt() {}

    public static MarkedText of(HighlightedSection marked) {
        List<String> paragraphs = marked.section().paragraphs();
        if (paragraphs.isEmpty()) {
            return MarkedText.plain("");
        }
        int at = IntStream.range(0, paragraphs.size())
                .filter(i -> !marked.paragraphs().get(i).isEmpty())
                .findFirst()
                .orElse(0);
        return of(paragraphs.get(at), marked.paragraphs().get(at));
    }

    public static MarkedText of(String text, List<MatchRange> matches) {
        int first = matches.isEmpty() ? 0 : matches.getFirst().start();
        int from = first < LENGTH - BEFORE ? 0 : boundary(text, first - BEFORE);
        int to = text.length() - from <= LENGTH ? text.length() : boundary(text, from + LENGTH);
        List<MatchRange> inside = matches.stream()
                .filter(match -> match.start() < to && match.end() > from)
                .map(match -> new MatchRange(Math.max(match.start(), from) - from, Math.min(match.end(), to) - from))
                .toList();
        List<Part> parts = new ArrayList<>();
        if (from > 0) {
            parts.add(new Part.Plain("… "));
        }
        parts.addAll(MarkedText.of(text.substring(from, to), inside).parts());
        if (to < text.length()) {
            parts.add(new Part.Plain(" …"));
        }
        return new MarkedText(parts);
    }

    /** The last place at or before {@code at} that lies between characters as people see them. */
    private static int boundary(String text, int at) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.JAPAN);
        characters.setText(text);
        return characters.isBoundary(at) ? at : characters.preceding(at);
    }
}
