package jirei.search;

import jirei.cases.CaseStudy;
import jirei.cases.OwnValues;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigures;
import org.jspecify.annotations.Nullable;

/**
 * A case without its sections. Immutable.
 *
 * @param id case id
 * @param number number in its collection, from 1; null if it has none
 * @param title title
 * @param collection case collection; may be empty
 * @param year fiscal year as a Gregorian year; null if unknown
 * @param prefecture prefecture; null if unknown
 * @param place place; may be empty
 * @param region figures of the region
 * @param facets values of the facets that the corpus declares
 * @param sections number of sections, from 1
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
        OwnValues facets,
        int sections) {
    /** Returns the summary of {@code caseStudy}. */
    public static CaseSummary of(CaseStudy caseStudy) {
        return new CaseSummary(
                caseStudy.id(),
                caseStudy.number(),
                caseStudy.title(),
                caseStudy.collection(),
                caseStudy.year(),
                caseStudy.prefecture(),
                caseStudy.place(),
                caseStudy.region(),
                caseStudy.facets(),
                caseStudy.sections().size());
    }
}
