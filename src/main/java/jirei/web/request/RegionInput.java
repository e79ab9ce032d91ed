package jirei.web.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jirei.cases.Figure;
import jirei.cases.Gazetteer;
import jirei.cases.Municipalities;
import jirei.cases.Municipality;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.cases.RegionStatistics;
import jirei.cases.RegionWeights;
import jirei.query.RegionComparison;
import jirei.search.CaseSummary;

/**
 * The region that the reader entered. It may have too few figures for a comparison. Immutable.
 *
 * @param region the name, in full if it is unambiguous and as typed otherwise, and the figures
 * @param municipality the municipality of that name; empty if there is none, or if several share it
 * @param candidates the municipalities of that name, if several share it; those that it may mean, if none has it; empty
 *     if it is unambiguous or like no other
 * @param isListed whether the name is that of at least one municipality
 * @param known the figures that are known for the region, from a case or from statistics; none if there are none
 * @param ownCase the newest case of the region with figures of its own, whose figures win over the statistics; empty if
 *     there is none
 * @param weights how much each indicator counts
 * @param top the number of most similar cases to which the search is restricted; {@link RegionComparison#ALL} if not
 *     given
 */
public record RegionInput(
        RegionFigures region,
        Optional<Municipality> municipality,
        List<Municipality> candidates,
        boolean isListed,
        RegionFigures known,
        Optional<CaseSummary> ownCase,
        RegionWeights weights,
        int top) {
    private static final int MAX_SUGGESTIONS = 12;

    public RegionInput {
        candidates = List.copyOf(candidates);
    }

    /** Returns the region named {@code typed}, without figures. */
    static RegionInput named(String typed, RegionStatistics statistics, RegionWeights weights, int top) {
        List<Municipality> matching = typed.isEmpty() ? List.of() : matching(typed, statistics);
        String name = matching.size() == 1 ? Municipalities.fullName(matching.getFirst()) : typed;
        return new RegionInput(
                new RegionFigures(name, Map.of()),
                matching.size() == 1 ? Optional.of(matching.getFirst()) : Optional.empty(),
                candidates(typed, matching),
                !matching.isEmpty(),
                RegionFigures.NONE,
                Optional.empty(),
                weights,
                top);
    }

    /** Of municipalities that share their whole name, those without figures cannot be meant. */
    private static List<Municipality> matching(String typed, RegionStatistics statistics) {
        List<Municipality> exact = Municipalities.matching(typed);
        List<Municipality> matching = exact.isEmpty() ? Gazetteer.municipalitiesCalled(typed) : exact;
        List<Municipality> withFigures =
                matching.stream().filter(one -> statistics.of(one).isPresent()).toList();
        return withFigures.isEmpty() ? matching : withFigures;
    }

    private static List<Municipality> candidates(String typed, List<Municipality> matching) {
        return switch (matching.size()) {
            case 0 -> Municipalities.suggestions(typed, MAX_SUGGESTIONS);
            case 1 -> List.of();
            default -> matching;
        };
    }

    /** Returns this region with what is known about it, but still without figures to compare. */
    RegionInput knowing(RegionFigures figures, Optional<CaseSummary> newestCase) {
        return new RegionInput(region, municipality, candidates, isListed, figures, newestCase, weights, top);
    }

    /** Returns this region with figures to compare. */
    RegionInput with(Map<RegionFigure, Figure> figures) {
        return new RegionInput(
                new RegionFigures(region.name(), figures),
                municipality,
                candidates,
                isListed,
                known,
                ownCase,
                weights,
                top);
    }

    /** Returns the comparison; empty if no figure is known. */
    public Optional<RegionComparison> comparison() {
        return region.figures().isEmpty() ? Optional.empty() : Optional.of(new RegionComparison(region, weights, top));
    }
}
