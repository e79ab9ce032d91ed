package jirei.web.page.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jirei.query.HitLayout;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;

/**
 * Sort order, grouping and page size of a result list. Immutable.
 *
 * @param sorts the sort orders that apply to the request
 * @param groupings how hits are listed
 * @param sizes the page sizes, ascending
 */
public record DisplayOptions(List<Option> sorts, List<Option> groupings, List<Option> sizes) {
    private static final Set<Integer> SIZES = Set.of(10, 20, 50, 100);

    public DisplayOptions {
        sorts = List.copyOf(sorts);
        groupings = List.copyOf(groupings);
        sizes = List.copyOf(sizes);
    }

    static DisplayOptions of(SearchRequest request) {
        return new DisplayOptions(
                sorts(request),
                Stream.of(HitLayout.values())
                        .map(layout -> new Option(layout.id(), layout.label(), layout == request.layout()))
                        .toList(),
                sizes(request));
    }

    private static List<Option> sorts(SearchRequest request) {
        return Stream.of(SortOrder.values())
                .filter(sort ->
                        sort != SortOrder.REGION_SIMILARITY || request.filters().comparison() != null)
                .map(sort -> new Option(sort.id(), sort.label(), sort == request.sort()))
                .toList();
    }

    /** Returns the default sizes and the size of the request, which a URL may set to any value. */
    private static List<Option> sizes(SearchRequest request) {
        return Stream.concat(SIZES.stream(), Stream.of(request.size()))
                .distinct()
                .sorted()
                .map(size -> new Option(Integer.toString(size), size + "件ずつ", size == request.size()))
                .toList();
    }
}
