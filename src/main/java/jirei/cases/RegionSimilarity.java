package jirei.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How alike two regions are (似ている度合い): the mean over what is known of both, each way of comparing worth the same.
 *
 * <p>Numbers are compared by their ratio, the smaller divided by the greater: twice as many people are half as alike, whether
 * there are 5,000 or 500,000. Ageing rates, being percentages already, are compared by their difference: five points apart are
 * half as alike. The area has no part of its own, since population and density tell it.
 *
 * @param score 0 to 1; {@link #UNKNOWN} where less than half of what is known of the first region is known of the second
 * @param comparisons what was compared, the most alike first
 * @param missing what is known of the first region but not of the second
 */
public record RegionSimilarity(double score, List<Comparison> comparisons, List<Indicator> missing) {
    /** The score where too little is known to compare. */
    public static final double UNKNOWN = -1;

    /** What takes part. */
    public static final Set<Indicator> COMPARED = EnumSet.complementOf(EnumSet.of(Indicator.AREA));

    /** Half of all pairs of the shipped cases lie nearer to each other, half further apart. */
    public static final double AGEING_HALVING_POINTS = 5;

    public RegionSimilarity {
        comparisons = List.copyOf(comparisons);
        missing = List.copyOf(missing);
    }

    /**
     * One way of comparing.
     *
     * @param indicator what is compared
     * @param reference what the first region measures
     * @param other what the second measures
     */
    public record Comparison(Indicator indicator, double reference, double other) {
        /** How alike they are by this alone, 0 to 1. */
        public double score() {
            return scoreOf(indicator, reference, other);
        }
    }

    /** How alike {@code theirs} is to {@code mine}. */
    public static RegionSimilarity of(RegionFigures mine, RegionFigures theirs) {
        Map<Indicator, Double> ours = Indicator.allOf(mine);
        Map<Indicator, Double> others = Indicator.allOf(theirs);
        List<Comparison> comparisons = new ArrayList<>();
        List<Indicator> missing = new ArrayList<>();
        for (Indicator measure : COMPARED) {
            Double own = ours.get(measure);
            Double other = others.get(measure);
            if (own != null && other != null) {
                comparisons.add(new Comparison(measure, own, other));
            } else if (own != null) {
                missing.add(measure);
            }
        }
        comparisons.sort(Comparator.comparingDouble(Comparison::score).reversed());
        return new RegionSimilarity(score(ours, others), comparisons, missing);
    }

    /**
     * The score alone.
     *
     * @param mine what the first region measures, as {@link Indicator#allOf} gives it
     * @param theirs what the second measures
     */
    public static double score(Map<Indicator, Double> mine, Map<Indicator, Double> theirs) {
        double sum = 0;
        int known = 0;
        int compared = 0;
        for (Indicator measure : COMPARED) {
            Double own = mine.get(measure);
            Double other = theirs.get(measure);
            known += own == null ? 0 : 1;
            if (own != null && other != null) {
                sum += scoreOf(measure, own, other);
                compared++;
            }
        }
        return compared == 0 || 2 * compared < known ? UNKNOWN : sum / compared;
    }

    private static double scoreOf(Indicator measure, double mine, double theirs) {
        if (measure == Indicator.AGEING) {
            return Math.pow(2, -Math.abs(mine - theirs) / AGEING_HALVING_POINTS);
        }
        return mine == theirs ? 1 : Math.min(mine, theirs) / Math.max(mine, theirs);
    }

    /** The score in per cent, rounded; 0 where it isn't known. */
    public int percent() {
        return (int) Math.round(100 * Math.max(0, score));
    }
}
