package jirei.cases;

import java.math.BigDecimal;

/** What is counted of a region. */
public enum RegionFigure {
    AREA("areaKm2", "面積", "km²", 100_000_000, false),
    POPULATION("population", "人口", "人", 1_000_000_000, true),
    AGEING_RATE("ageingRatePercent", "高齢化率", "%", 100, false),
    CLINICS("clinics", "一般診療所数", "", 10_000_000, true),
    HOSPITALS("hospitals", "病院数", "", 10_000_000, true);

    private final String id;
    private final String label;
    private final String unit;
    private final long greatest;
    private final boolean whole;

    RegionFigure(String id, String label, String unit, long greatest, boolean whole) {
        this.id = id;
        this.label = label;
        this.unit = unit;
        this.greatest = greatest;
        this.whole = whole;
    }

    /** The name in files and JSON, as in {@code areaKm2}. */
    public String id() {
        return id;
    }

    /** The name shown to people, as in 面積. */
    public String label() {
        return label;
    }

    /** The unit as printed behind a number; empty for plain counts. */
    public String unit() {
        return unit;
    }

    /** Whether {@code value} can be a figure of this sort: not negative, not beyond reason, whole where things are counted. */
    public boolean allows(BigDecimal value) {
        boolean inRange = value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(greatest)) <= 0;
        return inRange && (!whole || value.stripTrailingZeros().scale() <= 0);
    }
}
