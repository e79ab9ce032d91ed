package jirei.web.page;

import java.util.List;
import jirei.cases.Actor;
import jirei.cases.Section;
import jirei.cases.Theme;

/**
 * Kind, actors and themes of a section as labels. Immutable.
 *
 * @param kind the kind in words
 * @param kindId the id of the kind, used in CSS classes
 * @param actors the names of the actors, in the order of the section
 * @param themes the themes as letter and title, in the order of the section
 * @param recognition that its text was read by OCR, with the confidence in words; empty for other sections
 */
public record SectionLabels(String kind, String kindId, List<String> actors, List<String> themes, String recognition) {
    public SectionLabels {
        actors = List.copyOf(actors);
        themes = List.copyOf(themes);
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
                section.ocrConfidence() == null ? "" : "機械読み取り（確からしさ " + section.ocrConfidence() + "%）");
    }
}
