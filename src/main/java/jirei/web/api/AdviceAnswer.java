package jirei.web.api;

import java.util.List;
import jirei.cases.Place;
import jirei.query.SearchRequest;
import jirei.search.NoHitsAdvice;
import jirei.web.request.QueryString;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * Help for a search without hits. Immutable.
 *
 * @param places the places named by the query or its filters that no case is about
 * @param prefectures searches for all cases of a prefecture of these places
 * @param similar the cases of the regions most similar to such a place, as in {@link RegionAnswer}
 * @param spellings corrections of the query
 * @param parts searches for one word of the query, or for a part of its only word
 * @param filters searches without one of the filters
 * @param unfiltered the search without any filter; null if it finds nothing or there are not several filters
 */
public record AdviceAnswer(
        List<AbsentPlace> places,
        List<Alternative> prefectures,
        List<RegionAnswer.Case> similar,
        List<Alternative> spellings,
        List<Alternative> parts,
        List<FilterRemoval> filters,
        @Nullable Alternative unfiltered) {
    /** A place without cases: its name with its suffix, and its prefecture, which may be the place itself. Immutable. */
    public record AbsentPlace(String name, String prefecture) {}

    /**
     * Another search. Immutable.
     *
     * @param text what it searches
     * @param sections the number of sections that it finds, from 1
     * @param url the page of its results
     */
    public record Alternative(String text, long sections, String url) {}

    /**
     * The search without a filter. Immutable.
     *
     * @param removed the filter as parameters
     * @param sections the number of sections that it finds, from 1
     * @param url the page of its results
     */
    public record FilterRemoval(List<QueryString.Parameter> removed, long sections, String url) {}

    /** Returns {@code advice} as a response; null if there is none. */
    static @Nullable AdviceAnswer of(NoHitsAdvice advice) {
        if (advice.isEmpty()) {
            return null;
        }
        NoHitsAdvice.Alternative unfiltered = advice.unfiltered();
        return new AdviceAnswer(
                advice.absentPlaces().stream().map(AdviceAnswer::place).toList(),
                alternatives(advice.prefectures()),
                advice.similarRegions().stream().map(RegionAnswer::of).toList(),
                alternatives(advice.spellings()),
                alternatives(advice.parts()),
                advice.filters().stream().map(AdviceAnswer::removal).toList(),
                unfiltered == null ? null : alternative(unfiltered));
    }

    private static AbsentPlace place(Place place) {
        return new AbsentPlace(place.name(), place.prefecture().fullName());
    }

    private static List<Alternative> alternatives(List<NoHitsAdvice.Alternative> alternatives) {
        return alternatives.stream().map(AdviceAnswer::alternative).toList();
    }

    private static Alternative alternative(NoHitsAdvice.Alternative alternative) {
        return new Alternative(alternative.text(), alternative.sections(), url(alternative.request()));
    }

    private static FilterRemoval removal(NoHitsAdvice.FilterRemoval removal) {
        return new FilterRemoval(
                SearchState.EMPTY.filteredBy(removal.removed()).queryString().parameters(),
                removal.sections(),
                url(removal.request()));
    }

    private static String url(SearchRequest request) {
        return new SearchState(request).url();
    }
}
