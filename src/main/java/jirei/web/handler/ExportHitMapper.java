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
import jirei.web.export.ExportedSection;
import jirei.web.request.SearchState;

/** Maps hits to exported sections, which also need the fields of the case. Caches recently used cases. Thread-safe. */
final class ExportHitMapper {
    private static final int MAX_CACHED_CASES = 200;

    private final SearchEngine engine;
    private final String origin;
    private final LocalDate today;
    private final Cache<String, CaseStudy> cases = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED_CASES)
            .executor(Runnable::run)
            .build();

    /**
     * @param origin the origin of all links, such as http://localhost:7070
     * @param today the date of access in citations
     */
    ExportHitMapper(SearchEngine engine, String origin, LocalDate today) {
        this.engine = engine;
        this.origin = origin;
        this.today = today;
    }

    List<ExportedSection> map(List<Hit> hits) throws IOException {
        List<ExportedSection> sections = new ArrayList<>();
        for (Hit hit : hits) {
            String url =
                    origin + SearchState.permalink(hit.caseId(), hit.section().id());
            sections.add(ExportedSection.of(hit.rank(), caseStudy(hit.caseId()), hit.section(), "", url, today));
        }
        return sections;
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
