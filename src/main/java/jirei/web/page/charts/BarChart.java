package jirei.web.page.charts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.cases.Theme;
import jirei.query.Facet;
import jirei.search.FacetCount;
import jirei.search.HitCount;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * How much of a search each value of a facet has, as bars in a table.
 *
 * @param id the facet's name
 * @param title what is counted by, as in 主体
 * @param note what must be known to read it; may be empty
 * @param bars the values, in their order
 */
public record BarChart(String id, String title, String note, List<Bar> bars) {
    /** The longest bar. */
    private static final int FULL = 100;
    /** So many years stand in an unbroken row; where they span more, empty ones are left out. */
    private static final int MAX_YEARS = 40;
    /** Anything can be asked for as a year. */
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    public BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * A value.
     *
     * @param label how it is called
     * @param url the search with just it chosen; null where nothing would be found
     * @param cases how many cases, as a number
     * @param casesLength how long that is, to 100
     * @param sections how many sections, as a number
     * @param sectionsLength how long that is, to 100
     * @param remark whether it is chosen or excluded, in words; empty where it is neither
     */
    public record Bar(
            String label,
            @Nullable String url,
            String cases,
            int casesLength,
            String sections,
            int sectionsLength,
            String remark) {}

    static BarChart of(Facet facet, SearchState search, List<FacetCount> labels) {
        List<FacetCount> shown = shown(facet, labels);
        long mostCases =
                shown.stream().mapToLong(label -> label.count().cases()).max().orElse(0);
        long mostSections = shown.stream()
                .mapToLong(label -> label.count().sections())
                .max()
                .orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (FacetCount label : shown) {
            HitCount count = label.count();
            bars.add(new Bar(
                    facet.valueLabel(label.value()),
                    count.sections() == 0
                            ? null
                            : search.choosing(facet, label.value()).url(),
                    Wording.grouped(count.cases()),
                    length(count.cases(), mostCases),
                    Wording.grouped(count.sections()),
                    length(count.sections(), mostSections),
                    remark(label)));
        }
        return new BarChart(facet.id(), facet.label(), note(facet), bars);
    }

    /** What is found is seen, however little it is. */
    private static int length(long count, long limit) {
        return count == 0 ? 0 : Math.max(1, (int) (FULL * count / limit));
    }

    private static String remark(FacetCount label) {
        if (label.selected()) {
            return "選択中";
        }
        return label.excluded() ? "除外中" : "";
    }

    private static String note(Facet facet) {
        return switch (facet) {
            case ACTOR, THEME -> "一つの記述に" + facet.label() + "がいくつもあることがあります。";
            case PREFECTURE, KIND, YEAR -> "";
        };
    }

    /** All themes and years between the first and the last, though they have nothing: that is worth seeing. */
    private static List<FacetCount> shown(Facet facet, List<FacetCount> labels) {
        Map<String, FacetCount> known = new HashMap<>();
        labels.forEach(label -> known.put(label.value(), label));
        return switch (facet) {
            case THEME ->
                Stream.of(Theme.values())
                        .map(theme -> known.getOrDefault(theme.letter(), nothing(theme.letter())))
                        .toList();
            case YEAR -> years(labels);
            case PREFECTURE, ACTOR, KIND -> labels;
        };
    }

    private static List<FacetCount> years(List<FacetCount> labels) {
        var years = new TreeMap<Integer, FacetCount>();
        if (!labels.stream().allMatch(label -> YEAR.matcher(label.value()).matches())) {
            return labels;
        }
        labels.forEach(label -> years.put(Integer.valueOf(label.value()), label));
        if (!years.isEmpty() && years.lastKey() - years.firstKey() < MAX_YEARS) {
            for (int year = years.firstKey(); year < years.lastKey(); year++) {
                years.putIfAbsent(year, nothing(Integer.toString(year)));
            }
        }
        return List.copyOf(years.values());
    }

    private static FacetCount nothing(String value) {
        return new FacetCount(value, HitCount.NONE, false);
    }

    /** The id of its heading. */
    public String headingId() {
        return "_by-" + id;
    }
}
