package jirei.web.page.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jirei.cases.Indicator;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;
import jirei.query.Facet;
import jirei.query.FacetScheme;
import jirei.search.FacetCount;
import jirei.search.SearchResults;
import jirei.search.WordInterpretation;
import jirei.web.page.Chip;
import jirei.web.page.PrefectureTileMap;
import jirei.web.page.Wording;
import jirei.web.request.RejectedInput;
import jirei.web.request.SearchState;

/**
 * The filters of a search: those that are set and those that can be set. Immutable.
 *
 * @param chips the filters that are set, each with a link that removes it
 * @param clearUrl the URL of the search without any filter
 * @param countText the number of filters set in words; empty if none is set
 * @param facets the facets that have values, in the order of {@link Facet}
 * @param panel the range filters and the region comparison
 * @param missing for each range filter, how many cases it excludes because their value is unknown
 * @param map the prefectures as a map
 */
public record FilterView(
        List<Chip> chips,
        String clearUrl,
        String countText,
        List<FacetView> facets,
        FilterPanel panel,
        List<String> missing,
        PrefectureTileMap map) {
    public FilterView {
        chips = List.copyOf(chips);
        facets = List.copyOf(facets);
        missing = List.copyOf(missing);
    }

    static FilterView of(
            SearchState search, SearchResults results, List<RejectedInput> rejected, Set<Indicator> indicators) {
        int count = search.request().filters().count();
        return new FilterView(
                chips(search, results),
                cleared(search, results).url(),
                count == 0 ? "" : "選択中：" + count,
                facets(results.facets(), search.request().query().facets()),
                FilterPanel.of(search, rejected, indicators),
                missing(results),
                PrefectureTileMap.ofSections(search, results.facets().getOrDefault(Facet.PREFECTURE, List.of())));
    }

    /** Returns the filters that are set, and the places that the query has as conditions. */
    private static List<Chip> chips(SearchState search, SearchResults results) {
        List<Chip> chips = new ArrayList<>(Chip.of(search));
        for (WordInterpretation word : results.interpretation().words()) {
            if (word.isPlace()) {
                chips.add(new Chip(
                        ExpansionKind.PLACE.label(),
                        word.text(),
                        false,
                        withoutPlace(search, word).url()));
            }
        }
        return chips;
    }

    private static SearchState withoutPlace(SearchState search, WordInterpretation word) {
        var place = new Expansion(ExpansionKind.PLACE, word.text());
        return search.withExpansions(search.request().expansionOptions().toggled(place));
    }

    private static SearchState cleared(SearchState search, SearchResults results) {
        SearchState cleared = search.withoutFilters();
        for (WordInterpretation word : results.interpretation().words()) {
            cleared = word.isPlace() ? withoutPlace(cleared, word) : cleared;
        }
        return cleared;
    }

    private static List<FacetView> facets(Map<Facet, List<FacetCount>> facets, FacetScheme scheme) {
        return scheme.all().stream()
                .filter(facet -> isShown(facet, facets.getOrDefault(facet, List.of())))
                .map(facet -> facet == Facet.PREFECTURE
                        ? FacetView.ofPlaces(
                                facets.getOrDefault(facet, List.of()),
                                facets.getOrDefault(Facet.MUNICIPALITY, List.of()),
                                scheme)
                        : FacetView.ofTree(facet, facets.getOrDefault(facet, List.of()), scheme))
                .toList();
    }

    /** Municipalities are shown with their prefectures. A single collection is no choice. */
    private static boolean isShown(Facet facet, List<FacetCount> counts) {
        return switch (facet) {
            case Facet.Fixed.MUNICIPALITY -> false;
            case Facet.Fixed.COLLECTION ->
                counts.size() > 1 || counts.stream().anyMatch(each -> each.selected() || each.excluded());
            default -> !counts.isEmpty();
        };
    }

    private static List<String> missing(SearchResults results) {
        return Stream.of(Indicator.values())
                .filter(results.missingIndicators()::containsKey)
                .map(indicator -> indicator.label() + "が不明な事例"
                        + Wording.grouped(results.missingIndicators().getOrDefault(indicator, 0L)) + "件は含まれていません。")
                .toList();
    }

    /** Whether any filter is set. */
    public boolean hasChips() {
        return !chips.isEmpty();
    }
}
