package jirei.cases;

import java.math.BigDecimal;

/**
 * A number with what it rests on.
 *
 * @param value the number, not negative; its unit is that of its {@link RegionFigure}
 * @param basis date and survey as printed, as in 2015年国勢調査; empty where none is given
 */
public record Figure(BigDecimal value, String basis) {
    /**
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public Figure {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("figure must be >= 0, got " + value.toPlainString());
        }
        basis = basis.strip();
    }
}
