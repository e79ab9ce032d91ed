package jirei.web.page;

import java.util.List;
import jirei.cases.Actor;
import jirei.cases.OwnValues;
import jirei.cases.Section;
import jirei.cases.Theme;

/**
 * Kind, actors and themes of a section as labels. Immutable.
 *
 * @param kind the kind in words
 * @param kindId the id of the kind, used in CSS classes
 * @param actors the names of the actors, in the order of the section
 * @param themes the themes as letter and title, in the order of the section
 * @param own the values of the facets that the corpus declares
 * @param recognition that its text was read by OCR, with the confidence in words; empty for other sections
 */
public record SectionLabels(
        String kind, String kindId, List<String> actors, List<String> themes, List<Own> own, String recognition) {
    /** The values of a facet that the corpus declares. Immutable. */
    public record Own(String label, List<String> values) {
        public Own {
            values = List.copyOf(values);
        }

        /** Returns {@code values} in the order of their facets, those without a value left out. */
        public static List<Own> of(OwnValues values) {
            return values.values().entrySet().stream()
                    .filter(entry -> !entry.getValue().isEmpty())
                    .map(entry -> new Own(entry.getKey().label(), entry.getValue()))
                    .toList();
        }
    }

    public SectionLabels {
        actors = List.copyOf(actors);
        themes = List.copyOf(themes);
        own = List.copyOf(own);
    }

    /** Whether it has actors, themes or values of the facets that the corpus declares. */
    public boolean hasTags() {
        return !actors.isEmpty() || !themes.isEmpty() || !own.isEmpty();
    }

    /** Whether its text was read by OCR. */
    public boolean isRecognized() {
        return !recognition.isEmpty();
    }

    /** Returns the labels of {@code section}. */
    public static SectionLabels of(Section section) {
        return new SectionLabels(
                section.kind().label(),
                section.kind().id(),
                section.actors().stream().map(Actor::name).toList(),
                section.themes().stream().map(Theme::label).toList(),
                Own.of(section.facets()),
                section.ocrConfidence() == null ? "" : "機械読み取り（確からしさ " + section.ocrConfidence() + "%）");
    }
}
