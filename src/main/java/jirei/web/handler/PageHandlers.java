package jirei.web.handler;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.search.HighlightedCase;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.web.page.HelpPage;
import jirei.web.page.StartPage;
import jirei.web.page.reader.CasePage;
import jirei.web.page.region.RegionRanking;
import jirei.web.page.search.SearchPage;
import jirei.web.page.search.SimilarPage;
import jirei.web.page.search.WhyPage;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.request.SectionPath;
import jirei.web.server.InstrumentedSearch;
import jirei.web.server.TemplateRenderer;
import org.jspecify.annotations.Nullable;

/** Answers people. */
public final class PageHandlers {
    private static final int MAX_SIMILAR = 10;

    private final InstrumentedSearch searches;
    private final TemplateRenderer templates;
    private final Clock clock;
    private volatile @Nullable Compared compared;

    public PageHandlers(InstrumentedSearch searches, TemplateRenderer templates, Clock clock) {
        this.searches = searches;
        this.templates = templates;
        this.clock = clock;
    }

    /** The search page: whole, or what changes in it where htmx asks. */
    public void search(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchState search = new SearchParameters(engine).read(queryString(context));
        context.header("Vary", "HX-Request, Accept-Encoding");
        boolean fragment = asksForFragment(context);
        if (search.isBlank()) {
            start(context, engine, fragment);
            return;
        }
        SearchResults results = searches.search(engine, search.request());
        if (fragment) {
            context.header("HX-Push-Url", search.url());
        }
        templates.show(
                context,
                fragment ? "search/fragment.jte" : "search/page.jte",
                SearchPage.of(search, results, templates.assets()));
    }

    private void start(Context context, SearchEngine engine, boolean fragment) throws IOException {
        if (fragment) {
            context.header("HX-Redirect", SearchState.NOTHING.url()).status(204);
            return;
        }
        SearchResults everything = searches.search(engine, SearchState.NOTHING.request());
        templates.show(
                context,
                "start/page.jte",
                StartPage.of(engine.status(), engine.cases(), everything, templates.assets()));
    }

    /** Going back in history restores whole pages, whoever asks. */
    private static boolean asksForFragment(Context context) {
        return context.header("HX-Request") != null && !"true".equals(context.header("HX-History-Restore-Request"));
    }

    /** A case with what the query matches. */
    public void caseStudy(Context context, SearchEngine engine) throws IOException, ProblemException {
        String id = context.pathParam("id");
        SearchState search = new SearchParameters(engine).read(queryString(context));
        HighlightedCase marked = engine.highlight(id, search.request(), searches.deadline())
                .orElseThrow(() -> new ProblemException(Problem.noSuchCase(id)));
        templates.show(
                context,
                "reader/page.jte",
                CasePage.of(
                        marked,
                        engine.similarCases(id, CasePage.MAX_SIMILAR, searches.deadline()),
                        standings(engine),
                        search,
                        LocalDate.now(clock),
                        templates.assets()));
    }

    /** Why a section is among the results: whole, or the reasons alone where htmx asks. */
    public void why(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchState search = new SearchParameters(engine).read(queryString(context));
        context.header("Vary", "HX-Request, Accept-Encoding");
        templates.show(
                context,
                asksForFragment(context) ? "why/answer.jte" : "why/page.jte",
                WhyPage.of(
                        search,
                        SectionPath.of(context).explain(engine, search.request(), searches.deadline()),
                        templates.assets()));
    }

    /** The sections of other cases that are like one. */
    public void similarSections(Context context, SearchEngine engine) throws IOException, ProblemException {
        String id = context.pathParam("id");
        String sectionId = context.pathParam("section");
        SearchState search = new SearchParameters(engine).read(queryString(context));
        CaseStudy caseStudy = engine.caseStudy(id).orElseThrow(() -> new ProblemException(Problem.noSuchCase(id)));
        Section section = caseStudy
                .section(sectionId)
                .orElseThrow(() -> new ProblemException(Problem.noSuchSection(id, sectionId)));
        templates.show(
                context,
                "reader/alike.jte",
                SimilarPage.of(
                        caseStudy,
                        section,
                        engine.similarSections(id, sectionId, MAX_SIMILAR, searches.deadline()),
                        search,
                        templates.assets()));
    }

    /** Worked out once for each state of the corpus: it takes the figures of all cases. */
    private RegionRanking standings(SearchEngine engine) throws IOException {
        IndexStatus now = engine.status();
        Compared known = compared;
        if (known == null || !known.status().equals(now)) {
            known = new Compared(now, RegionRanking.over(engine.cases()));
            compared = known;
        }
        return known.standings();
    }

    private record Compared(IndexStatus status, RegionRanking standings) {}

    /** How to search and what else one may want to know. */
    public void help(Context context) throws ProblemException {
        SearchParameters.refuseAny(queryString(context));
        templates.show(context, "help/page.jte", HelpPage.of(templates.assets()));
    }

    private static String queryString(Context context) {
        return Objects.requireNonNullElse(context.queryString(), "");
    }
}
