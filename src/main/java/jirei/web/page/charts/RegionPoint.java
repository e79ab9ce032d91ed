package jirei.web.page.charts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.Figure;
import jirei.cases.RegionFigure;
import jirei.search.CaseSummary;
import jirei.web.page.Wording;

/**
 * A case whose population and ageing rate are known.
 *
 * @param id the case id
 * @param place what stands beside its point
 * @param where prefecture and place; the title where neither is known
 * @param population in people, above zero
 * @param ageing in per cent
 */
public record RegionPoint(String id, String place, String where, BigDecimal population, BigDecimal ageing) {
    /** Those of {@code cases} that have both figures, in their order. */
    public static List<RegionPoint> of(List<CaseSummary> cases) {
        return cases.stream().flatMap(summary -> of(summary).stream()).toList();
    }

    private static Optional<RegionPoint> of(CaseSummary summary) {
        Optional<BigDecimal> population = figure(summary, RegionFigure.POPULATION);
        String where = Stream.of(Wording.where(summary.prefecture(), summary.place()), summary.title())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(summary.id());
        return population.filter(people -> people.signum() > 0).flatMap(people -> figure(
                        summary, RegionFigure.AGEING_RATE)
                .map(rate -> new RegionPoint(summary.id(), summary.place(), where, people, rate)));
    }

    private static Optional<BigDecimal> figure(CaseSummary summary, RegionFigure what) {
        return summary.region().of(what).map(Figure::value);
    }

    /** Place, population and ageing rate in words. */
    String spoken() {
        return where + "：人口" + people() + "、高齢化率" + rate();
    }

    String people() {
        return Wording.grouped(population) + "人";
    }

    String rate() {
        return Wording.grouped(ageing) + "%";
    }
}
