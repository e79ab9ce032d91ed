package jirei.web.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import jirei.cases.Prefecture;
import jirei.query.Facet;
import jirei.search.FacetCount;
import jirei.search.HitCount;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The 47 prefectures as tiles that lie as on a map of Japan, each a way to what it holds.
 *
 * @param tiles the tiles in the order of JIS X 0401
 */
public record PrefectureTileMap(List<Tile> tiles) {
    private static final int SHADES = 3;

    public PrefectureTileMap {
        tiles = List.copyOf(tiles);
    }

    /**
     * A prefecture.
     *
     * @param id the id of its link
     * @param style where it lies and how dark it is, as style sheets know it
     * @param name its short name, as in 長野
     * @param ending what its full name adds, as in 県; empty for 北海道
     * @param count how much it holds, as a number
     * @param spoken its full name and how much it holds, in words
     * @param url the search with it, or without it where it is chosen; null where it holds nothing
     * @param selected whether it is chosen
     */
    public record Tile(
            String id,
            String style,
            String name,
            String ending,
            String count,
            String spoken,
            @Nullable String url,
            boolean selected) {
        /** What {@code aria-current} says; null where it isn't chosen. */
        public @Nullable String currentToken() {
            return selected ? "true" : null;
        }
    }

    /** How many cases each prefecture has, each a way into a new search. */
    static PrefectureTileMap ofCases(List<FacetCount> labels) {
        return of(toggling(SearchState.NOTHING), labels, HitCount::cases, "事例");
    }

    /** How many sections of {@code search} each prefecture has; a tile adds it to the search or takes it back. */
    public static PrefectureTileMap ofSections(SearchState search, List<FacetCount> labels) {
        return of(toggling(search), labels, HitCount::sections, "件");
    }

    /** How many cases of {@code search} each prefecture has; a tile leads to the search with just it chosen. */
    public static PrefectureTileMap ofChoices(SearchState search, List<FacetCount> labels) {
        Step choosing = (name, selected) -> search.choosing(Facet.PREFECTURE, name);
        return of(new Way(choosing, "（選択中）"), labels, HitCount::cases, "事例");
    }

    private static Way toggling(SearchState search) {
        Step toggling = (name, selected) ->
                selected ? search.without(Facet.PREFECTURE, name) : search.with(Facet.PREFECTURE, name);
        return new Way(toggling, "（選択中。押すと解除します）");
    }

    /** Where a tile leads, and what is said of a chosen one. */
    private record Way(Step step, String chosen) {}

    /** The search behind the tile of a prefecture that is chosen or isn't. */
    @FunctionalInterface
    private interface Step {
        SearchState of(String prefecture, boolean selected);
    }

    private static PrefectureTileMap of(
            Way way, List<FacetCount> labels, ToLongFunction<HitCount> counted, String unit) {
        Map<String, FacetCount> byName = new HashMap<>();
        labels.forEach(label -> byName.put(label.value(), label));
        long limit = labels.stream()
                .mapToLong(label -> counted.applyAsLong(label.count()))
                .max()
                .orElse(0);
        return new PrefectureTileMap(Stream.of(Prefecture.values())
                .map(prefecture -> {
                    FacetCount label = byName.get(prefecture.fullName());
                    long count = label == null ? 0 : counted.applyAsLong(label.count());
                    return tile(way, prefecture, count, label != null && label.selected(), shade(count, limit), unit);
                })
                .toList());
    }

    private static Tile tile(Way way, Prefecture prefecture, long count, boolean selected, int shade, String unit) {
        String full = prefecture.fullName();
        String place = prefecture.name().toLowerCase(Locale.ROOT);
        String ending = prefecture == Prefecture.HOKKAIDO ? "" : full.substring(full.length() - 1);
        return new Tile(
                "_map-" + place,
                "at-" + place + " shade-" + shade,
                full.substring(0, full.length() - ending.length()),
                ending,
                Wording.grouped(count),
                full + " " + Wording.grouped(count) + unit + (selected ? way.chosen() : ""),
                count > 0 || selected ? way.step().of(full, selected).url() : null,
                selected);
    }

    /** From 0 for nothing to {@value #SHADES} for the most. */
    private static int shade(long count, long limit) {
        return count == 0 ? 0 : (int) ((count * SHADES + limit - 1) / limit);
    }
}
