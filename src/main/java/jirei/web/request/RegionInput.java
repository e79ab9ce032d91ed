package jirei.web.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jirei.cases.Figure;
import jirei.cases.Municipalities;
import jirei.cases.Municipality;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.query.RegionComparison;
import jirei.search.CaseSummary;

/**
 * The region that the reader entered. It may have too few figures for a comparison. Immutable.
 *
 * @param region the name, in full if it is unambiguous and as typed otherwise, and the figures
 * @param candidates the municipalities of that name, if several share it; those that it may mean, if none has it; empty
 *     if it is unambiguous or like no other
 * @param isListed whether the name is that of at least one municipality
 * @param ownCases the cases of the region, newest first
 * @param top the number of most similar cases to which the search is restricted; {@link RegionComparison#ALL} if not
 *     given
 */
public record RegionInput(
        RegionFigures region, List<Municipality> candidates, boolean isListed, List<CaseSummary> ownCases, int top) {
    private static final int MAX_SUGGESTIONS = 12;

    public RegionInput {
        candidates = List.copyOf(candidates);
        ownCases = List.copyOf(ownCases);
    }

    /** Returns the region named {@code typed}, without figures. */
    public static RegionInput named(String typed, int top) {
        List<Municipality> matching = typed.isEmpty() ? List.of() : Municipalities.matching(typed);
        String name = matching.size() == 1 ? Municipalities.fullName(matching.getFirst()) : typed;
        return new RegionInput(
                new RegionFigures(name, Map.of()), candidates(typed, matching), !matching.isEmpty(), List.of(), top);
    }

    private static List<Municipality> candidates(String typed, List<Municipality> matching) {
        return switch (matching.size()) {
            case 0 -> Municipalities.suggestions(typed, MAX_SUGGESTIONS);
            case 1 -> List.of();
            default -> matching;
        };
    }

    /** Returns this region with figures and its cases. */
    public RegionInput with(Map<RegionFigure, Figure> figures, List<CaseSummary> cases) {
        return new RegionInput(new RegionFigures(region.name(), figures), candidates, isListed, cases, top);
    }

    /** Returns the comparison; empty if no figure is known. */
    public Optional<RegionComparison> comparison() {
        return region.figures().isEmpty() ? Optional.empty() : Optional.of(new RegionComparison(region, top));
    }

    /** Returns the figure of the newest case of the region; empty if there is none. */
    public Optional<Figure> figureOfNewestCase(RegionFigure type) {
        return ownCases.stream().findFirst().flatMap(summary -> summary.region().of(type));
    }
}
