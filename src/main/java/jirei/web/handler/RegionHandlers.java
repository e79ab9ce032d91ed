package jirei.web.handler;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import jirei.query.RegionComparison;
import jirei.search.RegionMatch;
import jirei.search.SearchEngine;
import jirei.web.api.MunicipalityAnswer;
import jirei.web.api.RegionAnswer;
import jirei.web.page.region.RegionPage;
import jirei.web.page.region.SimilarityStrips;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.server.InstrumentedSearch;
import jirei.web.server.TemplateRenderer;

/** The handlers that find cases of similar regions, for pages and API. Thread-safe. */
public final class RegionHandlers {
    private static final int DEFAULT_TOP = 10;

    private final InstrumentedSearch searches;
    private final TemplateRenderer templates;
    private final IndexStatusCache<RegionPage.Cases> all = new IndexStatusCache<>(RegionHandlers::all);

    public RegionHandlers(InstrumentedSearch searches, TemplateRenderer templates) {
        this.searches = searches;
        this.templates = templates;
    }

    /** Responds with the page on which the region is entered and compared. */
    public void page(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchParameters.RegionSearch regionSearch =
                new SearchParameters(engine).readWithRegion(QueryString.raw(context));
        RegionComparison comparison = regionSearch.search().request().filters().comparison();
        List<RegionMatch> cases = comparison == null ? List.of() : cases(engine, comparison);
        templates.respond(
                context,
                "like/page.jte",
                RegionPage.of(regionSearch, cases, all.get(engine), templates.assets(context)));
    }

    public void api(Context context, SearchEngine engine) throws IOException, ProblemException {
        RegionComparison comparison = new SearchParameters(engine).readRegion(QueryString.raw(context));
        context.json(RegionAnswer.of(comparison.region(), cases(engine, comparison)));
    }

    private static RegionPage.Cases all(SearchEngine engine) throws IOException {
        return new RegionPage.Cases(
                engine.status().cases(),
                SimilarityStrips.over(engine.cases()),
                engine.statistics().source());
    }

    /** Responds with the municipalities that a typed text may mean. */
    public void municipalities(Context context) throws ProblemException {
        String typed = SearchParameters.readQuery(QueryString.raw(context));
        context.json(MunicipalityAnswer.of(typed));
    }

    private List<RegionMatch> cases(SearchEngine engine, RegionComparison comparison) throws IOException {
        return engine.similarRegions(
                comparison,
                comparison.top() == RegionComparison.ALL ? DEFAULT_TOP : comparison.top(),
                searches.deadline());
    }
}
