package jirei.web.page.charts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.Figure;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.search.CaseSummary;
import jirei.web.page.Wording;

/**
 * A case with known population and ageing rate. Immutable.
 *
 * @param id the case id
 * @param place the label of its point
 * @param location prefecture and place; the title if both are unknown
 * @param population the population, greater than 0
 * @param ageing the ageing rate in percent
 * @param basis the statistics that a figure comes from; empty if both are those of the case
 */
public record RegionPoint(
        String id, String place, String location, BigDecimal population, BigDecimal ageing, String basis) {
    /** Returns those of {@code cases} that have both figures, in their order. */
    public static List<RegionPoint> of(List<CaseSummary> cases) {
        return cases.stream().flatMap(summary -> of(summary).stream()).toList();
    }

    private static Optional<RegionPoint> of(CaseSummary summary) {
        Optional<BigDecimal> population = figure(summary, RegionFigure.POPULATION);
        String where = Stream.of(Wording.location(summary.prefecture(), summary.place()), summary.title())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(summary.id());
        return population.filter(people -> people.signum() > 0).flatMap(people -> figure(
                        summary, RegionFigure.AGEING_RATE)
                .map(rate ->
                        new RegionPoint(summary.id(), summary.place(), where, people, rate, basis(summary.region()))));
    }

    private static Optional<BigDecimal> figure(CaseSummary summary, RegionFigure type) {
        return summary.region().of(type).map(Figure::value);
    }

    private static String basis(RegionFigures region) {
        return Stream.of(RegionFigure.POPULATION, RegionFigure.AGEING_RATE)
                .filter(region.fromStatistics()::contains)
                .flatMap(type -> region.of(type).map(Figure::basis).stream())
                .findFirst()
                .orElse("");
    }

    /** Whether a figure comes from statistics. */
    boolean isFromStatistics() {
        return !basis.isEmpty();
    }

    /** Place, population and ageing rate in words. */
    String ariaLabel() {
        return location + "：人口" + populationText() + "、高齢化率" + ageingText()
                + (isFromStatistics() ? "（" + basis + "）" : "");
    }

    String populationText() {
        return Wording.grouped(population) + "人";
    }

    String ageingText() {
        return Wording.grouped(ageing) + "%";
    }
}
