package jirei.web.page.library;

import java.util.List;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.cases.Theme;
import jirei.web.page.Frame;

/**
 * A case that is not published. Immutable.
 *
 * @param frame the frame of the page
 * @param caseStudy the case
 * @param sections its sections
 */
public record PreviewPage(Frame frame, CaseStudy caseStudy, List<Section> sections) {
    /** Where and when: prefecture, place and year. */
    public String where() {
        String prefecture =
                caseStudy.prefecture() == null ? "" : caseStudy.prefecture().fullName() + " ";
        String year = caseStudy.year() == null ? "" : "（" + caseStudy.year() + "年度）";
        return prefecture + caseStudy.place() + year;
    }

    /** The actors and themes of {@code section}. */
    public String labels(Section section) {
        String actors =
                String.join("、", section.actors().stream().map(Actor::name).toList());
        String themes =
                String.join("、", section.themes().stream().map(Theme::title).toList());
        return actors + (actors.isEmpty() || themes.isEmpty() ? "" : "／") + themes;
    }
}
