package jirei.engine.highlight;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jirei.engine.highlight.MatchFinder.OffsetMatch;
import jirei.search.Snippet;

/**
 * The part of a passage that a snippet shows. Offsets are UTF-16 code units of the text. Immutable.
 *
 * @param start the start offset
 * @param end the end offset, exclusive
 * @param cutAtStart whether the window begins inside a sentence
 * @param cutAtEnd whether the window ends inside a sentence
 */
record SnippetWindow(int start, int end, boolean cutAtStart, boolean cutAtEnd) {
    /** Without an ellipsis at both ends. */
    private static final int MAX_CUT_LENGTH = Snippet.MAX_LENGTH - 2;
    /** Whole sentences shorter than this say too little; a window of this length or more is cut instead. */
    private static final int MIN_SENTENCES_LENGTH = 40;
    /** The most text before the first match, if the start of the passage is not shown. */
    private static final int MAX_LEADING_CONTEXT = 30;
    /** How much shorter a window may become so that it ends at a clause or word. */
    private static final int MAX_SHORTENING = 40;
    /** A character that is longer than this may be cut. */
    private static final int MAX_CHARACTER_LENGTH = 32;

    private static final String CLAUSE_ENDS = "、，,・；;：:／/｜|。．！？!?」』）)】〉》”〕］]";
    private static final String CLAUSE_STARTS = "「『（(【〈《“〔［[●○◯■□◆◇※";

    /** Returns the whole of a passage of any length. */
    static SnippetWindow whole(int start, int end) {
        return new SnippetWindow(start, end, false, false);
    }

    /**
     * Returns, for a passage that is too long for a snippet, the whole sentences around the part with most matches; if
     * they are too long or too short, a window around it that is cut at clauses or words.
     *
     * @param sentences sentence boundaries of {@code text}; is moved
     * @param matches the matches in the passage, by start offset
     */
    static SnippetWindow of(String text, BreakIterator sentences, int start, int end, List<OffsetMatch> matches) {
        Span kept = densest(matches, start);
        SnippetWindow whole = sentences(boundaries(sentences, start, end), kept);
        return whole.end - whole.start >= MIN_SENTENCES_LENGTH ? whole : cut(text, start, end, kept);
    }

    /** The matches that a window must contain, from {@code start} to {@code end}. */
    private record Span(int start, int end) {}

    /**
     * Returns the matches with most different labels that fit into a window, then the most matches, then the first. A
     * match that is too long is shortened; without matches the span is empty.
     */
    private static Span densest(List<OffsetMatch> matches, int start) {
        var best = new Span(start, start);
        int mostLabels = 0;
        int mostMatches = 0;
        for (int first = 0; first < matches.size(); first++) {
            int from = Math.max(matches.get(first).start(), start);
            int to = Math.min(matches.get(first).end(), from + MAX_CUT_LENGTH - MAX_SHORTENING);
            Set<Object> labels = new HashSet<>();
            int next = first;
            while (next < matches.size() && matches.get(next).end() <= from + MAX_CUT_LENGTH) {
                to = Math.max(to, matches.get(next).end());
                labels.add(matches.get(next).label());
                next++;
            }
            int found = Math.max(1, next - first);
            int different = Math.max(1, labels.size());
            if (different > mostLabels || (different == mostLabels && found > mostMatches)) {
                best = new Span(from, to);
                mostLabels = different;
                mostMatches = found;
            }
        }
        return best;
    }

    private static List<Integer> boundaries(BreakIterator sentences, int start, int end) {
        List<Integer> boundaries = new ArrayList<>(List.of(start));
        int next = sentences.following(start);
        while (next != BreakIterator.DONE && next < end) {
            boundaries.add(next);
            next = sentences.next();
        }
        boundaries.add(end);
        return boundaries;
    }

    /** Returns the longest sequence of whole sentences that fits and contains {@code kept}; an empty window if none does. */
    private static SnippetWindow sentences(List<Integer> boundaries, Span kept) {
        SnippetWindow longest = whole(kept.start, kept.start);
        for (int from : boundaries) {
            for (int to : boundaries) {
                boolean fits = from <= kept.start && to >= kept.end && to - from <= Snippet.MAX_LENGTH;
                if (fits && to - from > longest.end - longest.start) {
                    longest = whole(from, to);
                }
            }
        }
        return longest;
    }

    private static SnippetWindow cut(String text, int start, int end, Span kept) {
        int from = start;
        if (kept.end - start > MAX_CUT_LENGTH) {
            int spare = MAX_CUT_LENGTH - (kept.end - kept.start);
            int earliest = Math.min(end - MAX_CUT_LENGTH, kept.start - Math.min(MAX_LEADING_CONTEXT, spare));
            from = bestCut(text, earliest, kept.start, false);
        }
        int limit = Math.min(from + MAX_CUT_LENGTH, end);
        int to = limit == end ? end : bestCut(text, Math.max(kept.end, limit - MAX_SHORTENING), limit, true);
        while (to > kept.end && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new SnippetWindow(from, to, from > start, to < end);
    }

    /** Returns the best offset to cut, the last or the first of equally good ones, from {@code min} to {@code max}. */
    private static int bestCut(String text, int min, int max, boolean last) {
        int from = Math.max(0, min - MAX_CHARACTER_LENGTH);
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text.substring(from, Math.min(text.length(), max + MAX_CHARACTER_LENGTH)));
        int best = -1;
        int bestRank = -1;
        for (int offset = min; offset <= max; offset++) {
            int rank = characters.isBoundary(offset - from) ? rank(text, offset) : -1;
            if (rank > bestRank || (last && rank == bestRank && rank >= 0)) {
                best = offset;
                bestRank = rank;
            }
        }
        return best >= 0 ? best : betweenCodePoints(text, last ? max : min);
    }

    private static int betweenCodePoints(String text, int offset) {
        boolean inside = Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
        return inside ? offset - 1 : offset;
    }

    /** Returns 2 between clauses, 1 between words of different scripts, else 0. */
    private static int rank(String text, int offset) {
        if (offset == 0 || offset == text.length()) {
            return 2;
        }
        int before = text.codePointBefore(offset);
        int after = text.codePointAt(offset);
        if (Character.isWhitespace(before) || Character.isWhitespace(after) || startsClause(before, after)) {
            return 2;
        }
        return startsWord(before, after) ? 1 : 0;
    }

    /** A comma, colon or slash of ASCII may be inside a number or an address. */
    private static boolean startsClause(int before, int after) {
        boolean inside = before < 0x80 && Character.isLetterOrDigit(after);
        boolean afterEnd = CLAUSE_ENDS.indexOf(before) >= 0 && CLAUSE_ENDS.indexOf(after) < 0 && !inside;
        return afterEnd || CLAUSE_STARTS.indexOf(after) >= 0;
    }

    /** Hiragana continues the word before it, as a particle or an ending. */
    private static boolean startsWord(int before, int after) {
        return Character.isLetter(before)
                && Character.isLetter(after)
                && script(before) != script(after)
                && script(after) != UnicodeScript.HIRAGANA;
    }

    private static UnicodeScript script(int codePoint) {
        return codePoint == 'ー' ? UnicodeScript.KATAKANA : UnicodeScript.of(codePoint);
    }
}
