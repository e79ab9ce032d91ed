package jirei.web.handler;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
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
import jirei.web.page.Wording;
import jirei.web.page.search.SearchPage;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.server.InstrumentedSearch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handler that exports all hits of a search, one result page at a time. Thread-safe. */
public final class ExportHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(ExportHandlers.class);

    private final InstrumentedSearch searches;
    private final Clock clock;

    public ExportHandlers(InstrumentedSearch searches, Clock clock) {
        this.searches = searches;
        this.clock = clock;
    }

    /**
     * Writes the hits in their order, up to {@value SearchRequest#MAX_HIT_RANK}. A remark in the file reports further
     * hits.
     */
    public void search(Context context, SearchEngine engine) throws IOException, ProblemException {
        FileDownload file =
                FileDownload.read(QueryString.raw(context), SearchParameters.NAMES, List.of(ExportFormat.values()));
        SearchState search = new SearchParameters(engine).read(file.raw());
        SearchResults first = searches.search(engine, page(search, 1));
        if (!first.total().exact()) {
            throw new ProblemException(Problem.tooSlow());
        }
        LocalDate today = LocalDate.now(clock);
        String title = search.isBlank() ? "すべての記述" : SearchPage.heading(search.request());
        file.send(context, title, today, out -> {
            var head = head(title, search, first, today, FileDownload.origin(context));
            var hits = new ExportHitMapper(engine, FileDownload.origin(context), today);
            write(file.format().sections(out, head), page -> hits(engine, search, page), first, hits);
        });
    }

    private static SearchRequest page(SearchState search, int page) {
        return search.request()
                .groupedByCase(false)
                .withSize(SearchRequest.MAX_PAGE_SIZE)
                .withPage(page);
    }

    private ExportHead head(String title, SearchState search, SearchResults first, LocalDate today, String origin) {
        List<String> facts = new ArrayList<>();
        facts.add(Wording.count(first.total()));
        facts.addAll(Notices.of(first, searches.indexState()));
        Chip.of(search).forEach(chip -> facts.add(chip.text()));
        facts.add("並び順: " + search.request().sort().label());
        facts.add("検索した画面: " + origin + search.withPage(1).url());
        facts.add("書き出した日: " + today);
        return new ExportHead(title, facts);
    }

    private static void write(
            SectionWriter writer, IntFunction<List<Hit>> pages, SearchResults first, ExportHitMapper hits)
            throws IOException {
        long total = first.total().sections();
        long limit = Math.min(total, SearchRequest.MAX_HIT_RANK);
        long written = 0;
        List<Hit> found = first.hits();
        for (int page = 1; !found.isEmpty(); ) {
            List<ExportedSection> sections = sections(hits, found);
            for (ExportedSection section : sections) {
                writer.write(section);
            }
            written += sections.size();
            page++;
            found = sections.size() == found.size() && written < limit ? pages.apply(page) : List.of();
        }
        writer.finish(remark(written, total));
    }

    /**
     * Returns the hits of a page; empty if the search fails, because the response has begun and the file reports how
     * far it got.
     */
    private List<Hit> hits(SearchEngine engine, SearchState search, int page) {
        try {
            SearchResults results = searches.search(engine, page(search, page));
            return results.total().exact() ? results.hits() : List.of();
        } catch (IOException | RuntimeException e) {
            LOG.error("export ended early at page {}", page, e);
            return List.of();
        }
    }

    private static List<ExportedSection> sections(ExportHitMapper hits, List<Hit> found) {
        try {
            return hits.map(found);
        } catch (IOException | RuntimeException e) {
            LOG.error("export ended early at hit {}", found.getFirst().rank(), e);
            return List.of();
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
