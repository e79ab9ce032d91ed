package jirei.query;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers from one to another, both included.
 *
 * @param least the smallest; null where there is no bound
 * @param most the greatest; null where there is no bound
 */
public record NumberRange(@Nullable BigDecimal least, @Nullable BigDecimal most) {
    /**
     * @throws IllegalArgumentException if the bounds are in the wrong order
     */
    public NumberRange {
        if (least != null && most != null && least.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "least must be <= most, got " + least.toPlainString() + " and " + most.toPlainString());
        }
    }

    /** Whether there is no bound at all. */
    public boolean isEverything() {
        return least == null && most == null;
    }
}
