package jirei.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Objects;
import jirei.cases.CaseStudy;
import jirei.corpus.CaseJson;
import jirei.search.SearchEngine;
import jirei.web.api.CaseAnswer;
import jirei.web.api.HealthAnswer;
import jirei.web.api.SearchAnswer;
import jirei.web.page.SearchState;

/** Answers programs. */
final class Api {
    private final SearchEngine engine;
    private final SearchParameters parameters;

    Api(SearchEngine engine) {
        this.engine = engine;
        this.parameters = new SearchParameters(engine);
    }

    void search(Context context) throws IOException, ProblemException {
        SearchState search = parameters.read(queryString(context));
        context.json(SearchAnswer.of(search.request(), engine.search(search.request())));
    }

    void cases(Context context) throws IOException, ProblemException {
        SearchParameters.refuseAny(queryString(context));
        context.json(CaseAnswer.of(engine.cases()));
    }

    void caseStudy(Context context) throws IOException, ProblemException {
        SearchParameters.refuseAny(queryString(context));
        String id = context.pathParam("id");
        CaseStudy caseStudy = engine.caseStudy(id).orElseThrow(() -> new ProblemException(Problem.noSuchCase(id)));
        context.json(CaseJson.toMap(caseStudy));
    }

    void health(Context context) throws ProblemException {
        SearchParameters.refuseAny(queryString(context));
        context.json(HealthAnswer.of(engine.status()));
    }

    private static String queryString(Context context) {
        return Objects.requireNonNullElse(context.queryString(), "");
    }
}
