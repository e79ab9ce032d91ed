package jirei.cases;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Indicator (指標) by which regions are filtered, sorted and compared: a figure, or the ratio of two figures. Immutable.
 */
public enum Indicator {
    POPULATION("population", "人口", "人"),
    AGEING("ageing", "高齢化率", "%"),
    AREA("area", "面積", "km²"),
    DENSITY("density", "人口密度", "人/km²"),
    CLINICS_PER_100K("clinicsPer100k", "一般診療所（人口10万人あたり）", "か所"),
    HOSPITALS_PER_100K("hospitalsPer100k", "病院（人口10万人あたり）", "か所");

    private static final double PER_CAPITA_BASE = 100_000;

    private final String id;
    private final String label;
    private final String unit;

    Indicator(String id, String label, String unit) {
        this.id = id;
        this.label = label;
        this.unit = unit;
    }

    /** Returns the name in URLs and JSON. */
    public String id() {
        return id;
    }

    /** Returns the Japanese display name. */
    public String label() {
        return label;
    }

    /** Returns the unit printed after a value. */
    public String unit() {
        return unit;
    }

    /**
     * Returns the value of this indicator for {@code region}; empty if a required figure is unknown or the divisor is
     * zero.
     */
    public Optional<Double> of(RegionFigures region) {
        return switch (this) {
            case POPULATION -> figure(region, RegionFigure.POPULATION);
            case AGEING -> figure(region, RegionFigure.AGEING_RATE);
            case AREA -> figure(region, RegionFigure.AREA);
            case DENSITY -> ratio(region, RegionFigure.POPULATION, RegionFigure.AREA, 1);
            case CLINICS_PER_100K -> ratio(region, RegionFigure.CLINICS, RegionFigure.POPULATION, PER_CAPITA_BASE);
            case HOSPITALS_PER_100K -> ratio(region, RegionFigure.HOSPITALS, RegionFigure.POPULATION, PER_CAPITA_BASE);
        };
    }

    private static Optional<Double> figure(RegionFigures region, RegionFigure figure) {
        return region.of(figure).map(Figure::value).map(BigDecimal::doubleValue);
    }

    private static Optional<Double> ratio(
            RegionFigures region, RegionFigure numerator, RegionFigure denominator, double factor) {
        return figure(region, denominator).filter(divisor -> divisor > 0).flatMap(divisor -> figure(region, numerator)
                .map(dividend -> dividend * factor / divisor));
    }

    /** Returns the values of all indicators that can be computed for {@code region}, in the order of this enum. */
    public static Map<Indicator, Double> allOf(RegionFigures region) {
        Map<Indicator, Double> known = new EnumMap<>(Indicator.class);
        for (Indicator indicator : values()) {
            indicator.of(region).ifPresent(value -> known.put(indicator, value));
        }
        return known;
    }
}
