package jirei.search;

import java.util.Set;

/**
 * A matching range of a text. Immutable.
 *
 * @param start start offset in UTF-16 code units, from 0
 * @param end end offset in UTF-16 code units, exclusive; greater than {@code start}
 */
public record MatchRange(int start, int end) {
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
