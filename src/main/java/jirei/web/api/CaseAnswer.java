package jirei.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.search.CaseSummary;
import org.jspecify.annotations.Nullable;

/**
 * A case without its sections in the response of {@code GET /api/cases}. Immutable.
 *
 * @param id the case id
 * @param number the case number; null if it has none
 * @param title the title
 * @param collection the case collection; may be empty
 * @param year the fiscal year; null if unknown
 * @param location where the case took place
 * @param facets the values of the facets that the corpus declares, by name; absent if there are none
 * @param region name, figures and their sources, keyed by the names of the API
 * @param sections the number of sections
 * @param url the page of the case
 */
public record CaseAnswer(
        String id,
        @Nullable Integer number,
        String title,
        String collection,
        @Nullable Integer year,
        @JsonUnwrapped Location location,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> facets,
        Map<String, Object> region,
        int sections,
        String url) {
    /** All cases, in the order of the corpus. Immutable. */
    public record Cases(List<CaseAnswer> cases) {}

    /** Returns the response for {@code summaries}. */
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
                Location.of(summary.prefecture(), summary.place()),
                summary.facets().byName(),
                region(summary.region()),
                summary.sections(),
                "/cases/" + summary.id());
    }

    static Map<String, Object> region(RegionFigures region) {
        var values = new LinkedHashMap<String, Object>();
        var basis = new LinkedHashMap<String, String>();
        values.put("name", region.name());
        region.figures().forEach((type, figure) -> {
            BigDecimal value = figure.value();
            values.put(type.id(), value);
            if (!figure.basis().isEmpty()) {
                basis.put(type.id(), figure.basis());
            }
        });
        values.put("basis", basis);
        if (!region.fromStatistics().isEmpty()) {
            values.put(
                    "fromStatistics",
                    region.fromStatistics().stream().map(RegionFigure::id).toList());
        }
        return values;
    }
}
