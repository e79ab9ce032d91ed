package jirei.cases;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Statistics of the region of a case. Immutable.
 *
 * @param name name of the region as printed, which may cover more than the place of the case; empty if none is named
 * @param figures known figures, in the order of {@link RegionFigure}; may be empty
 */
public record RegionFigures(String name, Map<RegionFigure, Figure> figures) {
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
