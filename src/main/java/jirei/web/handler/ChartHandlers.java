package jirei.web.handler;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.search.CaseSummary;
import jirei.search.SearchEngine;
import jirei.web.export.ChartSvg;
import jirei.web.page.Frame;
import jirei.web.page.Link;
import jirei.web.page.charts.ChartsPage;
import jirei.web.page.charts.RegionPoint;
import jirei.web.page.charts.ScatterChart;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.server.ContentDisposition;
import jirei.web.server.InstrumentedSearch;
import jirei.web.server.TemplateRenderer;

/** The handler of the charts (見える化), as a page and as files. Thread-safe. */
public final class ChartHandlers {
    private static final String CHART = "chart";

    private final InstrumentedSearch searches;
    private final TemplateRenderer templates;
    private final Clock clock;
    private final IndexStatusCache<ChartsPage.Corpus> corpus = new IndexStatusCache<>(ChartHandlers::corpus);

    public ChartHandlers(InstrumentedSearch searches, TemplateRenderer templates, Clock clock) {
        this.searches = searches;
        this.templates = templates;
        this.clock = clock;
    }

    public void page(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchState search = new SearchParameters(engine).read(QueryString.raw(context));
        templates.respond(context, "charts/page.jte", page(engine, search, templates.assets(context)));
    }

    /** Responds with one chart as an SVG file. */
    public void file(Context context, SearchEngine engine) throws IOException, ProblemException {
        QueryString parameters =
                SearchParameters.parse(QueryString.raw(context), new SearchParameters(engine).names(CHART));
        String id = SearchParameters.single(parameters, CHART, "");
        SearchState search = new SearchParameters(engine)
                .read(parameters.without(CHART).toString().replaceFirst("^\\?", ""));
        ChartsPage page = page(engine, search, templates.assets(context));
        Link chart = page.charts().files().stream()
                .filter(one -> one.url().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.wrongValue(
                        CHART,
                        id,
                        page.charts().files().stream().map(Link::url).toList(),
                        "この検索に図「" + id + "」はありません。")));
        LocalDate today = LocalDate.now(clock);
        String title = chart.label() + "｜" + page.heading();
        String name = DateTimeFormatter.BASIC_ISO_DATE.format(today) + ".svg";
        context.header(
                "Content-Disposition",
                ContentDisposition.attachment("jirei-" + id + "-" + name, chart.label() + "_" + name));
        context.contentType("image/svg+xml")
                .result(svg(
                        page,
                        id,
                        title,
                        page.count() + "　" + page.frame().site().name() + "　" + today));
    }

    private static String svg(ChartsPage page, String id, String title, String origin) {
        ScatterChart scatter = page.charts().scatter();
        if (id.equals(ChartsPage.SCATTER) && scatter != null) {
            return ChartSvg.of(scatter, title, origin);
        }
        return page.charts().bars().stream()
                .filter(bars -> bars.id().equals(id))
                .findFirst()
                .map(bars -> ChartSvg.of(bars, title, origin))
                .orElseGet(() -> ChartSvg.of(page.charts().matrix(), title, origin));
    }

    private ChartsPage page(SearchEngine engine, SearchState search, Frame.AssetUrls assets) throws IOException {
        SearchRequest request = search.request();
        var counts = new ChartsPage.Counts(
                searches.search(engine, request.withPage(1)),
                engine.crossTab(request, Facet.ACTOR, Facet.THEME, searches.deadline()),
                engine.matchingCaseIds(request, searches.deadline()));
        return ChartsPage.of(search, counts, corpus.get(engine), searches.indexState(), assets);
    }

    private static ChartsPage.Corpus corpus(SearchEngine engine) throws IOException {
        List<CaseSummary> cases = engine.cases();
        return new ChartsPage.Corpus(RegionPoint.of(cases), cases.size(), engine.facetValues(Facet.ACTOR));
    }
}
