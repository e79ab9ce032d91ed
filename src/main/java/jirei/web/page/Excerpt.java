package jirei.web.page;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.search.MatchRange;
import jirei.search.Snippet;

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
        int from = first < MAX_LENGTH - MAX_LEADING_CONTEXT
                ? 0
                : clauseStart(text, characterBoundary(text, first - MAX_LEADING_CONTEXT), first);
        int shown = matches.isEmpty() ? 0 : matches.getFirst().end();
        int to = text.length() - from <= MAX_LENGTH
                ? text.length()
                : clauseEnd(text, Math.max(shown, from + MAX_LENGTH / 2), from + MAX_LENGTH);
        return MarkedText.of(text.substring(from, to), MatchRange.between(matches, from, to))
                .cut(from > 0, to < text.length());
    }

    /** Returns {@code snippet} from at most {@code maxLead} UTF-16 code units before its first match. */
    public static MarkedText near(Snippet snippet, int maxLead) {
        String text = snippet.text();
        int first =
                snippet.matches().isEmpty() ? 0 : snippet.matches().getFirst().start();
        int from = first <= maxLead ? 0 : clauseStart(text, characterBoundary(text, first - maxLead), first);
        return MarkedText.of(
                        text.substring(from),
                        snippet.matches().stream()
                                .map(match -> match.moved(-from))
                                .toList())
                .cut(from > 0 || snippet.startsInside(), snippet.endsInside());
    }

    /** Returns the start of the first clause in {@code text} from {@code from} to {@code to}; {@code from} if none starts there. */
    private static int clauseStart(String text, int from, int to) {
        return IntStream.range(from, to)
                .filter(at -> isClauseEnd(text, at))
                .map(at -> at + 1)
                .findFirst()
                .orElse(from);
    }

    /** Returns the end of the last clause of {@code text} from {@code from} to {@code to}; a grapheme boundary if none ends there. */
    private static int clauseEnd(String text, int from, int to) {
        for (int end = to; end > from; end--) {
            if (isClauseEnd(text, end - 1)) {
                return end;
            }
        }
        return characterBoundary(text, to);
    }

    private static boolean isClauseEnd(String text, int at) {
        return "。、".indexOf(text.charAt(at)) >= 0;
    }

    /** Returns the last grapheme boundary at or before {@code at}. */
    private static int characterBoundary(String text, int at) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.JAPAN);
        characters.setText(text);
        return characters.isBoundary(at) ? at : characters.preceding(at);
    }
}
