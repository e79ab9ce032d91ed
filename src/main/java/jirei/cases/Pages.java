package jirei.cases;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages of a source document on which a section is, counted from 1; slides are counted as pages. Immutable.
 *
 * @param first the page on which it begins
 * @param last the page on which it ends
 */
public record Pages(int first, int last) {
    private static final Pattern SYNTAX = Pattern.compile("([1-9][0-9]{0,5})(?:[-–－〜~]([1-9][0-9]{0,5}))?");

    /**
     * @throws IllegalArgumentException if {@code first} is below 1 or above {@code last}
     */
    public Pages {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("pages must be a range from 1, got " + first + " to " + last);
        }
    }

    /** Returns the pages that {@link #toString} writes as {@code text}; empty for any other text. */
    public static Optional<Pages> of(String text) {
        Matcher pages = SYNTAX.matcher(text);
        if (!pages.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(pages.group(1));
        int last = pages.group(2) == null ? first : Integer.parseInt(pages.group(2));
        return last < first ? Optional.empty() : Optional.of(new Pages(first, last));
    }

    /** Returns the pages as in 12 or 12-14. */
    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }
}
