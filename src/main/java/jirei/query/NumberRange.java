package jirei.query;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers from one to another, both included.
 *
 * @param min the smallest; null where there is no bound
 * @param max the greatest; null where there is no bound
 */
public record NumberRange(@Nullable BigDecimal min, @Nullable BigDecimal max) {
    /**
     * @throws IllegalArgumentException if the bounds are in the wrong order
     */
    public NumberRange {
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "least must be <= most, got " + min.toPlainString() + " and " + max.toPlainString());
        }
    }

    /** Whether there is no bound at all. */
    public boolean isUnbounded() {
        return min == null && max == null;
    }
}
