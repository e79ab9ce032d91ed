package jirei.web.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jirei.cases.Indicator;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.NumberParser;
import jirei.query.NumberRange;
import jirei.query.RegionComparison;
import jirei.search.SearchEngine;
import org.jspecify.annotations.Nullable;

/** Reads filters from a URL. Empty numbers, as forms send them, count as not given. */
final class FilterParameters {
    private final SearchEngine engine;

    FilterParameters(SearchEngine engine) {
        this.engine = engine;
    }

    /**
     * Reads all but the region that cases are compared to.
     *
     * @param like that region; null where there is none
     */
    Filters read(QueryString parameters, @Nullable RegionComparison like) throws ProblemException {
        return new Filters(
                values(parameters, Facet::id), values(parameters, ParameterNames::not), ranges(parameters), like);
    }

    private Map<Facet, Set<String>> values(QueryString parameters, Function<Facet, String> nameOf)
            throws ProblemException {
        var values = new EnumMap<Facet, Set<String>>(Facet.class);
        for (Facet facet : Facet.values()) {
            Set<String> labels = new LinkedHashSet<>();
            for (String value : parameters.values(nameOf.apply(facet))) {
                labels.add(checked(facet, nameOf.apply(facet), value));
            }
            values.put(facet, labels);
        }
        return values;
    }

    private String checked(Facet facet, String name, String value) throws ProblemException {
        String canonical = facet.canonicalValue(value.strip());
        Set<String> allowed = engine.facetValues(facet);
        if (canonical.isEmpty() || (!allowed.isEmpty() && !allowed.contains(canonical))) {
            throw new ProblemException(Problem.wrongValue(
                    name, value, new ArrayList<>(allowed), facet.label() + "に「" + value + "」は指定できません。"));
        }
        return canonical;
    }

    private static Map<Indicator, NumberRange> ranges(QueryString parameters) throws ProblemException {
        var ranges = new EnumMap<Indicator, NumberRange>(Indicator.class);
        for (Indicator measure : Indicator.values()) {
            BigDecimal min = number(parameters, ParameterNames.least(measure), measure.label() + "の下限")
                    .orElse(null);
            BigDecimal max = number(parameters, ParameterNames.most(measure), measure.label() + "の上限")
                    .orElse(null);
            ranges.put(measure, range(measure, min, max));
        }
        return ranges;
    }

    private static NumberRange range(Indicator measure, @Nullable BigDecimal min, @Nullable BigDecimal max)
            throws ProblemException {
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new ProblemException(Problem.wrongValue(
                    ParameterNames.least(measure),
                    min.toPlainString(),
                    List.of(max.toPlainString() + "以下の数"),
                    measure.label() + "の下限「" + min.toPlainString() + "」が上限「" + max.toPlainString()
                            + "」より大きいため、絞り込めません。"));
        }
        return new NumberRange(min, max);
    }

    /** The number {@code name}, called {@code label} by people; empty where it isn't given or left empty. */
    static Optional<BigDecimal> number(QueryString parameters, String name, String label) throws ProblemException {
        String typed = SearchParameters.once(parameters, name, "");
        if (typed.isBlank()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = NumberParser.parse(typed);
        if (number.isEmpty()) {
            throw new ProblemException(Problem.wrongValue(
                    name, typed, List.of("0以上の数（例：12,345、１万、38.5）"), label + "に「" + typed + "」は指定できません。"));
        }
        return number;
    }
}
