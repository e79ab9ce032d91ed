package jirei.search;

import java.util.Set;

/**
 * A stretch of a text that matches.
 *
 * @param start where it begins, in UTF-16 code units from 0
 * @param end where it ends, exclusive; greater than {@code start}
 */
public record MatchRange(int start, int end) {
    /** How many marks in a row belong to a letter before they count as letters of their own, as Unicode's stream-safe text has it. */
    private static final int MAX_MATCHES = 30;

    private static final char ZERO_WIDTH_JOINER = '\u200D';
    private static final Set<Integer> MARKS = Set.of(
            (int) Character.NON_SPACING_MARK, (int) Character.ENCLOSING_MARK, (int) Character.COMBINING_SPACING_MARK);

    /**
     * @throws IllegalArgumentException if the stretch is empty or begins before the text
     */
    public MatchRange {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("match must have 0 <= start < end, got " + start + " to " + end);
        }
    }

    /**
     * What is marked of {@code text} for a match from {@code from} to {@code to}: whole letters with the marks above and below
     * them, and at least one, since a folded letter can give terms without an extent of their own.
     */
    public static MatchRange ofGraphemes(String text, int from, int to) {
        int end = Math.max(to, from + 1);
        return new MatchRange(beginning(text, from), end < text.length() ? end(text, end) : text.length());
    }

    private static int beginning(String text, int at) {
        int start = isHalf(text, at) ? at - 1 : at;
        for (int marks = 0; marks < MAX_MATCHES && isJoined(text, start); marks++) {
            start = text.offsetByCodePoints(start, -1);
        }
        return start;
    }

    private static int end(String text, int at) {
        int end = isHalf(text, at) ? at + 1 : at;
        for (int marks = 0; marks < MAX_MATCHES && isJoined(text, end); marks++) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private static boolean isHalf(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    /** Whether what stands at {@code at} is one letter with what stands before it. */
    private static boolean isJoined(String text, int at) {
        return at > 0
                && at < text.length()
                && (MARKS.contains(Character.getType(text.codePointAt(at)))
                        || text.charAt(at) == ZERO_WIDTH_JOINER
                        || text.charAt(at - 1) == ZERO_WIDTH_JOINER);
    }
}
