package jirei.web.page.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.cases.CaseStudy;
import jirei.cases.Municipality;
import jirei.cases.OwnFacet;
import jirei.cases.Pages;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.library.editing.CaseComparison;
import jirei.library.editing.CaseForm;
import jirei.library.editing.CaseFormReader;
import jirei.library.editing.FieldLabels;
import jirei.library.editing.SectionForm;
import jirei.web.page.Frame;
import jirei.web.request.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * The form of a case. Immutable.
 *
 * @param frame the frame of the page
 * @param form what was typed
 * @param documentId the document from which the case was read; empty if the library does not have it
 * @param hasPages whether the pages of that document can be shown beside the form
 * @param isPublished whether searches find the case
 * @param hasOwnFile whether the case is a file of its own, which can be withdrawn
 * @param message what was just done, or which draft is shown; empty for nothing
 * @param draft the version of the draft of which a change starts; empty if there is none, so that nothing unsaved is shown
 * @param hasNewerDraft whether that draft is of another window, and not what is shown
 * @param faults the faults by place, see {@link CaseFormReader.Fault}
 * @param conflict what differs from the version that the case has by now; empty if it did not change
 * @param conflictBy who made that version, a sentence in Japanese
 * @param actors the names of the actors of the lexicon
 * @param themes the themes of the lexicon
 * @param facets the facets that the corpus declares
 * @param parsed the case in the form; null if it is invalid
 */
public record EditPage(
        Frame frame,
        CaseForm form,
        String documentId,
        boolean hasPages,
        boolean isPublished,
        boolean hasOwnFile,
        String message,
        String draft,
        boolean hasNewerDraft,
        Map<String, List<String>> faults,
        List<CaseComparison.Row> conflict,
        String conflictBy,
        List<String> actors,
        List<Theme> themes,
        List<OwnFacet> facets,
        @Nullable CaseStudy parsed) {
    /**
     * A field of the case or of a section. Immutable.
     *
     * @param place the place of its faults, see {@link CaseFormReader.Fault}
     * @param name the name in the form
     * @param label the label
     * @param value the text
     * @param faults what is wrong with it
     */
    public record Field(String place, String name, String label, String value, List<String> faults) {
        /** The id of the element that describes the faults. */
        public String faultId() {
            return "_fault-" + place.replace('.', '-');
        }
    }

    /**
     * A fault in the list of all. Immutable.
     *
     * @param target the id of the element to be corrected; empty if it is the whole form
     * @param label what has to be corrected, in Japanese; empty if it is the whole form
     * @param problem the sentence
     */
    public record FaultRow(String target, String label, String problem) {}

    /**
     * A section of the form. Immutable.
     *
     * @param at the position from 0
     * @param form what was typed
     * @param faults the faults by their place
     * @param preview the actors and themes with which the section is found; empty if the form is invalid
     */
    public record SectionView(int at, SectionForm form, Map<String, List<String>> faults, String preview) {
        /** The number for people. */
        public int number() {
            return at + 1;
        }

        /** The prefix of the names of the section's fields. */
        public String prefix() {
            return "s" + at + ".";
        }

        /** The place of the faults of the section as a whole. */
        public String place() {
            return "sections." + at;
        }

        /** The field {@code name}, see {@link FieldLabels#ofSection}. */
        public Field field(String name) {
            String value =
                    switch (name) {
                        case "heading" -> form.heading();
                        case "text" -> form.text();
                        case "kind" -> form.kind();
                        case "actors" -> form.actors();
                        case "themes" -> form.themes();
                        case "pages" -> form.pages();
                        case "ocrConfidence" -> form.ocrConfidence();
                        default -> form.facets().getOrDefault(name.substring(CaseForm.FACET_PREFIX.length()), "");
                    };
            String ofField = place() + "." + name;
            return new Field(
                    ofField,
                    prefix() + name,
                    FieldLabels.ofSection(name),
                    value,
                    faults.getOrDefault(ofField, List.of()));
        }

        /** The field with the values of {@code facet}. */
        public Field field(OwnFacet facet) {
            Field field = field(CaseForm.FACET_PREFIX + facet.name());
            return new Field(field.place(), field.name(), facet.label(), field.value(), field.faults());
        }

        /** The faults of the section as a whole. */
        public List<String> ownFaults() {
            return faults.getOrDefault(place(), List.of());
        }

        /** The first page of the original; 0 if unknown. */
        public int firstPage() {
            return Pages.of(form.pages()).map(Pages::first).orElse(0);
        }
    }

    /** An entry of a selection. Immutable. */
    public record Choice(String value, String label) {}

    /** Groups faults by their place; what a form does not show, such as the parent of a section, is the whole section. */
    public static Map<String, List<String>> byPlace(List<CaseFormReader.Fault> faults) {
        Map<String, List<String>> byPlace = new LinkedHashMap<>();
        faults.forEach(fault -> byPlace.computeIfAbsent(
                        fault.place().replaceFirst("^(sections\\.\\d+)\\.parent$", "$1"), place -> new ArrayList<>())
                .add(fault.problem()));
        return byPlace;
    }

    /** Returns the page's frame for a case with {@code title}. */
    public static Frame frame(String title, Frame.AssetUrls assets) {
        return new Frame(title + "を直す", SearchState.EMPTY, assets, Frame.Form.AT_HEAD);
    }

    /** Whether there is a draft, which is not saved. */
    public boolean hasDraft() {
        return !draft.isEmpty();
    }

    /** The title as typed, or the id. */
    public String title() {
        return form.field("title").isBlank() ? form.id() : form.field("title");
    }

    /** Where the form sends that the case is published or withdrawn. */
    public String publishing() {
        String what = isPublished ? "/withdraw" : "/publish";
        return documentId.isEmpty() ? "/library/cases/" + form.id() + what : "/library/documents/" + documentId + what;
    }

    /** The field {@code name}. */
    public Field field(String name) {
        return new Field(name, name, FieldLabels.of(name), form.field(name), faults.getOrDefault(name, List.of()));
    }

    /** The field with the values of {@code facet}. */
    public Field field(OwnFacet facet) {
        Field field = field(CaseForm.FACET_PREFIX + facet.name());
        return new Field(field.place(), field.name(), facet.label(), field.value(), field.faults());
    }

    /** The figures: each value with its basis. */
    public List<List<Field>> figures() {
        return Arrays.stream(RegionFigure.values())
                .map(figure -> List.of(field("region." + figure.id()), field("region.basis." + figure.id())))
                .toList();
    }

    /** The sections. */
    public List<SectionView> sections() {
        List<SectionView> views = new ArrayList<>();
        for (int at = 0; at < form.sections().size(); at++) {
            views.add(new SectionView(at, form.sections().get(at), faults, preview(at)));
        }
        return views;
    }

    private String preview(int at) {
        return parsed == null
                ? ""
                : preview(form.sections().get(at), parsed.sections().get(at));
    }

    /** The actors and themes with which {@code section} is found, and whether a person or the rules chose them. */
    public static String preview(SectionForm typed, Section section) {
        String actors = String.join(
                "、", section.actors().stream().map(actor -> actor.name()).toList());
        String themes =
                String.join("、", section.themes().stream().map(Theme::label).toList());
        return "主体: " + (actors.isEmpty() ? "なし" : actors) + by(typed.actors()) + "　テーマ: "
                + (themes.isEmpty() ? "なし" : themes) + by(typed.themes());
    }

    private static String by(String typed) {
        return typed.isBlank() ? "（自動）" : "（手で指定）";
    }

    /** All faults in the order of the form, with links to the fields. */
    public List<FaultRow> faultRows() {
        List<FaultRow> rows = new ArrayList<>();
        faults.keySet().stream()
                .sorted(Comparator.comparingInt(EditPage::position))
                .forEach(place ->
                        faults.getOrDefault(place, List.of()).forEach(problem -> rows.add(row(place, problem))));
        return rows;
    }

    private static int position(String place) {
        return place.startsWith("sections.")
                ? CaseForm.FIELDS.size() + Integer.parseInt(place.split("\\.", 3)[1])
                : CaseForm.FIELDS.indexOf(place.startsWith(CaseForm.FACET_PREFIX) ? "collection" : place);
    }

    private static FaultRow row(String place, String problem) {
        String[] parts = place.split("\\.", 3);
        if (!parts[0].equals("sections")) {
            return CaseForm.isField(place)
                    ? new FaultRow("_f-" + place, FieldLabels.of(place), problem)
                    : new FaultRow("", "", problem);
        }
        String section = "節" + (Integer.parseInt(parts[1]) + 1);
        return parts.length < 3
                ? new FaultRow("_s" + parts[1], section, problem)
                : new FaultRow(
                        "_f-s" + parts[1] + "." + parts[2], section + "の" + FieldLabels.ofSection(parts[2]), problem);
    }

    /** Whether a field whose name starts with {@code prefix} has a fault, so that it has to be seen. */
    public boolean hasFaults(String prefix) {
        return faults.keySet().stream().anyMatch(place -> place.startsWith(prefix));
    }

    /** The number of faults. */
    public int faultCount() {
        return faults.values().stream().mapToInt(List::size).sum();
    }

    /** The prefectures to choose from. */
    public List<String> prefectures() {
        return Arrays.stream(Prefecture.values()).map(Prefecture::fullName).toList();
    }

    /** The municipalities of the prefecture, as candidates for the place; of all prefectures if none is chosen. */
    public List<String> places() {
        String prefecture = form.field("prefecture");
        return Municipality.all().stream()
                .filter(one ->
                        prefecture.isEmpty() || one.prefecture().fullName().equals(prefecture))
                .map(Municipality::name)
                .distinct()
                .toList();
    }

    /** The kinds to choose from. */
    public List<Choice> kinds() {
        return Arrays.stream(SectionKind.values())
                .map(kind -> new Choice(kind.id(), kind.label()))
                .toList();
    }
}
