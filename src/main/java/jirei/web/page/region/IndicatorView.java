package jirei.web.page.region;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import jirei.cases.Figure;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;

/** What regions are compared by: the figures as printed, and what follows from two of them. */
enum IndicatorView {
    POPULATION(RegionFigure.POPULATION, Way.MANY, 0),
    AGEING_RATE(RegionFigure.AGEING_RATE, Way.HIGH, 1),
    AREA(RegionFigure.AREA, Way.WIDE, 1),
    DENSITY("人口密度", "人/km²", Way.HIGH, RegionFigure.POPULATION, 1, RegionFigure.AREA),
    CLINICS(RegionFigure.CLINICS, Way.MANY, 0),
    CLINICS_PER_HEAD("診療所（1万人あたり）", "", Way.MANY, RegionFigure.CLINICS, 10_000, RegionFigure.POPULATION),
    HOSPITALS(RegionFigure.HOSPITALS, Way.MANY, 0),
    HOSPITALS_PER_HEAD("病院（1万人あたり）", "", Way.MANY, RegionFigure.HOSPITALS, 10_000, RegionFigure.POPULATION);

    private static final int DECIMALS_OF_A_RATIO = 2;

    private final String label;
    private final String unit;
    private final Way way;
    private final RegionFigure figure;
    private final int factor;
    private final Optional<RegionFigure> divisor;
    private final int decimals;

    IndicatorView(RegionFigure figure, Way way, int decimals) {
        this.label = figure.label();
        this.unit = figure.unit();
        this.way = way;
        this.figure = figure;
        this.factor = 1;
        this.divisor = Optional.empty();
        this.decimals = decimals;
    }

    IndicatorView(String label, String unit, Way way, RegionFigure figure, int factor, RegionFigure divisor) {
        this.label = label;
        this.unit = unit;
        this.way = way;
        this.figure = figure;
        this.factor = factor;
        this.divisor = Optional.of(divisor);
        this.decimals = DECIMALS_OF_A_RATIO;
    }

    String label() {
        return label;
    }

    String unit() {
        return unit;
    }

    /** How many decimals a number has that stands between printed ones, such as a median. */
    int decimals() {
        return decimals;
    }

    /** How one says that a region has more of it. */
    String more() {
        return way.more;
    }

    /** How one says that a region has less of it. */
    String less() {
        return way.less;
    }

    /** Whether regions differ by powers of ten rather than by some percent. */
    boolean spreadsByPowers() {
        return this != AGEING_RATE;
    }

    /** What {@code region} has of it; empty where a figure is missing or would divide by nothing. */
    Optional<BigDecimal> of(RegionFigures region) {
        Optional<BigDecimal> value = region.of(figure).map(Figure::value);
        if (divisor.isEmpty()) {
            return value;
        }
        Optional<BigDecimal> by = divisor.flatMap(region::of).map(Figure::value).filter(number -> number.signum() > 0);
        return value.flatMap(number -> by.map(other ->
                number.multiply(BigDecimal.valueOf(factor)).divide(other, DECIMALS_OF_A_RATIO, RoundingMode.HALF_UP)));
    }

    /** What the number of {@code region} rests on: as printed, or how it was worked out. */
    String basis(RegionFigures region) {
        return divisor.map(by -> figure.label() + "と" + by.label() + "から計算")
                .orElseGet(() -> region.of(figure).map(Figure::basis).orElse(""));
    }

    /** How one compares. */
    private enum Way {
        MANY("多い", "少ない"),
        HIGH("高い", "低い"),
        WIDE("広い", "狭い");

        private final String more;
        private final String less;

        Way(String more, String less) {
            this.more = more;
            this.less = less;
        }
    }
}
