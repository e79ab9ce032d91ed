package jirei.web.api;

import java.util.List;
import java.util.Map;
import jirei.cases.Indicator;
import jirei.cases.RegionFigures;
import jirei.cases.RegionSimilarity;
import jirei.search.RegionMatch;

/**
 * The answer of {@code GET /api/like}.
 *
 * @param region the region that cases were compared to, as in {@link CaseAnswer}
 * @param cases the cases, the most alike first
 */
public record RegionAnswer(Map<String, Object> region, List<Case> cases) {
    /**
     * A case whose region is alike.
     *
     * @param likeness 0 to 1, three decimals
     * @param comparisons what was compared, the most alike first
     * @param missing the ids of what is known of the region asked for, but not of this one
     * @param about the case
     */
    public record Case(
            int rank, double likeness, List<Comparison> comparisons, List<String> missing, CaseAnswer about) {}

    /** One way of comparing; {@code measure} is an id, {@code likeness} 0 to 1. */
    public record Comparison(String measure, String label, String unit, double mine, double theirs, double likeness) {}

    /** The cases {@code alike} to {@code region}. */
    public static RegionAnswer of(RegionFigures region, List<RegionMatch> alike) {
        return new RegionAnswer(
                CaseAnswer.region(region), alike.stream().map(RegionAnswer::of).toList());
    }

    private static Case of(RegionMatch alike) {
        RegionSimilarity likeness = alike.similarity();
        return new Case(
                alike.rank(),
                rounded(likeness.score()),
                likeness.comparisons().stream().map(RegionAnswer::of).toList(),
                likeness.missing().stream().map(Indicator::id).toList(),
                CaseAnswer.of(alike.summary()));
    }

    private static Comparison of(RegionSimilarity.Comparison comparison) {
        Indicator measure = comparison.indicator();
        return new Comparison(
                measure.id(),
                measure.label(),
                measure.unit(),
                comparison.reference(),
                comparison.other(),
                rounded(comparison.score()));
    }

    private static double rounded(double score) {
        return Math.round(1000 * score) / 1000.0;
    }
}
