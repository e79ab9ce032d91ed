package jirei.web.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import jirei.cases.Prefecture;
import jirei.query.Facet;
import jirei.search.FacetCount;
import jirei.search.HitCount;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The 47 prefectures as a tile map of Japan. Immutable.
 *
 * @param tiles the tiles in the order of JIS X 0401
 */
public record PrefectureTileMap(List<Tile> tiles) {
    private static final int SHADES = 3;

    public PrefectureTileMap {
        tiles = List.copyOf(tiles);
    }

    /**
     * A prefecture. Immutable.
     *
     * @param id the id of the link
     * @param cssClasses the CSS classes for position and shade
     * @param name the short name, such as 長野
     * @param suffix the rest of the full name, such as 県; empty for 北海道
     * @param count the count as a number
     * @param note the unit of the count and, if the prefecture is selected, that it is; read aloud after the count
     * @param url the URL of the search with the prefecture, or without it if it is selected; null if it has no hits
     * @param selected whether the prefecture is selected
     */
    public record Tile(
            String id,
            String cssClasses,
            String name,
            String suffix,
            String count,
            String note,
            @Nullable String url,
            boolean selected) {
        /** The value of {@code aria-current}; null if the prefecture is not selected. */
        public @Nullable String ariaCurrent() {
            return selected ? "true" : null;
        }
    }

    /** Returns the number of cases of each prefecture; a tile starts a new search. */
    static PrefectureTileMap ofCases(List<FacetCount> labels) {
        return of(toggleLinks(SearchState.EMPTY), labels, HitCount::cases, "事例");
    }

    /** Returns the number of hits of {@code search} in each prefecture; a tile adds the prefecture or removes it. */
    public static PrefectureTileMap ofSections(SearchState search, List<FacetCount> labels) {
        return of(toggleLinks(search), labels, HitCount::sections, "件");
    }

    /** Returns the number of cases of {@code search} in each prefecture; a tile selects only its prefecture. */
    public static PrefectureTileMap ofChoices(SearchState search, List<FacetCount> labels) {
        return of(
                new TileLinks((name, selected) -> search.withOnly(Facet.PREFECTURE, name), "（選択中）"),
                labels,
                HitCount::cases,
                "事例");
    }

    private static TileLinks toggleLinks(SearchState search) {
        return new TileLinks(
                (name, selected) ->
                        selected ? search.without(Facet.PREFECTURE, name) : search.with(Facet.PREFECTURE, name),
                "（選択中。押すと解除します）");
    }

    /** The link of a tile by full name and whether the prefecture is selected, and the label of a selected tile. */
    private record TileLinks(BiFunction<String, Boolean, SearchState> search, String selectedNote) {}

    private static PrefectureTileMap of(
            TileLinks links, List<FacetCount> labels, ToLongFunction<HitCount> counter, String unit) {
        Map<String, FacetCount> byName = new HashMap<>();
        labels.forEach(label -> byName.put(label.value(), label));
        long max = labels.stream()
                .mapToLong(label -> counter.applyAsLong(label.count()))
                .max()
                .orElse(0);
        return new PrefectureTileMap(Stream.of(Prefecture.values())
                .map(prefecture -> {
                    FacetCount label = byName.get(prefecture.fullName());
                    long count = label == null ? 0 : counter.applyAsLong(label.count());
                    return tile(links, prefecture, count, label != null && label.selected(), shade(count, max), unit);
                })
                .toList());
    }

    private static Tile tile(
            TileLinks links, Prefecture prefecture, long count, boolean selected, int shade, String unit) {
        String full = prefecture.fullName();
        String place = prefecture.name().toLowerCase(Locale.ROOT);
        String suffix = prefecture == Prefecture.HOKKAIDO ? "" : full.substring(full.length() - 1);
        return new Tile(
                "_map-" + place,
                "at-" + place + " shade-" + shade,
                full.substring(0, full.length() - suffix.length()),
                suffix,
                Wording.grouped(count),
                unit + (selected ? links.selectedNote() : ""),
                count > 0 || selected ? links.search().apply(full, selected).url() : null,
                selected);
    }

    /** Returns 0 for no hits, up to {@value #SHADES} for the most hits. */
    private static int shade(long count, long max) {
        return count == 0 ? 0 : (int) ((count * SHADES + max - 1) / max);
    }
}
