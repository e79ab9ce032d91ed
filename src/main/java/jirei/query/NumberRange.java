package jirei.query;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A closed range of numbers. Immutable.
 *
 * @param min lower bound, inclusive; null if unbounded
 * @param max upper bound, inclusive; null if unbounded
 */
public record NumberRange(@Nullable BigDecimal min, @Nullable BigDecimal max) {
    /**
     * @throws IllegalArgumentException if {@code min} is greater than {@code max}
     */
    public NumberRange {
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "min must be <= max, got " + min.toPlainString() + " and " + max.toPlainString());
        }
    }

    /** Returns whether both bounds are missing. */
    public boolean isUnbounded() {
        return min == null && max == null;
    }
}
