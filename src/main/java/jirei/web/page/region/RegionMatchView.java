package jirei.web.page.region;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Indicator;
import jirei.cases.RegionSimilarity;
import jirei.cases.RegionSimilarity.Comparison;
import jirei.query.Filters;
import jirei.query.RegionComparison;
import jirei.search.RegionMatch;
import jirei.web.page.CaseCard;
import jirei.web.page.Wording;
import jirei.web.request.ParameterNames;
import jirei.web.request.QueryString;
import jirei.web.request.SearchState;

/**
 * A case of a similar region. Immutable.
 *
 * @param card the case
 * @param compareUrl the URL of the case beside the entered region
 * @param percent the similarity, 0 to 100
 * @param similarities the indicators that are similar, in words; may be empty
 * @param differences the indicators that differ, in words; may be empty
 * @param missing the indicators that are unknown for the case, in words; empty if all are known
 * @param rows the values side by side
 */
public record RegionMatchView(
        CaseCard card,
        String compareUrl,
        int percent,
        String similarities,
        String differences,
        String missing,
        List<Row> rows) {
    /**
     * The score from which an indicator is similar: the greater value is at most 1.5 times the smaller one, or rates
     * differ by at most 3 points.
     */
    private static final double MIN_SIMILAR_SCORE = 0.66;

    private static final double MIN_NEARLY_EQUAL_SCORE = 0.9;

    public RegionMatchView {
        rows = List.copyOf(rows);
    }

    /**
     * An indicator side by side, in words. Immutable.
     *
     * @param label the name of the indicator
     * @param own the value of the entered region
     * @param other the value of the region of the case
     * @param percent the similarity
     * @param isNear whether the values are similar
     * @param strip both values among those of all cases
     */
    public record Row(
            String label, String own, String other, String percent, boolean isNear, SimilarityStrips.Strip strip) {}

    static RegionMatchView of(
            RegionMatch match, SearchState search, RegionComparison comparison, SimilarityStrips strips) {
        RegionSimilarity similarity = match.similarity();
        return new RegionMatchView(
                CaseCard.of(match.summary(), search),
                "/compare"
                        + new QueryString(Stream.concat(
                                        Stream.of(new QueryString.Parameter(
                                                "case", match.summary().id())),
                                        ParameterNames.like(Filters.NONE.withComparison(comparison)).stream())
                                .toList()),
                similarity.percent(),
                description(similarity, true),
                description(similarity, false),
                similarity.missing().isEmpty()
                        ? ""
                        : similarity.missing().stream().map(Indicator::label).collect(Collectors.joining("、"))
                                + "はこの事例では不明なため、比べていません。",
                similarity.comparisons().stream().map(one -> row(one, strips)).toList());
    }

    private static String description(RegionSimilarity similarity, boolean similar) {
        return similarity.comparisons().stream()
                .filter(comparison -> comparison.score() >= MIN_SIMILAR_SCORE == similar)
                .map(RegionMatchView::description)
                .collect(Collectors.joining("、"));
    }

    /** Returns for example 人口がほぼ同じ（1.05倍） or 高齢化率の差1.2ポイント. */
    private static String description(Comparison comparison) {
        String label = comparison.indicator().label();
        if (comparison.indicator() == Indicator.AGEING) {
            double points = Math.abs(comparison.reference() - comparison.other());
            return label + "の差" + Wording.grouped(rounded(points, 1)) + "ポイント";
        }
        if (comparison.reference() == comparison.other()) {
            return label + "が同じ";
        }
        if (comparison.reference() == 0 || comparison.other() == 0) {
            return label + "の一方が0";
        }
        String times = ratio(comparison.other() / comparison.reference());
        if (comparison.score() >= MIN_NEARLY_EQUAL_SCORE) {
            return label + "がほぼ同じ（" + times + "）";
        }
        return comparison.score() >= MIN_SIMILAR_SCORE ? label + "が近い（" + times + "）" : label + "が" + times;
    }

    /** Returns for example 0.85倍, 1.1倍, 12倍 or 20分の1. */
    private static String ratio(double ratio) {
        if (ratio < 0.1) {
            return Wording.grouped(rounded(1 / ratio, 0)) + "分の1";
        }
        return Wording.grouped(rounded(ratio, ratio < 1.995 ? 2 : ratio < 9.95 ? 1 : 0)) + "倍";
    }

    private static Row row(Comparison comparison, SimilarityStrips strips) {
        Indicator indicator = comparison.indicator();
        return new Row(
                indicator.label(),
                value(indicator, comparison.reference()),
                value(indicator, comparison.other()),
                Math.round(100 * comparison.score()) + "%",
                comparison.score() >= MIN_SIMILAR_SCORE,
                strips.of(comparison));
    }

    private static String value(Indicator indicator, double value) {
        int decimals =
                switch (indicator) {
                    case POPULATION -> 0;
                    case DENSITY -> value < 100 ? 1 : 0;
                    case AGEING, AREA, CLINICS_PER_100K, HOSPITALS_PER_100K -> 1;
                };
        return Wording.grouped(rounded(value, decimals)) + indicator.unit();
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Whether any indicator is similar. */
    public boolean hasSimilarities() {
        return !similarities.isEmpty();
    }

    /** Whether any indicator differs. */
    public boolean hasDifferences() {
        return !differences.isEmpty();
    }

    /** Whether any indicator is unknown. */
    public boolean hasMissing() {
        return !missing.isEmpty();
    }
}
