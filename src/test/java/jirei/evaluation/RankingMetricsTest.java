package jirei.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Compares the metrics with manually computed values. */
class RankingMetricsTest {
    private static final Offset<Double> CLOSE = within(1e-6);

    private final RankingMetrics metrics = new RankingMetrics(Map.of("a", 3, "b", 2, "c", 1, "d", 0, "e", -2));

    @Test
    void theGainGrowsExponentiallyWithTheGradeAndIsNeverNegative() {
        assertThat(IntStream.of(-2, 0, 1, 2, 3).mapToDouble(RankingMetrics::gain))
                .containsExactly(0.0, 0.0, 1.0, 3.0, 7.0);
    }

    @Test
    void theGainIsDiscountedByTheLogarithmOfTheRank() {
        // 3 / log2(2) + 7 / log2(3) + 0 / log2(4) + 1 / log2(5)
        assertThat(RankingMetrics.dcg(List.of(2, 3, 0, 1))).isCloseTo(7.847185, CLOSE);
    }

    @Test
    void theIdealRankingHasAnNdcgOfOne() {
        assertThat(metrics.ndcg(List.of("a", "b", "c", "d"), 10)).isCloseTo(1, CLOSE);
    }

    @Test
    void otherRankingsAreNormalizedByTheIdealOne() {
        // 7.847185 as above, divided by 7 / log2(2) + 3 / log2(3) + 1 / log2(4) = 9.392789
        assertThat(metrics.ndcg(List.of("b", "a", "unjudged", "c"), 10)).isCloseTo(0.835448, CLOSE);
    }

    @Test
    void documentsBelowTheDepthAreIgnored() {
        assertThat(metrics.ndcg(List.of("d", "e", "a"), 2)).isZero();
        // the ideal DCG at depth 2 is 7 / log2(2) + 3 / log2(3) = 8.892789
        assertThat(metrics.ndcg(List.of("a", "c", "b"), 2)).isCloseTo((7 + 0.630930) / 8.892789, CLOSE);
    }

    @Test
    void duplicateDocumentsCountOnce() {
        assertThat(metrics.ndcg(List.of("a", "a", "b", "c"), 10)).isCloseTo(1, CLOSE);
        assertThat(metrics.recall(List.of("a", "a"), 20)).isCloseTo(0.5, CLOSE);
    }

    @Test
    void recallCountsRelevantGradesOnly() {
        assertThat(metrics.recall(List.of("c", "b", "d"), 20)).isCloseTo(0.5, CLOSE);
        assertThat(metrics.recall(List.of("c", "b", "a"), 2)).isCloseTo(0.5, CLOSE);
    }

    @Test
    void recallIsRelativeToTheDepthIfMoreDocumentsAreRelevant() {
        assertThat(metrics.recall(List.of("b", "a"), 1)).isCloseTo(1, CLOSE);
    }

    @Test
    void theReciprocalRankIsThatOfTheFirstRelevantDocument() {
        assertThat(metrics.reciprocalRank(List.of("d", "c", "b", "a"))).isCloseTo(1.0 / 3, CLOSE);
        assertThat(metrics.reciprocalRank(List.of("c"))).isZero();
    }

    @Test
    void allMetricsAreZeroWithoutRelevantDocuments() {
        var withoutRelevant = new RankingMetrics(Map.of("d", 0));

        assertThat(withoutRelevant.ndcg(List.of("d"), 10)).isZero();
        assertThat(withoutRelevant.recall(List.of("d"), 20)).isZero();
        assertThat(withoutRelevant.reciprocalRank(List.of("d"))).isZero();
    }
}
