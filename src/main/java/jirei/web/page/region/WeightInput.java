package jirei.web.page.region;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import jirei.cases.Indicator;
import jirei.cases.RegionWeights;
import jirei.web.request.ParameterNames;
import jirei.web.request.RejectedInput;

/**
 * The choice how much an indicator counts. Immutable.
 *
 * @param inputName the parameter name
 * @param label the name of the indicator
 * @param options the weights to choose from; the one in the URL is among them
 * @param problem why the weight in the URL cannot be used, in sentences; empty if it can
 */
public record WeightInput(String inputName, String label, List<Option> options, String problem) {
    private static final List<Option> OPTIONS = List.of(
            new Option("0", "比べない", false),
            new Option("0.5", "軽く", false),
            new Option("1", "ふつう", false),
            new Option("2", "重く", false),
            new Option("4", "とても重く", false));

    public WeightInput {
        options = List.copyOf(options);
    }

    /** A weight. Immutable. */
    public record Option(String value, String label, boolean selected) {}

    static WeightInput of(Indicator indicator, RegionWeights weights, List<RejectedInput> rejected) {
        String name = ParameterNames.weight(indicator);
        String weight =
                BigDecimal.valueOf(weights.of(indicator)).stripTrailingZeros().toPlainString();
        boolean isListed = OPTIONS.stream().anyMatch(option -> option.value().equals(weight));
        Stream<Option> other = isListed ? Stream.of() : Stream.of(new Option(weight, weight + "倍", false));
        return new WeightInput(
                name,
                indicator.label(),
                Stream.concat(OPTIONS.stream(), other)
                        .map(option -> new Option(
                                option.value(), option.label(), option.value().equals(weight)))
                        .toList(),
                RejectedInput.details(rejected, List.of(name)));
    }

    /** Whether the weight in the URL cannot be used. */
    public boolean hasProblem() {
        return !problem.isEmpty();
    }

    /** The id of the select element. */
    public String id() {
        return "_" + inputName.replace('.', '-');
    }
}
