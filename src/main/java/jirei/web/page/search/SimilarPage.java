package jirei.web.page.search;

import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.search.SimilarSection;
import jirei.web.page.Frame;
import jirei.web.page.Link;
import jirei.web.page.Wording;
import jirei.web.request.SearchState;

/**
 * The sections of other cases that are similar to one section. Immutable.
 *
 * @param frame the frame of the page
 * @param back the link back to the section
 * @param name the name of the section
 * @param location prefecture and place of its case; may be empty
 * @param hits the sections, most similar first
 */
public record SimilarPage(Frame frame, Link back, String name, String location, List<HitView> hits) {
    public SimilarPage {
        hits = List.copyOf(hits);
    }

    /**
     * Returns the page for {@code section} of {@code caseStudy}.
     *
     * @param similar the similar sections, most similar first
     * @param search the search that all links keep
     */
    public static SimilarPage of(
            CaseStudy caseStudy,
            Section section,
            List<SimilarSection> similar,
            SearchState search,
            Frame.AssetUrls assets) {
        String name = section.heading().isEmpty() ? section.kind().label() : section.heading();
        return new SimilarPage(
                new Frame(
                        "「" + name + "」に似た記述",
                        SearchState.of(search.request().query().text()),
                        assets,
                        Frame.Form.AT_HEAD),
                new Link("もとの記述に戻る", search.sectionUrl(caseStudy.id(), section.id())),
                name,
                Wording.location(caseStudy.prefecture(), caseStudy.place()),
                HitView.similar(similar, search));
    }

    /** Whether there are no similar sections. */
    public boolean isEmpty() {
        return hits.isEmpty();
    }
}
