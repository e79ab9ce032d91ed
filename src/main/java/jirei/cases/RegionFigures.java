package jirei.cases;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The region that a case is about, in numbers.
 *
 * @param name the region as printed, which may be larger than the case's place; empty where none is named
 * @param figures the figures that are known, in the order of {@link RegionFigure}
 */
public record RegionFigures(String name, Map<RegionFigure, Figure> figures) {
    /** Nothing is known of the region. */
    public static final RegionFigures NONE = new RegionFigures("", Map.of());

    /**
     * @throws IllegalArgumentException if a figure is out of its range, as an ageing rate of 120
     */
    public RegionFigures {
        name = name.strip();
        var ordered = new EnumMap<RegionFigure, Figure>(RegionFigure.class);
        ordered.putAll(figures);
        ordered.forEach((what, figure) -> {
            if (!what.allows(figure.value())) {
                throw new IllegalArgumentException(
                        what.id() + " can't be " + figure.value().toPlainString());
            }
        });
        figures = Collections.unmodifiableMap(ordered);
    }

    /** What is known of {@code what}; empty where it isn't. */
    public Optional<Figure> of(RegionFigure what) {
        return Optional.ofNullable(figures.get(what));
    }

    /** Whether neither a name nor a figure is known. */
    public boolean isEmpty() {
        return name.isEmpty() && figures.isEmpty();
    }
}
