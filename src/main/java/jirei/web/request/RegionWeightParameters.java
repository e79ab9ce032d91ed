package jirei.web.request;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jirei.cases.Indicator;
import jirei.cases.RegionSimilarity;
import jirei.cases.RegionWeights;

/** Parses the weights of the comparison of regions. Stateless. */
final class RegionWeightParameters {
    private RegionWeightParameters() {}

    /**
     * Parses the weights; a missing one is 1.
     *
     * @throws ProblemException if one is out of range, or all are 0
     */
    static RegionWeights read(QueryString parameters) throws ProblemException {
        Map<Indicator, Double> weights = new EnumMap<>(Indicator.class);
        for (Indicator indicator : RegionSimilarity.COMPARED) {
            String name = ParameterNames.weight(indicator);
            Optional<BigDecimal> number = FilterParameters.number(parameters, name, label(indicator));
            if (number.isPresent()) {
                weights.put(indicator, weight(indicator, number.get()));
            }
        }
        if (weights.size() == RegionSimilarity.COMPARED.size()
                && weights.values().stream().allMatch(weight -> weight == 0)) {
            String name = ParameterNames.weight(Indicator.POPULATION);
            throw wrong(name, "0", "重みがすべて0では比べられないため、どれかを0より大きくしてください。");
        }
        return new RegionWeights(weights);
    }

    private static double weight(Indicator indicator, BigDecimal number) throws ProblemException {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(RegionWeights.MAX)) > 0) {
            String typed = number.toPlainString();
            throw wrong(
                    ParameterNames.weight(indicator),
                    typed,
                    label(indicator) + "に「" + typed + "」は指定できません。0〜" + RegionWeights.MAX + "の数にしてください。");
        }
        return number.doubleValue();
    }

    private static ProblemException wrong(String name, String typed, String detail) {
        return new ProblemException(
                Problem.wrongValue(name, typed, List.of("0〜" + RegionWeights.MAX + "の数（0は比べない）"), detail));
    }

    private static String label(Indicator indicator) {
        return indicator.label() + "の重み";
    }
}
