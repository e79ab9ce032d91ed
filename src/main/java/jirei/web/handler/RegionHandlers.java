package jirei.web.handler;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import jirei.query.RegionComparison;
import jirei.search.RegionMatch;
import jirei.search.SearchEngine;
import jirei.web.api.RegionAnswer;
import jirei.web.page.region.RegionPage;
import jirei.web.request.ProblemException;
import jirei.web.request.SearchParameters;
import jirei.web.server.InstrumentedSearch;
import jirei.web.server.TemplateRenderer;

/** Answers which cases are of places like one's own, people and programs. */
public final class RegionHandlers {
    private static final int DEFAULT_TOP = 10;

    private final InstrumentedSearch searches;
    private final TemplateRenderer templates;

    public RegionHandlers(InstrumentedSearch searches, TemplateRenderer templates) {
        this.searches = searches;
        this.templates = templates;
    }

    /** The page on which one's own municipality is chosen and compared. */
    public void page(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchParameters.Comparing comparing = new SearchParameters(engine).readComparing(queryString(context));
        RegionComparison like = comparing.search().request().filters().comparison();
        List<RegionMatch> cases = like == null ? List.of() : cases(engine, like);
        templates.show(
                context,
                "like/page.jte",
                RegionPage.of(comparing.search(), comparing.own(), cases, templates.assets()));
    }

    public void api(Context context, SearchEngine engine) throws IOException, ProblemException {
        RegionComparison like = new SearchParameters(engine).readLike(queryString(context));
        context.json(RegionAnswer.of(like.region(), cases(engine, like)));
    }

    private List<RegionMatch> cases(SearchEngine engine, RegionComparison like) throws IOException {
        return engine.similarRegions(
                like.region(), like.top() == RegionComparison.ALL ? DEFAULT_TOP : like.top(), searches.deadline());
    }

    private static String queryString(Context context) {
        return Objects.requireNonNullElse(context.queryString(), "");
    }
}
