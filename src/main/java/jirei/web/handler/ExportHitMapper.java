package jirei.web.handler;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.search.Hit;
import jirei.search.SearchEngine;
import jirei.search.Snippet;
import jirei.web.export.ExportedSection;
import jirei.web.page.MarkedText;
import jirei.web.page.SiteAddress;
import jirei.web.request.SearchState;

/** Maps hits to exported sections, which also need the fields of the case. Caches recently used cases. Thread-safe. */
final class ExportHitMapper {
    private static final int MAX_CACHED_CASES = 200;

    private final SearchEngine engine;
    private final SiteAddress address;
    private final LocalDate today;
    private final Cache<String, CaseStudy> cases = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED_CASES)
            .executor(Runnable::run)
            .build();

    /**
     * @param address the address of all links
     * @param today the date of access in citations
     */
    ExportHitMapper(SearchEngine engine, SiteAddress address, LocalDate today) {
        this.engine = engine;
        this.address = address;
        this.today = today;
    }

    List<ExportedSection> map(List<Hit> hits) throws IOException {
        List<ExportedSection> sections = new ArrayList<>();
        for (Hit hit : hits) {
            String url = address.url(
                    SearchState.permalink(hit.caseId(), hit.section().id()));
            sections.add(ExportedSection.of(hit.rank(), caseStudy(hit.caseId()), hit.section(), "", url, today)
                    .withPassages(hit.snippets().stream()
                            .map(ExportHitMapper::passage)
                            .toList()));
        }
        return sections;
    }

    private static MarkedText passage(Snippet snippet) {
        return MarkedText.of(snippet.text(), snippet.matches()).cut(snippet.startsInside(), snippet.endsInside());
    }

    private CaseStudy caseStudy(String id) throws IOException {
        CaseStudy caseStudy = cases.getIfPresent(id);
        if (caseStudy == null) {
            caseStudy = engine.caseStudy(id).orElseThrow(() -> new IOException("no case of the hit: " + id));
            cases.put(id, caseStudy);
        }
        return caseStudy;
    }
}
