package jirei.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
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

    private static RegionSimilarity similarity(RegionFigures reference, RegionFigures other) {
        return RegionSimilarity.of(reference, other, RegionWeights.EQUAL);
    }

    private static void put(Map<RegionFigure, Figure> figures, RegionFigure kind, double value) {
        if (value >= 0) {
            figures.put(kind, new Figure(BigDecimal.valueOf(value), ""));
        }
    }

    @Test
    void aRegionIsIdenticalToItself() {
        assertThat(similarity(TOWN, TOWN).percent()).isEqualTo(100);
    }

    @Test
    void twiceTheValueHalvesTheSimilarity() {
        RegionSimilarity similarity = similarity(TOWN, region(200, 40_000, 40, 20, 4));

        assertThat(similarity.comparisons().getLast())
                .isEqualTo(new RegionSimilarity.Comparison(Indicator.POPULATION, 20_000, 40_000));
        assertThat(similarity.comparisons().getLast().score()).isEqualTo(0.5);
        assertThat(similarity.score()).isEqualTo(4.5 / 5);
    }

    @Test
    void fivePercentagePointsOfTheAgeingRateHalveTheSimilarityInBothDirections() {
        assertThat(similarity(TOWN, region(100, 20_000, 35, 10, 2)).score()).isCloseTo(4.5 / 5, within(1e-9));
        assertThat(similarity(TOWN, region(100, 20_000, 45, 10, 2)).score()).isCloseTo(4.5 / 5, within(1e-9));
    }

    @Test
    void similarityIsSymmetric() {
        RegionFigures city = region(70, 300_000, 25, 400, 30);

        assertThat(similarity(TOWN, city).score())
                .isEqualTo(similarity(city, TOWN).score());
    }

    private static final List<Indicator> COMPARED = List.copyOf(RegionSimilarity.COMPARED);

    private static double anyValue(Indicator indicator, Random random) {
        return indicator == Indicator.AGEING
                ? random.nextInt(1_000) / 10.0
                : random.nextInt(5) * random.nextInt(100_000);
    }

    private static Map<Indicator, Double> anyRegion(Random random) {
        Map<Indicator, Double> region = new EnumMap<>(Indicator.class);
        COMPARED.stream()
                .filter(indicator -> random.nextInt(6) > 0)
                .forEach(indicator -> region.put(indicator, anyValue(indicator, random)));
        return region;
    }

    private static RegionWeights anyWeights(Random random) {
        Map<Indicator, Double> weights = new EnumMap<>(Indicator.class);
        COMPARED.forEach(indicator -> weights.put(indicator, (double) random.nextInt(RegionWeights.MAX + 1)));
        weights.put(Indicator.AGEING, 1 + weights.getOrDefault(Indicator.AGEING, 0.0) / 2);
        return new RegionWeights(weights);
    }

    /** Symmetric where both have the same indicators: what is unknown counts for the reference region only. */
    @RepeatedTest(200)
    void similarityIsSymmetricAndTheRegionItselfComesFirst(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        RegionWeights weights = anyWeights(random);
        Map<Indicator, Double> one = anyRegion(random);
        Map<Indicator, Double> other = new EnumMap<>(Indicator.class);
        one.keySet().forEach(indicator -> other.put(indicator, anyValue(indicator, random)));

        double score = RegionSimilarity.score(one, other, weights);

        assertThat(score).isEqualTo(RegionSimilarity.score(other, one, weights));
        assertThat(score).isLessThanOrEqualTo(Math.max(RegionSimilarity.score(one, one, weights), 0) + 1e-12);
    }

    @RepeatedTest(200)
    void aFigureThatComesNearerNeverLowersTheSimilarity(RepetitionInfo repetition) {
        var random = new Random(1_000 + repetition.getCurrentRepetition());
        RegionWeights weights = anyWeights(random);
        Map<Indicator, Double> reference = anyRegion(random);
        Map<Indicator, Double> far = anyRegion(random);
        for (Indicator indicator : COMPARED) {
            if (reference.containsKey(indicator) && far.containsKey(indicator)) {
                Map<Indicator, Double> near = new EnumMap<>(far);
                double share = random.nextDouble();
                near.merge(indicator, reference.getOrDefault(indicator, 0.0), (a, b) -> a + share * (b - a));

                assertThat(RegionSimilarity.score(reference, near, weights))
                        .isGreaterThanOrEqualTo(RegionSimilarity.score(reference, far, weights) - 1e-12);
            }
        }
    }

    @Test
    void aWeightCountsAnIndicatorAsOftenAndZeroNotAtAll() {
        RegionFigures other = region(200, 40_000, 40, 20, 4);

        assertThat(RegionSimilarity.of(TOWN, other, new RegionWeights(Map.of(Indicator.POPULATION, 2.0)))
                        .score())
                .isEqualTo(5.0 / 6);
        RegionSimilarity without =
                RegionSimilarity.of(TOWN, other, new RegionWeights(Map.of(Indicator.POPULATION, 0.0)));
        assertThat(without.percent()).isEqualTo(100);
        assertThat(without.comparisons())
                .extracting(RegionSimilarity.Comparison::indicator)
                .doesNotContain(Indicator.POPULATION);
    }

    @Test
    void weightsAreFromZeroToTenAndNotAllZero() {
        Map<Indicator, Double> none = new EnumMap<>(Indicator.class);
        COMPARED.forEach(indicator -> none.put(indicator, 0.0));

        assertThatIllegalArgumentException().isThrownBy(() -> new RegionWeights(none));
        for (double wrong : new double[] {-1, 10.5, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new RegionWeights(Map.of(Indicator.DENSITY, wrong)));
        }
        assertThat(new RegionWeights(Map.of(Indicator.DENSITY, 1.0))).isEqualTo(RegionWeights.EQUAL);
    }

    @Test
    void unknownIndicatorsAreSkippedAndReported() {
        RegionSimilarity similarity = similarity(TOWN, region(100, 20_000, 40, -1, 2));

        assertThat(similarity.percent()).isEqualTo(100);
        assertThat(similarity.missing()).containsExactly(Indicator.CLINICS_PER_100K);
    }

    @Test
    void fewerThanHalfOfTheIndicatorsAreTooFew() {
        RegionSimilarity onlyTheAgeingRate = similarity(TOWN, region(-1, -1, 40, -1, -1));

        assertThat(onlyTheAgeingRate.score()).isEqualTo(RegionSimilarity.UNKNOWN);
        assertThat(onlyTheAgeingRate.percent()).isZero();
        assertThat(similarity(TOWN, RegionFigures.NONE).score()).isEqualTo(RegionSimilarity.UNKNOWN);
    }

    @Test
    void zeroIsIdenticalToZeroAndDissimilarToAnyOtherValue() {
        RegionFigures without = region(100, 20_000, 40, 10, 0);

        assertThat(similarity(without, without).percent()).isEqualTo(100);
        assertThat(similarity(TOWN, without).score()).isEqualTo(4.0 / 5);
    }

    @Test
    void aRegionWithoutPopulationHasNoPerCapitaIndicators() {
        RegionFigures empty = region(0, 0, 40, 10, 2);

        assertThat(Indicator.DENSITY.of(empty)).isEmpty();
        assertThat(Indicator.CLINICS_PER_100K.of(empty)).isEmpty();
        assertThat(similarity(empty, empty).percent()).isEqualTo(100);
    }
}
