package jirei.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import jirei.query.RegionComparison;
import jirei.search.RegionMatch;
import jirei.search.SearchEngine;
import jirei.web.api.LikeAnswer;
import jirei.web.page.LikePage;

/** Answers which cases are of places like one's own, people and programs. */
final class LikeAnswers {
    private static final int USUAL_TOP = 10;

    private final SearchEngine engine;
    private final SearchParameters parameters;
    private final Templates templates;

    LikeAnswers(SearchEngine engine, Templates templates) {
        this.engine = engine;
        this.parameters = new SearchParameters(engine);
        this.templates = templates;
    }

    /** The page on which one's own municipality is chosen and compared. */
    void page(Context context) throws IOException, ProblemException {
        SearchParameters.Comparing comparing = parameters.readComparing(queryString(context));
        RegionComparison like = comparing.search().request().filters().like();
        List<RegionMatch> cases = like == null ? List.of() : cases(like);
        templates.show(
                context, "like/page.jte", LikePage.of(comparing.search(), comparing.own(), cases, templates.assets()));
    }

    void api(Context context) throws IOException, ProblemException {
        RegionComparison like = parameters.readLike(queryString(context));
        context.json(LikeAnswer.of(like.region(), cases(like)));
    }

    private List<RegionMatch> cases(RegionComparison like) throws IOException {
        return engine.alike(like.region(), like.top() == RegionComparison.ALL ? USUAL_TOP : like.top());
    }

    private static String queryString(Context context) {
        return Objects.requireNonNullElse(context.queryString(), "");
    }
}
