package jirei.web.handler;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.search.CaseSummary;
import jirei.search.SearchEngine;
import jirei.web.page.charts.ChartsPage;
import jirei.web.page.charts.RegionPoint;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.server.InstrumentedSearch;
import jirei.web.server.TemplateRenderer;

/** The handler of the charts (見える化). Thread-safe. */
public final class ChartHandlers {
    private final InstrumentedSearch searches;
    private final TemplateRenderer templates;
    private final IndexStatusCache<ChartsPage.Corpus> corpus = new IndexStatusCache<>(ChartHandlers::corpus);

    public ChartHandlers(InstrumentedSearch searches, TemplateRenderer templates) {
        this.searches = searches;
        this.templates = templates;
    }

    public void page(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchState search = new SearchParameters(engine).read(QueryString.raw(context));
        SearchRequest request = search.request();
        var counts = new ChartsPage.Counts(
                searches.search(engine, request.withPage(1)),
                engine.crossTab(request, Facet.ACTOR, Facet.THEME, searches.deadline()),
                engine.matchingCaseIds(request, searches.deadline()));
        templates.respond(
                context,
                "charts/page.jte",
                ChartsPage.of(search, counts, corpus.get(engine), searches.indexState(), templates.assets()));
    }

    private static ChartsPage.Corpus corpus(SearchEngine engine) throws IOException {
        List<CaseSummary> cases = engine.cases();
        return new ChartsPage.Corpus(RegionPoint.of(cases), cases.size(), engine.facetValues(Facet.ACTOR));
    }
}
