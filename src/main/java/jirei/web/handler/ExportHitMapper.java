package jirei.web.handler;

import java.io.IOException;
import java.io.Serial;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.cases.CaseStudy;
import jirei.search.Hit;
import jirei.search.SearchEngine;
import jirei.web.export.ExportedSection;
import jirei.web.request.SearchState;

/** Adds to hits what a file tells beyond them: collection, figures, source. Keeps the cases that were asked for last. */
final class ExportHitMapper {
    private static final int MAX_CACHED_CASES = 200;

    private final SearchEngine engine;
    private final String origin;
    private final LocalDate today;
    private final Map<String, CaseStudy> kept = new LinkedHashMap<>(MAX_CACHED_CASES, 0.75f, true) {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CaseStudy> eldest) {
            return size() > MAX_CACHED_CASES;
        }
    };

    /**
     * @param origin what stands before the path of each link
     */
    ExportHitMapper(SearchEngine engine, String origin, LocalDate today) {
        this.engine = engine;
        this.origin = origin;
        this.today = today;
    }

    List<ExportedSection> of(List<Hit> hits) throws IOException {
        List<ExportedSection> sections = new ArrayList<>();
        for (Hit hit : hits) {
            String url = origin
                    + SearchState.NOTHING.sectionUrl(hit.caseId(), hit.section().id());
            sections.add(ExportedSection.of(hit.rank(), caseStudy(hit.caseId()), hit.section(), "", url, today));
        }
        return sections;
    }

    private CaseStudy caseStudy(String id) throws IOException {
        CaseStudy known = kept.get(id);
        if (known == null) {
            known = engine.caseStudy(id).orElseThrow(() -> new IOException("a hit stands in no case: " + id));
            kept.put(id, known);
        }
        return known;
    }
}
