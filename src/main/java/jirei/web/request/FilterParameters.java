package jirei.web.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import jirei.cases.Indicator;
import jirei.cases.RegionFigure;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.NumberParser;
import jirei.query.NumberRange;
import jirei.query.RegionComparison;
import jirei.search.SearchEngine;
import org.jspecify.annotations.Nullable;

/** Parses filters. Empty numbers, as forms submit them, are ignored. Thread-safe. */
final class FilterParameters {
    private final SearchEngine engine;

    FilterParameters(SearchEngine engine) {
        this.engine = engine;
    }

    /**
     * Parses all filters except the region comparison.
     *
     * @param comparison the region comparison to add; null for none
     */
    Filters read(QueryString parameters, @Nullable RegionComparison comparison) throws ProblemException {
        return new Filters(
                values(parameters, Facet::id),
                values(parameters, ParameterNames::excluded),
                ranges(parameters),
                comparison);
    }

    private Map<Facet, Set<String>> values(QueryString parameters, Function<Facet, String> nameOf)
            throws ProblemException {
        var values = new TreeMap<Facet, Set<String>>(Facet.ORDER);
        for (Facet facet : engine.facets().all()) {
            Set<String> labels = new LinkedHashSet<>();
            for (String value : parameters.values(nameOf.apply(facet))) {
                labels.add(canonical(facet, nameOf.apply(facet), value));
            }
            values.put(facet, labels);
        }
        return values;
    }

    private String canonical(Facet facet, String name, String value) throws ProblemException {
        String canonical = engine.facets().canonicalValue(facet, value.strip());
        Set<String> allowed = engine.facetValues(facet);
        if (canonical.isEmpty() || (!allowed.isEmpty() && !allowed.contains(canonical))) {
            throw new ProblemException(Problem.wrongValue(
                    name, value, new ArrayList<>(allowed), facet.label() + "に「" + value + "」は指定できません。"));
        }
        return canonical;
    }

    private static Map<Indicator, NumberRange> ranges(QueryString parameters) throws ProblemException {
        var ranges = new EnumMap<Indicator, NumberRange>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            BigDecimal min = limit(parameters, ParameterNames.min(indicator), indicator, "の下限")
                    .orElse(null);
            BigDecimal max = limit(parameters, ParameterNames.max(indicator), indicator, "の上限")
                    .orElse(null);
            ranges.put(indicator, range(indicator, min, max));
        }
        return ranges;
    }

    /** A limit may be any number, but a percentage is at most 100. */
    private static Optional<BigDecimal> limit(QueryString parameters, String name, Indicator indicator, String which)
            throws ProblemException {
        String label = indicator.label() + which;
        Optional<BigDecimal> limit = number(parameters, name, label);
        if (indicator == Indicator.AGEING && limit.isPresent()) {
            FigureParameters.checked(RegionFigure.AGEING_RATE, limit.get(), name, label);
        }
        return limit;
    }

    private static NumberRange range(Indicator indicator, @Nullable BigDecimal min, @Nullable BigDecimal max)
            throws ProblemException {
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new ProblemException(Problem.wrongValue(
                    ParameterNames.min(indicator),
                    min.toPlainString(),
                    List.of(max.toPlainString() + "以下の数"),
                    indicator.label() + "の下限「" + min.toPlainString() + "」が上限「" + max.toPlainString()
                            + "」より大きいため、絞り込めません。"));
        }
        return new NumberRange(min, max);
    }

    /**
     * Parses a number.
     *
     * @param label the name of the number in error messages
     * @return the number; empty if the parameter is missing or blank
     */
    static Optional<BigDecimal> number(QueryString parameters, String name, String label) throws ProblemException {
        String typed = SearchParameters.single(parameters, name, "");
        if (typed.isBlank()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = NumberParser.parse(typed);
        if (number.isEmpty()) {
            throw new ProblemException(Problem.wrongValue(
                    name,
                    typed,
                    List.of("0以上の数（例：12,345、１万、38.5）"),
                    label + "に「" + typed + "」は指定できません。0以上の数値を入力してください（例：38.5、12,345、1万）。"));
        }
        return number;
    }
}
