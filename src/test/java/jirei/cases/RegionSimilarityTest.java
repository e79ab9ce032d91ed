package jirei.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegionSimilarityTest {
    private static final RegionFigures TOWN = region(100, 20_000, 40, 10, 2);

    /** A negative value means that the figure is unknown. */
    private static RegionFigures region(
            double area, double population, double ageing, double clinics, double hospitals) {
        Map<RegionFigure, Figure> figures = new EnumMap<>(RegionFigure.class);
        put(figures, RegionFigure.AREA, area);
        put(figures, RegionFigure.POPULATION, population);
        put(figures, RegionFigure.AGEING_RATE, ageing);
        put(figures, RegionFigure.CLINICS, clinics);
        put(figures, RegionFigure.HOSPITALS, hospitals);
        return new RegionFigures("", figures);
    }

    private static void put(Map<RegionFigure, Figure> figures, RegionFigure kind, double value) {
        if (value >= 0) {
            figures.put(kind, new Figure(BigDecimal.valueOf(value), ""));
        }
    }

    @Test
    void aRegionIsIdenticalToItself() {
        assertThat(RegionSimilarity.of(TOWN, TOWN).percent()).isEqualTo(100);
    }

    @Test
    void twiceTheValueHalvesTheSimilarity() {
        RegionSimilarity similarity = RegionSimilarity.of(TOWN, region(200, 40_000, 40, 20, 4));

        assertThat(similarity.comparisons().getLast())
                .isEqualTo(new RegionSimilarity.Comparison(Indicator.POPULATION, 20_000, 40_000));
        assertThat(similarity.comparisons().getLast().score()).isEqualTo(0.5);
        assertThat(similarity.score()).isEqualTo(4.5 / 5);
    }

    @Test
    void fivePercentagePointsOfTheAgeingRateHalveTheSimilarityInBothDirections() {
        assertThat(RegionSimilarity.of(TOWN, region(100, 20_000, 35, 10, 2)).score())
                .isCloseTo(4.5 / 5, within(1e-9));
        assertThat(RegionSimilarity.of(TOWN, region(100, 20_000, 45, 10, 2)).score())
                .isCloseTo(4.5 / 5, within(1e-9));
    }

    @Test
    void similarityIsSymmetric() {
        RegionFigures city = region(70, 300_000, 25, 400, 30);

        assertThat(RegionSimilarity.of(TOWN, city).score())
                .isEqualTo(RegionSimilarity.of(city, TOWN).score());
    }

    @Test
    void unknownIndicatorsAreSkippedAndReported() {
        RegionSimilarity similarity = RegionSimilarity.of(TOWN, region(100, 20_000, 40, -1, 2));

        assertThat(similarity.percent()).isEqualTo(100);
        assertThat(similarity.missing()).containsExactly(Indicator.CLINICS_PER_100K);
    }

    @Test
    void fewerThanHalfOfTheIndicatorsAreTooFew() {
        RegionSimilarity onlyTheAgeingRate = RegionSimilarity.of(TOWN, region(-1, -1, 40, -1, -1));

        assertThat(onlyTheAgeingRate.score()).isEqualTo(RegionSimilarity.UNKNOWN);
        assertThat(onlyTheAgeingRate.percent()).isZero();
        assertThat(RegionSimilarity.of(TOWN, RegionFigures.NONE).score()).isEqualTo(RegionSimilarity.UNKNOWN);
    }

    @Test
    void zeroIsIdenticalToZeroAndDissimilarToAnyOtherValue() {
        RegionFigures without = region(100, 20_000, 40, 10, 0);

        assertThat(RegionSimilarity.of(without, without).percent()).isEqualTo(100);
        assertThat(RegionSimilarity.of(TOWN, without).score()).isEqualTo(4.0 / 5);
    }

    @Test
    void aRegionWithoutPopulationHasNoPerCapitaIndicators() {
        RegionFigures empty = region(0, 0, 40, 10, 2);

        assertThat(Indicator.DENSITY.of(empty)).isEmpty();
        assertThat(Indicator.CLINICS_PER_100K.of(empty)).isEmpty();
        assertThat(RegionSimilarity.of(empty, empty).percent()).isEqualTo(100);
    }
}
