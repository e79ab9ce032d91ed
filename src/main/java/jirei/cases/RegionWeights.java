package jirei.cases;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much each indicator counts in a {@link RegionSimilarity}. Immutable.
 *
 * @param others the weights other than 1, from 0 to {@value #MAX}; an indicator with the weight 0 is not compared
 */
public record RegionWeights(Map<Indicator, Double> others) {
    /** The maximum of a weight. */
    public static final int MAX = 10;

    /** Every indicator counts the same. */
    public static final RegionWeights EQUAL = new RegionWeights(Map.of());

    /**
     * @throws IllegalArgumentException if a weight is out of range, or no indicator is compared
     */
    public RegionWeights {
        var ordered = new EnumMap<Indicator, Double>(Indicator.class);
        others.forEach((indicator, weight) -> {
            if (!(weight >= 0 && weight <= MAX)) {
                throw new IllegalArgumentException(indicator.id() + " cannot have the weight " + weight);
            }
            if (weight != 1) {
                ordered.put(indicator, weight);
            }
        });
        if (RegionSimilarity.COMPARED.stream().allMatch(indicator -> ordered.getOrDefault(indicator, 1.0) == 0)) {
            throw new IllegalArgumentException("at least one indicator must be compared");
        }
        others = Collections.unmodifiableMap(ordered);
    }

    /** Returns the weight of {@code indicator}. */
    public double of(Indicator indicator) {
        return others.getOrDefault(indicator, 1.0);
    }
}
