package jirei.web.page.charts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jirei.cases.OwnFacet;
import jirei.cases.Theme;
import jirei.query.Facet;
import jirei.query.FacetScheme;
import jirei.search.FacetCount;
import jirei.search.HitCount;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The counts of each value of a facet, as bars in a table. Immutable.
 *
 * @param id the facet id
 * @param title the name of the facet, such as 主体
 * @param note how to read the counts; may be empty
 * @param bars the values, in their order
 */
public record BarChart(String id, String title, String note, List<Bar> bars) {
    /** The length of the longest bar. */
    private static final int MAX_LENGTH = 100;
    /** Years without hits are filled in up to this span; over a longer span they are left out. */
    private static final int MAX_YEARS = 40;
    /** A URL may select any text as a year. */
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    public BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * A facet value. Immutable.
     *
     * @param label the label of the value
     * @param url the URL of the search with only this value selected; null if it has no hits
     * @param cases the number of cases
     * @param casesLength the length of its bar, 0 to 100
     * @param sections the number of sections
     * @param sectionsLength the length of its bar, 0 to 100
     * @param remark whether the value is selected or excluded, in words; empty if neither
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
        FacetScheme facets = search.request().query().facets();
        List<FacetCount> shown = shown(facet, labels, facets.themes());
        long maxCases =
                shown.stream().mapToLong(label -> label.count().cases()).max().orElse(0);
        long maxSections = shown.stream()
                .mapToLong(label -> label.count().sections())
                .max()
                .orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (FacetCount label : shown) {
            HitCount count = label.count();
            bars.add(new Bar(
                    facets.valueLabel(facet, label.value()),
                    count.sections() == 0
                            ? null
                            : search.withOnly(facet, label.value()).url(),
                    Wording.grouped(count.cases()),
                    length(count.cases(), maxCases),
                    Wording.grouped(count.sections()),
                    length(count.sections(), maxSections),
                    remark(label)));
        }
        return new BarChart(facet.id(), facet.label(), note(facet), bars);
    }

    /** Returns at least 1 for a value with hits, so that it is visible. */
    private static int length(long count, long max) {
        return count == 0 ? 0 : Math.max(1, (int) (MAX_LENGTH * count / max));
    }

    private static String remark(FacetCount label) {
        if (label.selected()) {
            return "選択中";
        }
        return label.excluded() ? "除外中" : "";
    }

    private static String note(Facet facet) {
        boolean isMultiple = facet instanceof Facet.Own(OwnFacet own)
                ? own.multiple()
                : facet == Facet.ACTOR || facet == Facet.THEME;
        return isMultiple ? "一つの記述に" + facet.label() + "がいくつもあることがあります。" : "";
    }

    /** Adds themes and years without hits: a gap is information too. */
    private static List<FacetCount> shown(Facet facet, List<FacetCount> labels, List<Theme> themes) {
        Map<String, FacetCount> known = new HashMap<>();
        labels.forEach(label -> known.put(label.value(), label));
        return switch (facet) {
            case Facet.Fixed.THEME ->
                themes.stream()
                        .map(theme -> known.getOrDefault(theme.id(), zero(theme.id())))
                        .toList();
            case Facet.Fixed.YEAR -> years(labels);
            default -> labels;
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
                years.putIfAbsent(year, zero(Integer.toString(year)));
            }
        }
        return List.copyOf(years.values());
    }

    private static FacetCount zero(String value) {
        return new FacetCount(value, HitCount.NONE, false);
    }

    /** The id of the heading. */
    public String headingId() {
        return "_by-" + id;
    }
}
