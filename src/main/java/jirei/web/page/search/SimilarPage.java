package jirei.web.page.search;

import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.search.Hit;
import jirei.web.page.Frame;
import jirei.web.page.Link;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;

/**
 * The sections of other cases that are like one section.
 *
 * @param frame what stands around it
 * @param back the way back to the section
 * @param name what the section is called
 * @param where prefecture and place of its case; may be empty
 * @param hits the sections, the most alike first
 */
public record SimilarPage(Frame frame, Link back, String name, String where, List<HitView> hits) {
    public SimilarPage {
        hits = List.copyOf(hits);
    }

    /** The page for {@code section} of {@code caseStudy}, to which {@code similar} are alike; links keep {@code search}. */
    public static SimilarPage of(
            CaseStudy caseStudy, Section section, List<Hit> similar, SearchState search, Frame.AssetUrls assets) {
        String name = section.heading().isEmpty() ? section.kind().label() : section.heading();
        return new SimilarPage(
                new Frame("「" + name + "」に似た記述", SearchState.of(search.request().query()), assets, Frame.Form.AT_HEAD),
                new Link("もとの記述にもどる", search.sectionUrl(caseStudy.id(), section.id())),
                name,
                Wording.where(caseStudy.prefecture(), caseStudy.place()),
                HitView.all(similar, search));
    }

    /** Whether no section is alike. */
    public boolean isEmpty() {
        return hits.isEmpty();
    }
}
