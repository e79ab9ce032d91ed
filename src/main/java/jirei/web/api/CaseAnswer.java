package jirei.web.api;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigures;
import jirei.search.CaseSummary;
import org.jspecify.annotations.Nullable;

/**
 * A case without its sections, as {@code GET /api/cases} lists it.
 *
 * @param region the region's name, figures and what they rest on, by the names of the contract
 * @param sections how many sections it has
 * @param url the case's page
 */
public record CaseAnswer(
        String id,
        @Nullable Integer number,
        String title,
        String collection,
        @Nullable Integer year,
        @Nullable String prefecture,
        String place,
        Map<String, Object> region,
        int sections,
        String url) {
    /** All cases, in order. */
    public record Cases(List<CaseAnswer> cases) {}

    /** The list of {@code summaries}. */
    public static Cases of(List<CaseSummary> summaries) {
        return new Cases(summaries.stream().map(CaseAnswer::of).toList());
    }

    static CaseAnswer of(CaseSummary summary) {
        return new CaseAnswer(
                summary.id(),
                summary.number(),
                summary.title(),
                summary.collection(),
                summary.year(),
                name(summary.prefecture()),
                summary.place(),
                region(summary.region()),
                summary.sections(),
                "/cases/" + summary.id());
    }

    private static @Nullable String name(@Nullable Prefecture prefecture) {
        return prefecture == null ? null : prefecture.fullName();
    }

    static Map<String, Object> region(RegionFigures region) {
        var values = new LinkedHashMap<String, Object>();
        var basis = new LinkedHashMap<String, String>();
        values.put("name", region.name());
        region.figures().forEach((what, figure) -> {
            BigDecimal value = figure.value();
            values.put(what.id(), value);
            if (!figure.basis().isEmpty()) {
                basis.put(what.id(), figure.basis());
            }
        });
        values.put("basis", basis);
        return values;
    }
}
