package jirei.web.handler;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jirei.query.SearchRequest;
import jirei.search.Hit;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.web.export.ExportFormat;
import jirei.web.export.ExportHead;
import jirei.web.export.ExportedSection;
import jirei.web.export.SectionWriter;
import jirei.web.page.Chip;
import jirei.web.page.Notices;
import jirei.web.page.SiteAddress;
import jirei.web.page.Wording;
import jirei.web.page.search.SearchPage;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.server.Bulkhead;
import jirei.web.server.InstrumentedSearch;
import jirei.web.server.LogThrottle;
import jirei.web.server.TemplateRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handler that exports all hits of a search, one result page at a time. Thread-safe. */
public final class ExportHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(ExportHandlers.class);

    /** Messages about failed exports per minute. */
    private static final int MAX_MESSAGES = 20;

    private final InstrumentedSearch searches;
    private final Bulkhead exports;
    private final Clock clock;
    private final LogThrottle failures = new LogThrottle(MAX_MESSAGES);

    public ExportHandlers(InstrumentedSearch searches, Bulkhead exports, Clock clock) {
        this.searches = searches;
        this.exports = exports;
        this.clock = clock;
    }

    /**
     * Writes the hits in their order, up to {@value SearchRequest#MAX_HIT_RANK}. A remark in the file reports further
     * hits.
     */
    public void search(Context context, SearchEngine engine) throws IOException, ProblemException {
        FileDownload file = FileDownload.read(
                QueryString.raw(context), new SearchParameters(engine).names(), List.of(ExportFormat.values()));
        SearchState search = new SearchParameters(engine).read(file.raw());
        SearchResults first = exports.run(() -> searches.search(engine, page(search, 1)));
        if (!first.total().exact()) {
            throw new ProblemException(Problem.tooSlow());
        }
        LocalDate today = LocalDate.now(clock);
        String title = search.isBlank() ? "すべての記述" : SearchPage.heading(search.request());
        SiteAddress address = TemplateRenderer.address(context);
        var head = head(title, search, first, today, address);
        var mapper = new ExportHitMapper(engine, address, today);
        file.send(
                context,
                title,
                today,
                exports,
                out -> new HitPages(
                        engine,
                        search,
                        file.format().sections(out, head, engine.facets().own()),
                        mapper,
                        first));
    }

    private static SearchRequest page(SearchState search, int page) {
        return search.request()
                .groupedByCase(false)
                .withSize(SearchRequest.MAX_PAGE_SIZE)
                .withPage(page);
    }

    private ExportHead head(
            String title, SearchState search, SearchResults first, LocalDate today, SiteAddress address) {
        List<String> facts = new ArrayList<>();
        facts.add(Wording.count(first.total()));
        facts.addAll(Notices.of(first, searches.indexState()));
        Chip.of(search).forEach(chip -> facts.add(chip.text()));
        facts.add("並び順: " + search.request().sort().label());
        facts.add("検索した画面: " + address.url(search.withPage(1).url()));
        return new ExportHead(title, FileDownload.facts(facts, today, address));
    }

    /** Writes the hits page by page. Not thread-safe. */
    private final class HitPages implements FileDownload.Content {
        private final SearchEngine engine;
        private final SearchState search;
        private final SectionWriter writer;
        private final ExportHitMapper mapper;
        private final long total;
        private List<Hit> found;
        private int page = 1;
        private long written;

        HitPages(
                SearchEngine engine,
                SearchState search,
                SectionWriter writer,
                ExportHitMapper mapper,
                SearchResults first) {
            this.engine = engine;
            this.search = search;
            this.writer = writer;
            this.mapper = mapper;
            this.total = first.total().sections();
            this.found = first.hits();
        }

        @Override
        public boolean writePart() throws IOException {
            if (page > 1) {
                found = hits();
            }
            List<ExportedSection> sections = sections();
            for (ExportedSection section : sections) {
                writer.write(section);
            }
            written += sections.size();
            page++;
            boolean hasNext = !found.isEmpty()
                    && sections.size() == found.size()
                    && written < Math.min(total, SearchRequest.MAX_HIT_RANK);
            if (!hasNext) {
                writer.finish(remark(written, total));
            }
            return hasNext;
        }

        /**
         * Returns the hits of the page; empty if the search fails, because the response has begun and the file reports
         * how far it got.
         */
        private List<Hit> hits() {
            try {
                SearchResults results = searches.search(engine, page(search, page));
                return results.total().exact() ? results.hits() : List.of();
            } catch (IOException | RuntimeException e) {
                failures.log(more -> LOG.error("export ended early at page {}{}", page, more, e));
                return List.of();
            }
        }

        private List<ExportedSection> sections() {
            try {
                return mapper.map(found);
            } catch (IOException | RuntimeException e) {
                failures.log(more -> LOG.error("export ended early after {} hits{}", written, more, e));
                return List.of();
            }
        }
    }

    private static String remark(long written, long total) {
        if (written == total) {
            return "";
        }
        String reason = written >= SearchRequest.MAX_HIT_RANK
                ? "一度に書き出せるのは" + Wording.grouped(SearchRequest.MAX_HIT_RANK) + "件までです。条件を絞って書き出してください。"
                : "途中で問題が起きたため、残りは書き出せませんでした。もう一度お試しください。";
        return "全" + Wording.grouped(total) + "件のうち、はじめの" + Wording.grouped(written) + "件です。" + reason;
    }
}
