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
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.RegionComparison;
import jirei.web.request.QueryString.Parameter;
import org.jspecify.annotations.Nullable;

/** How filters are called in URLs and forms. */
public final class ParameterNames {
    /** The name of the municipality to which cases are compared. */
    public static final String LIKE_NAME = "like.name";
    /** To how many cases, the most alike, the search is narrowed. */
    public static final String LIKE_TOP = "like.top";

    private ParameterNames() {}

    /** All names, in the order in which they stand in a URL. */
    public static List<String> all() {
        return Stream.of(
                        Stream.of(Facet.values()).map(Facet::id),
                        Stream.of(Facet.values()).map(ParameterNames::not),
                        Stream.of(Indicator.values()).flatMap(measure -> Stream.of(least(measure), most(measure))),
                        Stream.of(LIKE_NAME),
                        Stream.of(RegionFigure.values()).map(ParameterNames::like),
                        Stream.of(LIKE_TOP))
                .flatMap(names -> names)
                .toList();
    }

    /** The name of the excluded values of {@code facet}, as in not.actor. */
    public static String not(Facet facet) {
        return "not." + facet.id();
    }

    /** The name of the smallest {@code measure}, as in population.min. */
    public static String least(Indicator measure) {
        return measure.id() + ".min";
    }

    /** The name of the greatest {@code measure}, as in population.max. */
    public static String most(Indicator measure) {
        return measure.id() + ".max";
    }

    /** The name of one's own {@code figure}, as in like.population. */
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

    /** {@code filters} as they stand in a URL. */
    static List<Parameter> parameters(Filters filters) {
        List<Parameter> parameters = new ArrayList<>();
        add(parameters, filters.selected(), "");
        add(parameters, filters.excluded(), "not.");
        filters.ranges().forEach((measure, range) -> {
            add(parameters, least(measure), range.min());
            add(parameters, most(measure), range.max());
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

    /** The region that {@code filters} compare to; nothing where there is none. */
    public static List<Parameter> like(Filters filters) {
        RegionComparison like = filters.comparison();
        if (like == null) {
            return List.of();
        }
        List<Parameter> parameters = new ArrayList<>();
        RegionFigures region = like.region();
        if (!region.name().isEmpty()) {
            parameters.add(new Parameter(LIKE_NAME, region.name()));
        }
        region.figures().forEach((what, figure) -> add(parameters, like(what), figure.value()));
        if (like.top() != RegionComparison.ALL) {
            parameters.add(new Parameter(LIKE_TOP, Integer.toString(like.top())));
        }
        return parameters;
    }
}
