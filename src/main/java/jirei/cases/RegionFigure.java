package jirei.cases;

import java.math.BigDecimal;

/** A statistic of a region. Immutable. */
public enum RegionFigure {
    AREA("areaKm2", "面積", "km²", 100_000_000, false),
    POPULATION("population", "人口", "人", 1_000_000_000, true),
    AGEING_RATE("ageingRatePercent", "高齢化率", "%", 100, false),
    CLINICS("clinics", "一般診療所数", "", 10_000_000, true),
    HOSPITALS("hospitals", "病院数", "", 10_000_000, true);

    private final String id;
    private final String label;
    private final String unit;
    private final long max;
    private final boolean integral;

    RegionFigure(String id, String label, String unit, long max, boolean integral) {
        this.id = id;
        this.label = label;
        this.unit = unit;
        this.max = max;
        this.integral = integral;
    }

    /** Returns the name in files and JSON, e.g. {@code areaKm2}. */
    public String id() {
        return id;
    }

    /** Returns the Japanese display name, e.g. 面積. */
    public String label() {
        return label;
    }

    /** Returns the unit printed after a value; empty for plain counts. */
    public String unit() {
        return unit;
    }

    /** Returns the maximum of {@link #allows}. */
    public long max() {
        return max;
    }

    /** Returns whether the value is a count. */
    public boolean isIntegral() {
        return integral;
    }

    /**
     * Returns whether {@code value} is plausible: from 0 to the maximum of this figure, and an integer if it is a
     * count.
     */
    public boolean allows(BigDecimal value) {
        boolean inRange = value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(max)) <= 0;
        return inRange && (!integral || value.stripTrailingZeros().scale() <= 0);
    }
}
