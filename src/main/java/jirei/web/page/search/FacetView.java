package jirei.web.page.search;

import java.util.List;
import java.util.stream.Stream;
import jirei.cases.OwnFacet;
import jirei.query.Facet;
import jirei.query.FacetScheme;
import jirei.search.FacetCount;
import jirei.web.page.Wording;
import org.jspecify.annotations.Nullable;

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
    /** Fewer values take hardly more room than the line that would open them. */
    private static final int MIN_HIDDEN = 4;

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
     * @param below the values below it; null if they are not shown
     */
    public record Choice(
            String inputId,
            String value,
            String label,
            String count,
            String countText,
            boolean checked,
            boolean excluded,
            @Nullable FacetView below) {
        /** The id of the check box that excludes the value. */
        public String excludeId() {
            return "_not" + inputId;
        }
    }

    /** Returns {@code facet} with its counts, in their order, those of lower levels inside those that contain them. */
    static FacetView ofTree(Facet facet, List<FacetCount> labels, FacetScheme scheme) {
        return ofChoices(facet, level(facet, labels, scheme, List.of()));
    }

    /** Returns the values directly inside the last of {@code above}. */
    private static List<Choice> level(Facet facet, List<FacetCount> labels, FacetScheme scheme, List<String> above) {
        return labels.stream()
                .filter(label -> facet.valuesAbove(label.value()).equals(above))
                .map(label -> choice(facet, label, scheme, below(facet, label, labels, scheme)))
                .toList();
    }

    /** Values inside {@code value} are shown once there is a choice in it. */
    private static @Nullable FacetView below(
            Facet facet, FacetCount value, List<FacetCount> labels, FacetScheme scheme) {
        List<FacetCount> inside = labels.stream()
                .filter(label -> facet.valuesAbove(label.value()).contains(value.value()))
                .toList();
        boolean isOpen = value.selected() || inside.stream().anyMatch(label -> label.selected() || label.excluded());
        if (!isOpen || inside.isEmpty()) {
            return null;
        }
        List<String> above = Stream.concat(facet.valuesAbove(value.value()).stream(), Stream.of(value.value()))
                .toList();
        return ofChoices(facet, level(facet, inside, scheme, above));
    }

    /** Returns {@code facet} with its counts, in their order, and the labels of {@code scheme}. */
    static FacetView of(Facet facet, List<FacetCount> labels, FacetScheme scheme) {
        return ofChoices(
                facet,
                labels.stream().map(label -> choice(facet, label, scheme, null)).toList());
    }

    /**
     * Returns the prefectures with their municipalities.
     *
     * @param municipalities those of the prefectures in which there is a choice
     */
    static FacetView ofPlaces(List<FacetCount> prefectures, List<FacetCount> municipalities, FacetScheme scheme) {
        return ofChoices(
                Facet.PREFECTURE,
                prefectures.stream()
                        .map(prefecture ->
                                choice(Facet.PREFECTURE, prefecture, scheme, below(prefecture, municipalities, scheme)))
                        .toList());
    }

    private static @Nullable FacetView below(
            FacetCount prefecture, List<FacetCount> municipalities, FacetScheme scheme) {
        List<FacetCount> inside = municipalities.stream()
                .filter(municipality ->
                        Facet.MUNICIPALITY.valuesAbove(municipality.value()).contains(prefecture.value()))
                .toList();
        boolean isOpen = prefecture.selected()
                || inside.stream().anyMatch(municipality -> municipality.selected() || municipality.excluded());
        return isOpen && !inside.isEmpty() ? of(Facet.MUNICIPALITY, inside, scheme) : null;
    }

    private static FacetView ofChoices(Facet facet, List<Choice> choices) {
        int cut = choices.size() < MAX_INITIAL + MIN_HIDDEN ? choices.size() : MAX_INITIAL;
        List<Choice> rest = choices.subList(cut, choices.size());
        return new FacetView(
                facet.id(),
                facet.label(),
                choices.subList(0, cut),
                rest,
                "すべて表示（ほか" + rest.size() + "）",
                rest.stream().anyMatch(choice -> choice.checked() || choice.excluded() || choice.below() != null));
    }

    /** The length of what separates a value from the one that contains it. */
    private static int separator(Facet facet) {
        return facet instanceof Facet.Own ? OwnFacet.SEPARATOR.length() : 0;
    }

    private static Choice choice(Facet facet, FacetCount label, FacetScheme scheme, @Nullable FacetView below) {
        List<String> above = facet.valuesAbove(label.value());
        return new Choice(
                "_" + facet.id() + "-" + label.value(),
                label.value(),
                scheme.valueLabel(facet, label.value())
                        .substring(above.isEmpty() ? 0 : above.getLast().length() + separator(facet)),
                Wording.grouped(label.count().sections()),
                Wording.count(label.count()),
                label.selected(),
                label.excluded(),
                below);
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

    /** Whether its value is text that was read by OCR, which is excluded more often than selected. */
    public boolean isRecognition() {
        return id.equals(Facet.RECOGNITION.id());
    }

    /** Whether there are values that are not always visible. */
    public boolean isLong() {
        return !rest.isEmpty();
    }
}
