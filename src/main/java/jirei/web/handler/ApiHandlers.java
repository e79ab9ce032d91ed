package jirei.web.handler;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.corpus.format.CaseJson;
import jirei.search.EngineReference;
import jirei.search.IndexState;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.Suggestion;
import jirei.web.api.CaseAnswer;
import jirei.web.api.ExplanationAnswer;
import jirei.web.api.HealthAnswer;
import jirei.web.api.SearchAnswer;
import jirei.web.api.SimilarAnswer;
import jirei.web.api.SuggestAnswer;
import jirei.web.page.Notices;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.request.SectionPath;
import jirei.web.server.InstrumentedSearch;

/** The handlers of the JSON API. Thread-safe. */
public final class ApiHandlers {
    private static final int MAX_SIMILAR = 10;
    private static final int MAX_SUGGESTIONS = 8;

    private final InstrumentedSearch searches;

    public ApiHandlers(InstrumentedSearch searches) {
        this.searches = searches;
    }

    public void search(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchParameters.CountedSearch requested = new SearchParameters(engine).readCounted(QueryString.raw(context));
        SearchState search = requested.search();
        SearchResults results = searches.searchFilled(engine, search.request(), requested.hasFacetsOfBoth());
        context.json(SearchAnswer.of(search.request(), results, Notices.ofIndex(searches.indexState())));
    }

    public void suggest(Context context, SearchEngine engine) throws IOException, ProblemException {
        long start = System.nanoTime();
        String typed = SearchParameters.readQuery(QueryString.raw(context));
        List<Suggestion> suggestions = engine.suggest(typed, MAX_SUGGESTIONS, searches.deadline());
        context.json(SuggestAnswer.of(typed, suggestions, (System.nanoTime() - start) / 1_000_000));
    }

    public void cases(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        context.json(CaseAnswer.of(engine.cases()));
    }

    public void caseStudy(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        context.json(CaseJson.toMap(named(context, engine)));
    }

    public void similarCases(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        CaseStudy caseStudy = named(context, engine);
        context.json(SimilarAnswer.ofCases(engine.similarCases(caseStudy.id(), MAX_SIMILAR, searches.deadline())));
    }

    public void similarSections(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        SectionPath path = SectionPath.of(context).requireIn(named(context, engine));
        context.json(SimilarAnswer.ofSections(
                engine.similarSections(path.caseId(), path.sectionId(), MAX_SIMILAR, searches.deadline())));
    }

    public void explain(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchState search = new SearchParameters(engine).read(QueryString.raw(context));
        context.json(
                ExplanationAnswer.of(SectionPath.of(context).explain(engine, search.request(), searches.deadline())));
    }

    private CaseStudy named(Context context, SearchEngine engine) throws IOException, ProblemException {
        String id = context.pathParam("id");
        return engine.caseStudy(id).orElseThrow(() -> new ProblemException(Problem.noSuchCase(id)));
    }

    public void health(Context context, EngineReference engines) throws ProblemException {
        SearchParameters.rejectAny(context);
        IndexStatus status = engines.status();
        context.status(status.state() == IndexState.MISSING ? 503 : 200)
                .json(HealthAnswer.of(
                        status, engines.notices(), engines.threads().status()));
    }
}
