package jirei.cases;

import java.math.BigDecimal;

/**
 * A statistical value with its source. Immutable.
 *
 * @param value value, >= 0, in the unit of its {@link RegionFigure}
 * @param basis date and survey as printed, e.g. 2015年国勢調査; empty if not given
 */
public record Figure(BigDecimal value, String basis) {
    /**
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public Figure {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("figure must be >= 0, got " + value.toPlainString());
        }
        basis = VisibleText.strip(basis);
    }
}
