package jirei.web.page.library;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The actors, the themes and the values of the facets that the corpus declares, of {@code section}. */
    public String labels(Section section) {
        Stream<String> names = Stream.of(
                String.join("、", section.actors().stream().map(Actor::name).toList()),
                String.join("、", section.themes().stream().map(Theme::title).toList()));
        Stream<String> values = caseStudy.withFacetsOfCase(section).facets().values().entrySet().stream()
                .filter(facet -> !facet.getValue().isEmpty())
                .map(facet -> facet.getKey().label() + " " + String.join("、", facet.getValue()));
        return Stream.concat(names, values).filter(text -> !text.isEmpty()).collect(Collectors.joining("／"));
    }
}
