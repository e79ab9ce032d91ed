package jirei.web.server;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.search.CaseSummary;
import jirei.search.Deadline;
import jirei.search.FacetCrossTab;
import jirei.search.HighlightedCase;
import jirei.search.Hit;
import jirei.search.HitExplanation;
import jirei.search.IndexStatus;
import jirei.search.RegionMatch;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.SimilarCase;
import jirei.search.Suggestion;
import jirei.search.WordInterpretation;
import jirei.web.settings.LoggingSettings;
import jirei.web.settings.WebSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Asks another engine, within the time that a search may take, and notes how long it took and what found nothing. */
public final class InstrumentedEngine implements SearchEngine {
    private static final Logger SLOW = LoggerFactory.getLogger("jirei.slow");

    private final SearchEngine engine;
    private final Duration most;
    private final LoggingSettings watching;
    private final Metrics metrics;
    private final @Nullable ZeroHitLog zeroHits;

    public InstrumentedEngine(SearchEngine engine, WebSettings settings, Metrics metrics, Clock clock) {
        this.engine = engine;
        this.most = settings.limits().search();
        this.watching = settings.watching();
        this.metrics = metrics;
        this.zeroHits = watching.zeroHits() == null ? null : new ZeroHitLog(watching.zeroHits(), clock);
    }

    @Override
    public SearchResults search(SearchRequest request) throws IOException {
        long start = System.nanoTime();
        SearchResults results = within(() -> engine.search(request));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        metrics.search(took, results.total().exact(), results.total().sections() > 0);
        if (took.compareTo(watching.slow()) >= 0 || !results.total().exact()) {
            tellSlow(request, results, took);
        }
        if (zeroHits != null && request.page() == 1 && isMissed(request, results)) {
            zeroHits.add(request.query());
        }
        return results;
    }

    private void tellSlow(SearchRequest request, SearchResults results, Duration took) {
        LoggingEventBuilder line = SLOW.atWarn()
                .setMessage("slow search")
                .addKeyValue("millis", took.toMillis())
                .addKeyValue("characters", request.query().length())
                .addKeyValue("sections", results.total().sections())
                .addKeyValue("exact", results.total().exact());
        (watching.queries() ? line.addKeyValue("query", request.query()) : line).log();
    }

    /** Whether a word stands nowhere, or was taken for another. Filters have no part in it: the lexicon can't mend them. */
    private static boolean isMissed(SearchRequest request, SearchResults results) {
        boolean corrected = !results.interpretation().query().text().equals(request.query());
        return results.total().exact()
                && (corrected || results.interpretation().words().stream().anyMatch(InstrumentedEngine::isNowhere));
    }

    private static boolean isNowhere(WordInterpretation word) {
        return !word.excluded() && word.sections() == 0;
    }

    private <T> T within(Deadline.Search<T, IOException> search) throws IOException {
        return Deadline.within(most, search);
    }

    @Override
    public Optional<CaseStudy> caseStudy(String id) throws IOException {
        return engine.caseStudy(id);
    }

    @Override
    public Optional<HighlightedCase> highlight(String id, SearchRequest request) throws IOException {
        return within(() -> engine.highlight(id, request));
    }

    @Override
    public Optional<HitExplanation> explain(SearchRequest request, String caseId, String sectionId) throws IOException {
        return within(() -> engine.explain(request, caseId, sectionId));
    }

    @Override
    public void onOneState(Work work) throws Exception {
        engine.onOneState(work);
    }

    @Override
    public FacetCrossTab crossTab(SearchRequest request, Facet rows, Facet columns) throws IOException {
        return within(() -> engine.crossTab(request, rows, columns));
    }

    @Override
    public Set<String> matchingCaseIds(SearchRequest request) throws IOException {
        return within(() -> engine.matchingCaseIds(request));
    }

    @Override
    public List<Hit> similarSections(String caseId, String sectionId, int count) throws IOException {
        return within(() -> engine.similarSections(caseId, sectionId, count));
    }

    @Override
    public List<SimilarCase> similarCases(String caseId, int count) throws IOException {
        return within(() -> engine.similarCases(caseId, count));
    }

    @Override
    public List<Suggestion> suggest(String typed, int count) throws IOException {
        return within(() -> engine.suggest(typed, count));
    }

    @Override
    public List<RegionMatch> similarRegions(RegionFigures like, int count) throws IOException {
        return within(() -> engine.similarRegions(like, count));
    }

    @Override
    public List<CaseSummary> casesOf(String name) throws IOException {
        return engine.casesOf(name);
    }

    @Override
    public List<CaseSummary> cases() throws IOException {
        return engine.cases();
    }

    @Override
    public Set<String> facetValues(Facet facet) {
        return engine.facetValues(facet);
    }

    @Override
    public IndexStatus status() {
        return engine.status();
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }
}
