package jirei.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statistics of municipalities, for towns without a case and for cases without figures. Immutable.
 *
 * @param source the publication, as it must be named wherever the figures are shown; empty if there are none
 * @param figures the figures by the code of the municipality
 * @param fingerprint changes with the figures; empty if there are none
 */
public record RegionStatistics(String source, Map<String, Map<RegionFigure, Figure>> figures, String fingerprint) {
    /** No statistics. */
    public static final RegionStatistics NONE = new RegionStatistics("", Map.of(), "");

    public RegionStatistics {
        figures = Map.copyOf(figures);
    }

    /** Returns the figures of {@code municipality}, by its full name; empty if none are known. */
    public Optional<RegionFigures> of(Municipality municipality) {
        return Optional.ofNullable(figures.get(municipality.code()))
                .map(new RegionFigures(Municipalities.fullName(municipality), Map.of())::completed);
    }

    /**
     * Returns the region of {@code caseStudy}; if the case is about one municipality as a whole, with the statistics of that
     * municipality in place of the figures that the case does not give. A ward of a city, a county and a region of several
     * municipalities have none.
     */
    public RegionFigures regionOf(CaseStudy caseStudy) {
        RegionFigures own = caseStudy.region().own();
        return municipalityOf(caseStudy)
                .map(municipality -> own.completed(figures.getOrDefault(municipality.code(), Map.of())))
                .orElse(own);
    }

    private Optional<Municipality> municipalityOf(CaseStudy caseStudy) {
        String name = caseStudy.region().name().isEmpty()
                ? caseStudy.place()
                : caseStudy.region().name();
        List<Municipality> named = Gazetteer.municipalitiesCalled(name).stream()
                .filter(known -> caseStudy.prefecture() == null || caseStudy.prefecture() == known.prefecture())
                .filter(known -> figures.containsKey(known.code()))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }
}
