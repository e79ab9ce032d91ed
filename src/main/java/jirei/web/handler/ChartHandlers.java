package jirei.web.handler;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.search.CaseSummary;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import jirei.web.page.charts.ChartsPage;
import jirei.web.page.charts.RegionPoint;
import jirei.web.request.ProblemException;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.server.InstrumentedSearch;
import jirei.web.server.TemplateRenderer;
import org.jspecify.annotations.Nullable;

/** Shows a search as charts (見える化). */
public final class ChartHandlers {
    private final InstrumentedSearch searches;
    private final TemplateRenderer templates;
    private volatile @Nullable Known known;

    public ChartHandlers(InstrumentedSearch searches, TemplateRenderer templates) {
        this.searches = searches;
        this.templates = templates;
    }

    public void page(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchState search = new SearchParameters(engine).read(Objects.requireNonNullElse(context.queryString(), ""));
        SearchRequest request = search.request();
        var found = new ChartsPage.Found(
                searches.search(engine, request.withPage(1)),
                engine.crossTab(request, Facet.ACTOR, Facet.THEME, searches.deadline()),
                engine.matchingCaseIds(request, searches.deadline()));
        templates.show(context, "charts/page.jte", ChartsPage.of(search, found, corpus(engine), templates.assets()));
    }

    /** Read once for each state of the corpus: it takes the figures of all cases. */
    private ChartsPage.Corpus corpus(SearchEngine engine) throws IOException {
        IndexStatus now = engine.status();
        Known read = known;
        if (read == null || !read.status().equals(now)) {
            List<CaseSummary> cases = engine.cases();
            read = new Known(
                    now, new ChartsPage.Corpus(RegionPoint.of(cases), cases.size(), engine.facetValues(Facet.ACTOR)));
            known = read;
        }
        return read.corpus();
    }

    private record Known(IndexStatus status, ChartsPage.Corpus corpus) {}
}
