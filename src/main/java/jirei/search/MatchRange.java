package jirei.search;

import java.util.List;
import java.util.Set;

/**
 * A matching range of a text. Immutable.
 *
 * @param start start offset in UTF-16 code units, from 0
 * @param end end offset in UTF-16 code units, exclusive; greater than {@code start}
 * @param word the index of the word of the query that matches, from 0, in the order typed
 */
public record MatchRange(int start, int end, int word) {
    /**
     * Maximum number of combining marks per grapheme, as in the stream-safe text format of Unicode (UAX #15); bounds
     * the scan.
     */
    private static final int MAX_COMBINING_MARKS = 30;

    private static final char ZERO_WIDTH_JOINER = '\u200D';
    private static final Set<Integer> COMBINING_MARKS = Set.of(
            (int) Character.NON_SPACING_MARK, (int) Character.ENCLOSING_MARK, (int) Character.COMBINING_SPACING_MARK);

    /**
     * @throws IllegalArgumentException if the range is empty or {@code start} is negative
     */
    public MatchRange {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("match must have 0 <= start < end, got " + start + " to " + end);
        }
    }

    /** Creates a match of the first word. */
    public MatchRange(int start, int end) {
        this(start, end, 0);
    }

    /** Returns the same range as a match of the word {@code index}. */
    public MatchRange ofWord(int index) {
        return new MatchRange(start, end, index);
    }

    /** Returns this range moved by {@code offset}. */
    public MatchRange moved(int offset) {
        return new MatchRange(start + offset, end + offset, word);
    }

    /** Returns those of {@code matches} between {@code from} and {@code to}, clipped, with offsets from {@code from}. */
    public static List<MatchRange> between(List<MatchRange> matches, int from, int to) {
        return matches.stream()
                .filter(match -> match.start < to && match.end > from)
                .map(match ->
                        new MatchRange(Math.max(match.start, from) - from, Math.min(match.end, to) - from, match.word))
                .toList();
    }

    /**
     * Adds {@code next} to {@code matches}, sorted by start: it is merged with the last one if they overlap, or if they
     * touch and match the same word.
     */
    public static void add(List<MatchRange> matches, MatchRange next) {
        MatchRange last = matches.isEmpty() ? null : matches.getLast();
        if (last != null && (next.start < last.end || (next.start == last.end && next.word == last.word))) {
            matches.removeLast();
            matches.add(new MatchRange(last.start, Math.max(last.end, next.end), last.word));
        } else {
            matches.add(next);
        }
    }

    /**
     * Returns the range from {@code start} to {@code end} extended to whole graphemes, including combining marks. The
     * range covers at least one grapheme, since a normalized character can yield terms with empty offsets.
     */
    public static MatchRange ofGraphemes(String text, int start, int end) {
        int minEnd = Math.max(end, start + 1);
        return new MatchRange(
                graphemeStart(text, start), minEnd < text.length() ? graphemeEnd(text, minEnd) : text.length());
    }

    private static int graphemeStart(String text, int offset) {
        int start = isInsideSurrogatePair(text, offset) ? offset - 1 : offset;
        for (int marks = 0; marks < MAX_COMBINING_MARKS && isInsideGrapheme(text, start); marks++) {
            start = text.offsetByCodePoints(start, -1);
        }
        return start;
    }

    private static int graphemeEnd(String text, int offset) {
        int end = isInsideSurrogatePair(text, offset) ? offset + 1 : offset;
        for (int marks = 0; marks < MAX_COMBINING_MARKS && isInsideGrapheme(text, end); marks++) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private static boolean isInsideSurrogatePair(String text, int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    }

    /** Returns whether the code points before and at {@code offset} belong to the same grapheme. */
    private static boolean isInsideGrapheme(String text, int offset) {
        return offset > 0
                && offset < text.length()
                && (COMBINING_MARKS.contains(Character.getType(text.codePointAt(offset)))
                        || text.charAt(offset) == ZERO_WIDTH_JOINER
                        || text.charAt(offset - 1) == ZERO_WIDTH_JOINER);
    }
}
