package jirei.web.page.region;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import jirei.cases.Figure;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;

/** What regions are ranked by: the figures as printed, and ratios of two of them. Immutable. */
enum IndicatorView {
    POPULATION(RegionFigure.POPULATION, Comparative.MANY, 0),
    AGEING_RATE(RegionFigure.AGEING_RATE, Comparative.HIGH, 1),
    AREA(RegionFigure.AREA, Comparative.WIDE, 1),
    DENSITY("人口密度", "人/km²", Comparative.HIGH, RegionFigure.POPULATION, 1, RegionFigure.AREA),
    CLINICS(RegionFigure.CLINICS, Comparative.MANY, 0),
    CLINICS_PER_10K("診療所（1万人あたり）", "", Comparative.MANY, RegionFigure.CLINICS, 10_000, RegionFigure.POPULATION),
    HOSPITALS(RegionFigure.HOSPITALS, Comparative.MANY, 0),
    HOSPITALS_PER_10K("病院（1万人あたり）", "", Comparative.MANY, RegionFigure.HOSPITALS, 10_000, RegionFigure.POPULATION);

    private static final int RATIO_DECIMALS = 2;

    private final String label;
    private final String unit;
    private final Comparative comparative;
    private final RegionFigure figure;
    private final int factor;
    private final Optional<RegionFigure> divisor;
    private final int decimals;

    IndicatorView(RegionFigure figure, Comparative comparative, int decimals) {
        this.label = figure.label();
        this.unit = figure.unit();
        this.comparative = comparative;
        this.figure = figure;
        this.factor = 1;
        this.divisor = Optional.empty();
        this.decimals = decimals;
    }

    IndicatorView(
            String label, String unit, Comparative comparative, RegionFigure figure, int factor, RegionFigure divisor) {
        this.label = label;
        this.unit = unit;
        this.comparative = comparative;
        this.figure = figure;
        this.factor = factor;
        this.divisor = Optional.of(divisor);
        this.decimals = RATIO_DECIMALS;
    }

    String label() {
        return label;
    }

    String unit() {
        return unit;
    }

    /** The number of decimals of a computed value, such as a median. */
    int decimals() {
        return decimals;
    }

    /** The Japanese comparative for a greater value. */
    String more() {
        return comparative.more;
    }

    /** The Japanese comparative for a smaller value. */
    String less() {
        return comparative.less;
    }

    /** Whether values are plotted on a logarithmic scale, because regions differ by orders of magnitude. */
    boolean isLogarithmic() {
        return this != AGEING_RATE;
    }

    /** Returns the value of {@code region}; empty if a figure is missing or the divisor is zero. */
    Optional<BigDecimal> value(RegionFigures region) {
        Optional<BigDecimal> value = region.of(figure).map(Figure::value);
        if (divisor.isEmpty()) {
            return value;
        }
        Optional<BigDecimal> by = divisor.flatMap(region::of).map(Figure::value).filter(number -> number.signum() > 0);
        return value.flatMap(number -> by.map(other ->
                number.multiply(BigDecimal.valueOf(factor)).divide(other, RATIO_DECIMALS, RoundingMode.HALF_UP)));
    }

    /** Returns the source of the value: as printed, or from which figures it is computed. May be empty. */
    String basis(RegionFigures region) {
        boolean fromStatistics = region.fromStatistics().contains(figure)
                || divisor.filter(region.fromStatistics()::contains).isPresent();
        return divisor.map(by -> (fromStatistics ? "統計から：" : "") + figure.label() + "と" + by.label() + "から計算")
                .orElseGet(() -> region.of(figure).map(Figure::basis).orElse(""));
    }

    private enum Comparative {
        MANY("多い", "少ない"),
        HIGH("高い", "低い"),
        WIDE("広い", "狭い");

        private final String more;
        private final String less;

        Comparative(String more, String less) {
            this.more = more;
            this.less = less;
        }
    }
}
