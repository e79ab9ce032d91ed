package jirei.web.page.region;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import jirei.cases.Indicator;
import jirei.cases.RegionSimilarity;
import jirei.cases.RegionSimilarity.Comparison;
import jirei.search.RegionMatch;
import jirei.web.page.CaseCard;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;

/**
 * A case of a place like one's own.
 *
 * @param card the case
 * @param percent how alike it is, 0 to 100
 * @param alike in what it is alike, in words; empty where in nothing
 * @param other in what it differs, in words; empty where in nothing
 * @param missing what couldn't be compared, in words; empty where everything was
 * @param rows the figures side by side
 */
public record RegionMatchView(CaseCard card, int percent, String alike, String other, String missing, List<Row> rows) {
    /** From here on two places are alike in something: one has at most half as much again, or the rates are 3 points apart. */
    private static final double ALIKE = 0.66;

    private static final double ALMOST_THE_SAME = 0.9;

    public RegionMatchView {
        rows = List.copyOf(rows);
    }

    /** A measure side by side, in words. */
    public record Row(String label, String mine, String theirs, String percent) {}

    static RegionMatchView of(RegionMatch alike, SearchState search) {
        RegionSimilarity likeness = alike.similarity();
        return new RegionMatchView(
                CaseCard.of(alike.summary(), search),
                likeness.percent(),
                words(likeness, true),
                words(likeness, false),
                likeness.missing().isEmpty()
                        ? ""
                        : likeness.missing().stream().map(Indicator::label).collect(Collectors.joining("、"))
                                + "はこの事例ではわからないため、比べていません。",
                likeness.comparisons().stream().map(RegionMatchView::row).toList());
    }

    private static String words(RegionSimilarity likeness, boolean alike) {
        return likeness.comparisons().stream()
                .filter(comparison -> comparison.score() >= ALIKE == alike)
                .map(RegionMatchView::words)
                .collect(Collectors.joining("、"));
    }

    /** 人口がほぼ同じ（1.05倍）, 高齢化率の差1.2ポイント. */
    private static String words(Comparison comparison) {
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
        String times = times(comparison.other() / comparison.reference());
        if (comparison.score() >= ALMOST_THE_SAME) {
            return label + "がほぼ同じ（" + times + "）";
        }
        return comparison.score() >= ALIKE ? label + "が近い（" + times + "）" : label + "が" + times;
    }

    /** 0.85倍, 1.1倍, 12倍, 20分の1. */
    private static String times(double ratio) {
        if (ratio < 0.1) {
            return Wording.grouped(rounded(1 / ratio, 0)) + "分の1";
        }
        return Wording.grouped(rounded(ratio, ratio < 1.995 ? 2 : ratio < 9.95 ? 1 : 0)) + "倍";
    }

    private static Row row(Comparison comparison) {
        Indicator measure = comparison.indicator();
        return new Row(
                measure.label(),
                value(measure, comparison.reference()),
                value(measure, comparison.other()),
                Math.round(100 * comparison.score()) + "%");
    }

    private static String value(Indicator measure, double value) {
        int decimals =
                switch (measure) {
                    case POPULATION -> 0;
                    case DENSITY -> value < 100 ? 1 : 0;
                    case AGEING, AREA, CLINICS_PER_100K, HOSPITALS_PER_100K -> 1;
                };
        return Wording.grouped(rounded(value, decimals)) + measure.unit();
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Whether it is alike in anything. */
    public boolean hasAlike() {
        return !alike.isEmpty();
    }

    /** Whether it differs in anything. */
    public boolean hasOther() {
        return !other.isEmpty();
    }

    /** Whether something couldn't be compared. */
    public boolean hasMissing() {
        return !missing.isEmpty();
    }
}
