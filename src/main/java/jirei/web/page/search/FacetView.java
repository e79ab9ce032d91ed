package jirei.web.page.search;

import java.util.ArrayList;
import java.util.List;
import jirei.query.Facet;
import jirei.search.FacetCount;
import jirei.web.page.Wording;

/**
 * A facet as check boxes. Immutable.
 *
 * @param id the parameter name of the check boxes
 * @param label the name of the facet
 * @param initial the values that are always visible
 * @param rest the values behind {@code moreLabel}
 * @param moreLabel the label that opens the rest
 * @param restOpen whether the rest is open, because a value in it is selected or excluded
 */
public record FacetView(
        String id, String label, List<Choice> initial, List<Choice> rest, String moreLabel, boolean restOpen) {
    /** Enough for all section kinds and all themes; longer lists are cut. */
    private static final int MAX_INITIAL = 8;

    public FacetView {
        initial = List.copyOf(initial);
        rest = List.copyOf(rest);
    }

    /**
     * A facet value. Immutable.
     *
     * @param inputId the id of the check box
     * @param value the parameter value
     * @param label the label of the value
     * @param count the number of sections
     * @param countText sections and cases in words
     * @param checked whether the value is selected
     * @param excluded whether the value is excluded
     */
    public record Choice(
            String inputId,
            String value,
            String label,
            String count,
            String countText,
            boolean checked,
            boolean excluded) {
        /** The id of the check box that excludes the value. */
        public String excludeId() {
            return "_not" + inputId;
        }
    }

    /** Returns {@code facet} with its counts, in their order. */
    static FacetView of(Facet facet, List<FacetCount> labels) {
        List<Choice> choices = new ArrayList<>();
        for (FacetCount label : labels) {
            choices.add(choice(facet, label));
        }
        // a single remaining value takes no more room than the line that would open it
        int cut = choices.size() <= MAX_INITIAL + 1 ? choices.size() : MAX_INITIAL;
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

    /** The parameter name of the check boxes that exclude values. */
    public String excludeName() {
        return "not." + id;
    }

    /** The id of the box in which the reader searches for a value. */
    public String searchBoxId() {
        return "_find-" + id;
    }

    /** The id of the element with the rest. */
    public String moreId() {
        return "_more-" + id;
    }

    /** Whether there are values that are not always visible. */
    public boolean isLong() {
        return !rest.isEmpty();
    }
}
