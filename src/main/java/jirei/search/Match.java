package jirei.search;

/**
 * A stretch of a text that matches.
 *
 * @param start where it begins, in UTF-16 code units from 0
 * @param end where it ends, exclusive; greater than {@code start}
 */
public record Match(int start, int end) {
    /**
     * @throws IllegalArgumentException if the stretch is empty or begins before the text
     */
    public Match {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("match must have 0 <= start < end, got " + start + " to " + end);
        }
    }
}
