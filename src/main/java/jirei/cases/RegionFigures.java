package jirei.cases;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Statistics of the region of a case. Immutable.
 *
 * @param name name of the region as printed, which may cover more than the place of the case; empty if none is named
 * @param figures known figures, in the order of {@link RegionFigure}; may be empty
 * @param fromStatistics the figures that are those of {@link RegionStatistics} and not of the case
 */
public record RegionFigures(String name, Map<RegionFigure, Figure> figures, Set<RegionFigure> fromStatistics) {
    /** An unknown region. */
    public static final RegionFigures NONE = new RegionFigures("", Map.of());

    /**
     * @throws IllegalArgumentException if a figure is out of range, e.g. an ageing rate of 120
     */
    public RegionFigures {
        name = VisibleText.oneLine(name);
        var ordered = new EnumMap<RegionFigure, Figure>(RegionFigure.class);
        ordered.putAll(figures);
        ordered.forEach((kind, figure) -> {
            if (!kind.allows(figure.value())) {
                throw new IllegalArgumentException(
                        kind.id() + " cannot be " + figure.value().toPlainString());
            }
        });
        figures = Collections.unmodifiableMap(ordered);
        fromStatistics =
                fromStatistics.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(fromStatistics));
    }

    /** Returns a region with figures of its own. */
    public RegionFigures(String name, Map<RegionFigure, Figure> figures) {
        this(name, figures, Set.of());
    }

    /** Returns this region without figures from statistics. */
    public RegionFigures own() {
        Map<RegionFigure, Figure> own = new EnumMap<>(RegionFigure.class);
        own.putAll(figures);
        own.keySet().removeAll(fromStatistics);
        return new RegionFigures(name, own);
    }

    /** Returns this region with those of {@code statistics} in place of the figures that it lacks. */
    RegionFigures completed(Map<RegionFigure, Figure> statistics) {
        Map<RegionFigure, Figure> all = new EnumMap<>(RegionFigure.class);
        all.putAll(statistics);
        all.keySet().removeAll(figures.keySet());
        Set<RegionFigure> added = Set.copyOf(all.keySet());
        all.putAll(figures);
        return new RegionFigures(name, all, added);
    }

    /** Returns the figure {@code kind}; empty if unknown. */
    public Optional<Figure> of(RegionFigure kind) {
        return Optional.ofNullable(figures.get(kind));
    }

    /** Returns whether neither the name nor any figure is known. */
    public boolean isEmpty() {
        return name.isEmpty() && figures.isEmpty();
    }
}
