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
 * One's own municipality as it was given, which may not be enough to compare.
 *
 * @param region its name in full where it is known, as typed otherwise, and its figures
 * @param candidates the municipalities of that name, if several share it
 * @param isListed whether it is one of the municipalities of Japan, or several
 * @param own the cases about it, the newest first
 * @param top to how many cases, the most alike, to narrow; {@link RegionComparison#ALL} where that isn't given
 */
public record RegionInput(
        RegionFigures region, List<Municipality> candidates, boolean isListed, List<CaseSummary> own, int top) {
    public RegionInput {
        candidates = List.copyOf(candidates);
        own = List.copyOf(own);
    }

    /** The municipality that {@code typed} names, without figures. */
    public static RegionInput named(String typed, int top) {
        List<Municipality> matching = typed.isEmpty() ? List.of() : Municipalities.matching(typed);
        String name = matching.size() == 1 ? Municipalities.fullName(matching.getFirst()) : typed;
        return new RegionInput(
                new RegionFigures(name, Map.of()),
                matching.size() > 1 ? matching : List.of(),
                !matching.isEmpty(),
                List.of(),
                top);
    }

    /** The same with {@code figures}, and the cases about it. */
    public RegionInput with(Map<RegionFigure, Figure> figures, List<CaseSummary> cases) {
        return new RegionInput(new RegionFigures(region.name(), figures), candidates, isListed, cases, top);
    }

    /** What cases are compared to; empty where no figure is known. */
    public Optional<RegionComparison> like() {
        return region.figures().isEmpty() ? Optional.empty() : Optional.of(new RegionComparison(region, top));
    }

    /** The figure of the newest case about it; empty where there is none. */
    public Optional<Figure> ofOwnCase(RegionFigure what) {
        return own.stream().findFirst().flatMap(summary -> summary.region().of(what));
    }
}
