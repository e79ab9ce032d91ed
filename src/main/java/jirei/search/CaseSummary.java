package jirei.search;

import jirei.cases.CaseStudy;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigures;
import org.jspecify.annotations.Nullable;

/**
 * A case without its sections.
 *
 * @param id the case id
 * @param number its number; null where it has none
 * @param title its title
 * @param collection its collection; may be empty
 * @param year its fiscal year; null where it isn't known
 * @param prefecture its prefecture; null where it isn't known
 * @param place its place; may be empty
 * @param region its region's figures
 * @param sections how many sections it has
 */
public record CaseSummary(
        String id,
        @Nullable Integer number,
        String title,
        String collection,
        @Nullable Integer year,
        @Nullable Prefecture prefecture,
        String place,
        RegionFigures region,
        int sections) {
    /** {@code whole} without its sections. */
    public static CaseSummary of(CaseStudy whole) {
        return new CaseSummary(
                whole.id(),
                whole.number(),
                whole.title(),
                whole.collection(),
                whole.year(),
                whole.prefecture(),
                whole.place(),
                whole.region(),
                whole.sections().size());
    }
}
