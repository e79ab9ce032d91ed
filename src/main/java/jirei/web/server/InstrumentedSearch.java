package jirei.web.server;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.IndexState;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.WordInterpretation;
import jirei.web.settings.LoggingSettings;
import jirei.web.settings.WebSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Runs searches within the time limit, measures them, and logs slow searches and queries with a word without hits.
 * Thread-safe.
 */
public final class InstrumentedSearch {
    private static final Logger SLOW = LoggerFactory.getLogger("jirei.slow");

    private final Duration limit;
    private final LoggingSettings logging;
    private final Metrics metrics;
    private final Supplier<IndexState> indexState;
    private final @Nullable ZeroHitLog zeroHits;

    /**
     * @param indexState the state of the current index
     * @param clock dates the log of queries without hits
     */
    public InstrumentedSearch(WebSettings settings, Metrics metrics, Supplier<IndexState> indexState, Clock clock) {
        this.limit = settings.limits().times().search();
        this.logging = settings.logging();
        this.metrics = metrics;
        this.indexState = indexState;
        this.zeroHits = logging.zeroHits() == null ? null : new ZeroHitLog(logging.zeroHits(), clock);
    }

    /** Returns a deadline for one call of the engine, which starts now. */
    public Deadline deadline() {
        return Deadline.after(limit);
    }

    /** Returns the state of the index that is searched. */
    public IndexState indexState() {
        return indexState.get();
    }

    /** Searches {@code engine} and measures it. */
    public SearchResults search(SearchEngine engine, SearchRequest request) throws IOException {
        long start = System.nanoTime();
        SearchResults results = engine.search(request, deadline());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        metrics.search(took, results.total().exact(), results.total().sections() > 0);
        if (took.compareTo(logging.slow()) >= 0 || !results.total().exact()) {
            logSlow(request, results, took);
        }
        if (zeroHits != null && request.page() == 1 && hasZeroHitWord(request, results)) {
            zeroHits.append(request.query().text());
        }
        return results;
    }

    /**
     * Searches {@code engine} as {@link #search}, and fills the page with hits that have some of the words.
     *
     * @param hasFacets whether the facet values of all sections with some of the words are counted too
     */
    public SearchResults searchFilled(SearchEngine engine, SearchRequest request, boolean hasFacets)
            throws IOException {
        return engine.fill(request, search(engine, request), hasFacets, deadline());
    }

    private void logSlow(SearchRequest request, SearchResults results, Duration took) {
        String query = request.query().text();
        LoggingEventBuilder line = SLOW.atWarn()
                .setMessage("slow search")
                .addKeyValue("millis", took.toMillis())
                .addKeyValue("characters", query.length())
                .addKeyValue("sections", results.total().sections())
                .addKeyValue("exact", results.total().exact());
        (logging.queries() ? line.addKeyValue("query", query) : line).log();
    }

    /**
     * Whether a word has no hits or was corrected. Filters are ignored, because the lexicon cannot change their effect.
     */
    private static boolean hasZeroHitWord(SearchRequest request, SearchResults results) {
        boolean corrected =
                !results.interpretation().query().text().equals(request.query().text());
        return results.total().exact()
                && (corrected || results.interpretation().words().stream().anyMatch(InstrumentedSearch::isZeroHit));
    }

    private static boolean isZeroHit(WordInterpretation word) {
        return !word.excluded() && word.sections() == 0;
    }
}
