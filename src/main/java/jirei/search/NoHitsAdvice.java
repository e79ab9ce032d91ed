package jirei.search;

import java.util.List;
import java.util.Optional;
import jirei.cases.Place;
import jirei.cases.RegionStatistics;
import jirei.query.Filters;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import org.jspecify.annotations.Nullable;

/**
 * Help for a search without hits: what prevents hits, and other searches that find something. Every count is the
 * number of sections that the search of the same entry finds, at least 1. Immutable.
 *
 * @param absentPlaces the places named by the query or its filters that no case is about
 * @param prefectures searches for all cases of a prefecture of these places
 * @param similarRegions the cases of the regions most similar to such a place, most similar first; empty unless the
 *     figures of the place are known
 * @param spellings corrections of the query
 * @param parts searches for one word of the query, or for a part of its only word, with the same filters
 * @param filters searches without one of the filters
 * @param unfiltered the search without any filter; null if it finds nothing or there are not several filters
 */
public record NoHitsAdvice(
        List<Place> absentPlaces,
        List<Alternative> prefectures,
        List<RegionMatch> similarRegions,
        List<Alternative> spellings,
        List<Alternative> parts,
        List<FilterRemoval> filters,
        @Nullable Alternative unfiltered) {
    /** No advice. */
    public static final NoHitsAdvice NONE =
            new NoHitsAdvice(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);

    public NoHitsAdvice {
        absentPlaces = List.copyOf(absentPlaces);
        prefectures = List.copyOf(prefectures);
        similarRegions = List.copyOf(similarRegions);
        spellings = List.copyOf(spellings);
        parts = List.copyOf(parts);
        filters = List.copyOf(filters);
    }

    /**
     * Another search that finds something. Immutable.
     *
     * @param text what it searches
     * @param request its first page
     * @param sections number of sections that it finds
     */
    public record Alternative(String text, SearchRequest request, long sections) {}

    /**
     * The search without one filter, whether set as a filter or typed in the query. Immutable.
     *
     * @param removed the filter, as the only one
     * @param request the search without it
     * @param sections number of sections that it finds
     */
    public record FilterRemoval(Filters removed, SearchRequest request, long sections) {}

    /** Returns this advice with {@code matches} as the similar regions. */
    public NoHitsAdvice withSimilarRegions(List<RegionMatch> matches) {
        return new NoHitsAdvice(absentPlaces, prefectures, matches, spellings, parts, filters, unfiltered);
    }

    /**
     * Returns the comparison with the absent place: {@code requested} if it is with one, else that with the statistics of the
     * only absent municipality; empty if its figures are not known.
     */
    public Optional<RegionComparison> comparison(@Nullable RegionComparison requested, RegionStatistics statistics) {
        if (requested != null && isAbsent(requested.region().name())) {
            return Optional.of(requested);
        }
        return absentPlaces.size() == 1
                ? Optional.ofNullable(absentPlaces.getFirst().municipality())
                        .flatMap(statistics::of)
                        .map(region -> new RegionComparison(region, RegionComparison.ALL))
                : Optional.empty();
    }

    /** Returns whether {@code name} is the name of an absent place, with or without its prefecture. */
    private boolean isAbsent(String name) {
        return absentPlaces.stream()
                .anyMatch(place -> place.name().equals(name) || place.fullName().equals(name));
    }

    /** Returns whether there is nothing to say. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
