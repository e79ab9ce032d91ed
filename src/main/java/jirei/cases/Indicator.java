package jirei.cases;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What regions are narrowed, ordered and compared by (指標): a figure itself, or one figure for each of another. */
public enum Indicator {
    POPULATION("population", "人口", "人"),
    AGEING("ageing", "高齢化率", "%"),
    AREA("area", "面積", "km²"),
    DENSITY("density", "人口密度", "人/km²"),
    CLINICS_PER_100K("clinicsPer100k", "一般診療所（人口10万人あたり）", "か所"),
    HOSPITALS_PER_100K("hospitalsPer100k", "病院（人口10万人あたり）", "か所");

    private static final double PEOPLE = 100_000;

    private final String id;
    private final String label;
    private final String unit;

    Indicator(String id, String label, String unit) {
        this.id = id;
        this.label = label;
        this.unit = unit;
    }

    /** The name in URLs and JSON. */
    public String id() {
        return id;
    }

    /** The name shown to people. */
    public String label() {
        return label;
    }

    /** The unit as printed behind a number. */
    public String unit() {
        return unit;
    }

    /** What {@code region} measures; empty where a figure that it takes isn't known or would divide by zero. */
    public Optional<Double> of(RegionFigures region) {
        return switch (this) {
            case POPULATION -> figure(region, RegionFigure.POPULATION);
            case AGEING -> figure(region, RegionFigure.AGEING_RATE);
            case AREA -> figure(region, RegionFigure.AREA);
            case DENSITY -> ratio(region, RegionFigure.POPULATION, RegionFigure.AREA, 1);
            case CLINICS_PER_100K -> ratio(region, RegionFigure.CLINICS, RegionFigure.POPULATION, PEOPLE);
            case HOSPITALS_PER_100K -> ratio(region, RegionFigure.HOSPITALS, RegionFigure.POPULATION, PEOPLE);
        };
    }

    private static Optional<Double> figure(RegionFigures region, RegionFigure what) {
        return region.of(what).map(Figure::value).map(BigDecimal::doubleValue);
    }

    private static Optional<Double> ratio(RegionFigures region, RegionFigure of, RegionFigure by, double times) {
        return figure(region, by).filter(divisor -> divisor > 0).flatMap(divisor -> figure(region, of)
                .map(counted -> counted * times / divisor));
    }

    /** What {@code region} measures in every way that is known. */
    public static Map<Indicator, Double> allOf(RegionFigures region) {
        Map<Indicator, Double> known = new EnumMap<>(Indicator.class);
        for (Indicator measure : values()) {
            measure.of(region).ifPresent(value -> known.put(measure, value));
        }
        return known;
    }
}
