package jirei.web.page.reader;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.Citation;
import jirei.search.HighlightedCase;
import jirei.search.HighlightedCase.HighlightedSection;
import jirei.web.page.Frame;
import jirei.web.page.reader.CasePage.RegionView;
import jirei.web.page.region.RegionRanking;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;

/**
 * A case that is not published, as {@link CasePage} will show it. Immutable.
 *
 * @param frame the frame of the page
 * @param header the title of the case and where it comes from
 * @param region the figures of its region, not ranked
 * @param body the text of the case
 * @param source where the case was published
 * @param editUrl the URL of the form in which editors change the case
 */
public record CasePreview(
        Frame frame,
        CasePage.Header header,
        RegionView region,
        CasePage.Body body,
        CasePage.SourceView source,
        String editUrl) {
    /**
     * Returns the preview of a case.
     *
     * @param requested the part of the case
     * @param today the date of access in the citation
     */
    public static CasePreview of(
            CaseStudy caseStudy, SearchParameters.CaseSearch requested, LocalDate today, Frame.AssetUrls assets) {
        var unmarked = new HighlightedCase(
                caseStudy,
                List.of(),
                caseStudy.sections().stream()
                        .map(section -> new HighlightedSection(
                                section,
                                List.of(),
                                Collections.nCopies(section.paragraphs().size(), List.of())))
                        .toList(),
                true);
        RegionView region = RegionView.of(caseStudy.region(), RegionRanking.over(List.of()));
        return new CasePreview(
                new Frame(caseStudy.title() + "（未公開）", SearchState.EMPTY, assets, Frame.Form.AT_HEAD),
                CasePage.Header.of(unmarked),
                region,
                new CaseSections(unmarked, requested, false, false).body(region),
                CasePage.SourceView.of(
                        caseStudy.source(), Citation.of(caseStudy, today).sist02()),
                "/cases/" + caseStudy.id() + "/edit");
    }
}
