package jirei.web.page.search;

import java.util.ArrayList;
import java.util.List;
import jirei.query.Facet;
import jirei.search.FacetCount;
import jirei.web.page.Wording;

/**
 * A facet as check boxes.
 *
 * @param id the name of the boxes
 * @param label what the facet is called
 * @param first the values that are always seen
 * @param rest the values behind {@code more}
 * @param more what opens the rest
 * @param restOpen whether the rest is open from the start, because something in it is chosen
 */
public record FacetView(String id, String label, List<Choice> first, List<Choice> rest, String more, boolean restOpen) {
    /** As many as all kinds and all themes have; longer lists are cut. */
    private static final int ALWAYS_SEEN = 8;

    public FacetView {
        first = List.copyOf(first);
        rest = List.copyOf(rest);
    }

    /**
     * A value.
     *
     * @param inputId the id of its box
     * @param value what it adds to the URL
     * @param label how it is called
     * @param count how many sections it has, as a number
     * @param spoken sections and cases in words
     * @param checked whether it is chosen
     * @param excluded whether it is excluded
     */
    public record Choice(
            String inputId,
            String value,
            String label,
            String count,
            String spoken,
            boolean checked,
            boolean excluded) {
        /** The id of the box that excludes it. */
        public String notId() {
            return "_not" + inputId;
        }
    }

    /** {@code facet} with {@code labels}, in their order. */
    static FacetView of(Facet facet, List<FacetCount> labels) {
        List<Choice> choices = new ArrayList<>();
        for (FacetCount label : labels) {
            choices.add(choice(facet, label));
        }
        // one value more takes the place of the line that would open it
        int cut = choices.size() <= ALWAYS_SEEN + 1 ? choices.size() : ALWAYS_SEEN;
        List<Choice> rest = choices.subList(cut, choices.size());
        return new FacetView(
                facet.id(),
                facet.label(),
                choices.subList(0, cut),
                rest,
                "すべて表示（ほか" + rest.size() + "）",
                rest.stream().anyMatch(choice -> choice.checked() || choice.excluded()));
    }

    private static Choice choice(Facet facet, FacetCount label) {
        return new Choice(
                "_" + facet.id() + "-" + label.value(),
                label.value(),
                facet.valueLabel(label.value()),
                Wording.grouped(label.count().sections()),
                Wording.count(label.count()),
                label.selected(),
                label.excluded());
    }

    /** The name of the boxes that exclude. */
    public String notName() {
        return "not." + id;
    }

    /** The id of the box in which a value is looked for. */
    public String findId() {
        return "_find-" + id;
    }

    /** The id of what holds the rest. */
    public String moreId() {
        return "_more-" + id;
    }

    /** Whether there is more than what is always seen. */
    public boolean isLong() {
        return !rest.isEmpty();
    }
}
