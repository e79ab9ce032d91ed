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
import jirei.web.server.TemplateRenderer;

/** Answers which cases are of places like one's own, people and programs. */
public final class RegionHandlers {
    private static final int DEFAULT_TOP = 10;

    private final SearchEngine engine;
    private final SearchParameters parameters;
    private final TemplateRenderer templates;

    public RegionHandlers(SearchEngine engine, TemplateRenderer templates) {
        this.engine = engine;
        this.parameters = new SearchParameters(engine);
        this.templates = templates;
    }

    /** The page on which one's own municipality is chosen and compared. */
    public void page(Context context) throws IOException, ProblemException {
        SearchParameters.Comparing comparing = parameters.readComparing(queryString(context));
        RegionComparison like = comparing.search().request().filters().comparison();
        List<RegionMatch> cases = like == null ? List.of() : cases(like);
        templates.show(
                context,
                "like/page.jte",
                RegionPage.of(comparing.search(), comparing.own(), cases, templates.assets()));
    }

    public void api(Context context) throws IOException, ProblemException {
        RegionComparison like = parameters.readLike(queryString(context));
        context.json(RegionAnswer.of(like.region(), cases(like)));
    }

    private List<RegionMatch> cases(RegionComparison like) throws IOException {
        return engine.similarRegions(like.region(), like.top() == RegionComparison.ALL ? DEFAULT_TOP : like.top());
    }

    private static String queryString(Context context) {
        return Objects.requireNonNullElse(context.queryString(), "");
    }
}
