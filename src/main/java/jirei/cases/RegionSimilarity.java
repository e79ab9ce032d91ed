package jirei.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Similarity of two regions (似ている度合い): the weighted mean over the indicators known for both. Immutable.
 *
 * <p>Values are compared by their ratio, the smaller divided by the greater: twice the population gives 0.5, whether it
 * is 5,000 or 500,000. Ageing rates are percentages already and are compared by their difference: five percentage
 * points give 0.5. The area is not compared, since population and density determine it.
 *
 * @param score 0 to 1; {@link #UNKNOWN} if the indicators known for both have less than half of the weight of those known
 *     for the reference region
 * @param comparisons compared indicators, most similar first
 * @param missing indicators with a weight that are known for the reference region but not for the other, in the order of
 *     {@link Indicator}
 */
public record RegionSimilarity(double score, List<Comparison> comparisons, List<Indicator> missing) {
    /** The score if too few indicators are known to compare. */
    public static final double UNKNOWN = -1;

    /** The indicators that are compared. */
    public static final Set<Indicator> COMPARED = EnumSet.complementOf(EnumSet.of(Indicator.AREA));

    /**
     * Difference of ageing rates, in percentage points, at which the similarity is 0.5: the median over all pairs of
     * the bundled cases.
     */
    public static final double AGEING_HALVING_POINTS = 5;

    public RegionSimilarity {
        comparisons = List.copyOf(comparisons);
        missing = List.copyOf(missing);
    }

    /**
     * One compared indicator. Immutable.
     *
     * @param indicator compared indicator
     * @param reference value of the reference region, in the unit of the indicator
     * @param other value of the other region, in the unit of the indicator
     */
    public record Comparison(Indicator indicator, double reference, double other) {
        /** Returns the similarity by this indicator alone, 0 to 1. */
        public double score() {
            return scoreOf(indicator, reference, other);
        }
    }

    /** Compares {@code other} to {@code reference}. */
    public static RegionSimilarity of(RegionFigures reference, RegionFigures other, RegionWeights weights) {
        Map<Indicator, Double> referenceValues = Indicator.allOf(reference);
        Map<Indicator, Double> otherValues = Indicator.allOf(other);
        List<Comparison> comparisons = new ArrayList<>();
        List<Indicator> missing = new ArrayList<>();
        for (Indicator indicator : COMPARED) {
            Double referenceValue = referenceValues.get(indicator);
            Double otherValue = otherValues.get(indicator);
            if (weights.of(indicator) == 0) {
                continue;
            }
            if (referenceValue != null && otherValue != null) {
                comparisons.add(new Comparison(indicator, referenceValue, otherValue));
            } else if (referenceValue != null) {
                missing.add(indicator);
            }
        }
        comparisons.sort(Comparator.comparingDouble(Comparison::score).reversed());
        return new RegionSimilarity(score(referenceValues, otherValues, weights), comparisons, missing);
    }

    /**
     * Computes the score alone.
     *
     * @param reference values of the reference region, as returned by {@link Indicator#allOf}
     * @param other values of the other region
     * @return 0 to 1, or {@link #UNKNOWN}
     */
    public static double score(Map<Indicator, Double> reference, Map<Indicator, Double> other, RegionWeights weights) {
        double sum = 0;
        double known = 0;
        double compared = 0;
        for (Indicator indicator : COMPARED) {
            Double referenceValue = reference.get(indicator);
            Double otherValue = other.get(indicator);
            double weight = weights.of(indicator);
            known += referenceValue == null ? 0 : weight;
            if (referenceValue != null && otherValue != null) {
                sum += weight * scoreOf(indicator, referenceValue, otherValue);
                compared += weight;
            }
        }
        return compared == 0 || 2 * compared < known ? UNKNOWN : sum / compared;
    }

    private static double scoreOf(Indicator indicator, double reference, double other) {
        if (indicator == Indicator.AGEING) {
            return Math.pow(2, -Math.abs(reference - other) / AGEING_HALVING_POINTS);
        }
        return reference == other ? 1 : Math.min(reference, other) / Math.max(reference, other);
    }

    /** Returns the score in percent, rounded; 0 if it is unknown. */
    public int percent() {
        return (int) Math.round(100 * Math.max(0, score));
    }
}
