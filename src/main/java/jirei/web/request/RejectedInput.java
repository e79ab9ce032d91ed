package jirei.web.request;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Indicator;
import jirei.cases.RegionFigure;
import jirei.cases.RegionSimilarity;
import jirei.query.NumberParser;

/**
 * What was typed into a number field of a page and cannot be used. Immutable.
 *
 * @param names the parameters of the field: one, or both bounds of a range that excludes everything
 * @param values what was typed, in the order of {@code names}
 * @param detail one sentence that names the value found and what would be right
 */
public record RejectedInput(List<String> names, List<String> values, String detail) {
    private static final Set<String> BOUNDS = Stream.of(Indicator.values())
            .flatMap(indicator -> Stream.of(ParameterNames.min(indicator), ParameterNames.max(indicator)))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> FIGURES = Stream.concat(
                    Stream.of(RegionFigure.values()).map(ParameterNames::like),
                    RegionSimilarity.COMPARED.stream().map(ParameterNames::weight))
            .collect(Collectors.toUnmodifiableSet());

    public RejectedInput {
        names = List.copyOf(names);
        values = List.copyOf(values);
    }

    /** Reads a part of a query string. */
    @FunctionalInterface
    interface Reader<T> {
        T read(QueryString parameters) throws IOException, ProblemException;
    }

    /** What was read, without the rejected input. Immutable. */
    record Reading<T>(T value, List<RejectedInput> rejected) {}

    /**
     * Returns what {@code reader} makes of {@code parameters} without the number fields that it cannot read.
     *
     * @throws ProblemException if anything else is wrong
     */
    static <T> Reading<T> tolerant(QueryString parameters, Reader<T> reader) throws IOException, ProblemException {
        List<RejectedInput> rejected = new ArrayList<>();
        QueryString left = parameters;
        while (true) {
            try {
                return new Reading<>(reader.read(left), List.copyOf(rejected));
            } catch (ProblemException e) {
                RejectedInput input = of(e, left);
                rejected.add(input);
                for (String name : input.names()) {
                    left = left.without(name);
                }
            }
        }
    }

    /** Returns the field to which {@code e} refers, or throws it again. */
    private static RejectedInput of(ProblemException e, QueryString parameters) throws ProblemException {
        String name = e.problem().parameter();
        if (name == null || !(BOUNDS.contains(name) || FIGURES.contains(name))) {
            throw e;
        }
        List<String> values = parameters.values(name);
        if (values.isEmpty()) {
            throw e;
        }
        String value = values.getFirst();
        boolean isRange = BOUNDS.contains(name) && NumberParser.parse(value).isPresent();
        if (!isRange) {
            return new RejectedInput(List.of(name), List.of(value), e.problem().detail());
        }
        String other = name.replaceFirst("min$", "max");
        return new RejectedInput(
                List.of(name, other),
                List.of(value, String.join("", parameters.values(other))),
                e.problem().detail());
    }

    /** Returns what was typed into the field {@code name}; empty if it was not rejected. */
    public static Optional<String> typed(List<RejectedInput> rejected, String name) {
        return rejected.stream()
                .filter(input -> input.names().contains(name))
                .map(input -> input.values().get(input.names().indexOf(name)))
                .findFirst();
    }

    /** Returns what is wrong with the fields {@code names}, in sentences; empty if nothing is. */
    public static String details(List<RejectedInput> rejected, List<String> names) {
        return rejected.stream()
                .filter(input -> input.names().stream().anyMatch(names::contains))
                .map(RejectedInput::detail)
                .collect(Collectors.joining());
    }
}
