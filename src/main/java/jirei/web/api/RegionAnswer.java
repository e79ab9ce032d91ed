package jirei.web.api;

import java.util.List;
import java.util.Map;
import jirei.cases.Indicator;
import jirei.cases.RegionFigures;
import jirei.cases.RegionSimilarity;
import jirei.search.RegionMatch;

/**
 * The response of {@code GET /api/like}. Immutable.
 *
 * @param region the region that cases are compared to, as in {@link CaseAnswer}
 * @param cases the cases, most similar first
 */
public record RegionAnswer(Map<String, Object> region, List<Case> cases) {
    /**
     * A case of a similar region. Immutable.
     *
     * @param rank from 1
     * @param likeness the similarity, 0 to 1 with three decimals
     * @param comparisons the compared indicators, most similar first
     * @param missing the ids of the indicators that are known for the region of the request only
     * @param about the case
     */
    public record Case(
            int rank, double likeness, List<Comparison> comparisons, List<String> missing, CaseAnswer about) {}

    /**
     * A compared indicator. Immutable.
     *
     * @param measure the id of the indicator
     * @param label the name of the indicator
     * @param unit its unit
     * @param mine the value of the region of the request
     * @param theirs the value of the region of the case
     * @param likeness the similarity, 0 to 1 with three decimals
     */
    public record Comparison(String measure, String label, String unit, double mine, double theirs, double likeness) {}

    /**
     * Returns the response for {@code region}.
     *
     * @param matches the cases, most similar first
     */
    public static RegionAnswer of(RegionFigures region, List<RegionMatch> matches) {
        return new RegionAnswer(
                CaseAnswer.region(region),
                matches.stream().map(RegionAnswer::of).toList());
    }

    static Case of(RegionMatch match) {
        RegionSimilarity similarity = match.similarity();
        return new Case(
                match.rank(),
                rounded(similarity.score()),
                similarity.comparisons().stream().map(RegionAnswer::of).toList(),
                similarity.missing().stream().map(Indicator::id).toList(),
                CaseAnswer.of(match.summary()));
    }

    private static Comparison of(RegionSimilarity.Comparison comparison) {
        Indicator indicator = comparison.indicator();
        return new Comparison(
                indicator.id(),
                indicator.label(),
                indicator.unit(),
                comparison.reference(),
                comparison.other(),
                rounded(comparison.score()));
    }

    private static double rounded(double score) {
        return Math.round(1000 * score) / 1000.0;
    }
}
