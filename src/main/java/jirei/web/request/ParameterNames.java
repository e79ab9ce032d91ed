package jirei.web.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jirei.cases.Indicator;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.cases.RegionSimilarity;
import jirei.query.Facet;
import jirei.query.FacetScheme;
import jirei.query.Filters;
import jirei.query.RegionComparison;
import jirei.web.request.QueryString.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameter names of filters in URLs and forms. Stateless. */
public final class ParameterNames {
    /** The name of the region that cases are compared to. */
    public static final String LIKE_NAME = "like.name";
    /** The region whose figures the form was filled with: they are dropped if the name is changed. In the form only. */
    public static final String LIKE_FILLED = "like.filled";
    /** The number of most similar cases to which the search is restricted. */
    public static final String LIKE_TOP = "like.top";

    /** The parameters of a region. */
    public static final List<String> OF_REGION = Stream.of(
                    Stream.of(LIKE_NAME),
                    Stream.of(RegionFigure.values()).map(ParameterNames::like),
                    RegionSimilarity.COMPARED.stream().map(ParameterNames::weight),
                    Stream.of(LIKE_TOP))
            .flatMap(names -> names)
            .toList();

    private ParameterNames() {}

    /** Returns all names in a corpus with {@code facets}, in the order in which URLs have them. */
    static List<String> all(FacetScheme facets) {
        return Stream.of(
                        facets.all().stream().map(Facet::id),
                        facets.all().stream().map(ParameterNames::excluded),
                        Stream.of(Indicator.values()).flatMap(indicator -> Stream.of(min(indicator), max(indicator))),
                        OF_REGION.stream())
                .flatMap(names -> names)
                .toList();
    }

    /** The parameter of the excluded values of {@code facet}, such as not.actor. */
    public static String excluded(Facet facet) {
        return "not." + facet.id();
    }

    /** The parameter of the lower bound of {@code indicator}, such as population.min. */
    public static String min(Indicator indicator) {
        return indicator.id() + ".min";
    }

    /** The parameter of the upper bound of {@code indicator}, such as population.max. */
    public static String max(Indicator indicator) {
        return indicator.id() + ".max";
    }

    /** The parameter of a figure of the compared region, such as like.population. */
    public static String like(RegionFigure figure) {
        return "like."
                + switch (figure) {
                    case AREA -> "area";
                    case POPULATION -> "population";
                    case AGEING_RATE -> "ageing";
                    case CLINICS -> "clinics";
                    case HOSPITALS -> "hospitals";
                };
    }

    /** The parameter of the weight of {@code indicator} in the comparison of regions, such as like.weight.population. */
    public static String weight(Indicator indicator) {
        return "like.weight." + indicator.id();
    }

    /** Returns {@code filters} as parameters. */
    static List<Parameter> parameters(Filters filters) {
        List<Parameter> parameters = new ArrayList<>();
        add(parameters, filters.selected(), "");
        add(parameters, filters.excluded(), "not.");
        filters.ranges().forEach((indicator, range) -> {
            add(parameters, min(indicator), range.min());
            add(parameters, max(indicator), range.max());
        });
        parameters.addAll(like(filters));
        return parameters;
    }

    private static void add(List<Parameter> parameters, Map<Facet, Set<String>> values, String prefix) {
        values.forEach(
                (facet, labels) -> labels.forEach(label -> parameters.add(new Parameter(prefix + facet.id(), label))));
    }

    private static void add(List<Parameter> parameters, String name, @Nullable BigDecimal bound) {
        if (bound != null) {
            parameters.add(new Parameter(name, bound.toPlainString()));
        }
    }

    /** Returns the compared region as parameters; empty if there is none. */
    public static List<Parameter> like(Filters filters) {
        RegionComparison comparison = filters.comparison();
        if (comparison == null) {
            return List.of();
        }
        List<Parameter> parameters = new ArrayList<>();
        RegionFigures region = comparison.region();
        if (!region.name().isEmpty()) {
            parameters.add(new Parameter(LIKE_NAME, region.name()));
        }
        region.figures().forEach((type, figure) -> add(parameters, like(type), figure.value()));
        comparison
                .weights()
                .others()
                .forEach((indicator, weight) -> add(
                        parameters,
                        weight(indicator),
                        BigDecimal.valueOf(weight).stripTrailingZeros()));
        if (comparison.top() != RegionComparison.ALL) {
            parameters.add(new Parameter(LIKE_TOP, Integer.toString(comparison.top())));
        }
        return parameters;
    }
}
