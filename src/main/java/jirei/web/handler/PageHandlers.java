package jirei.web.handler;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jirei.cases.CaseStudy;
import jirei.cases.Indicator;
import jirei.cases.Section;
import jirei.cases.Source;
import jirei.query.Facet;
import jirei.query.FacetScheme;
import jirei.search.EngineReference;
import jirei.search.HighlightedCase;
import jirei.search.IndexNotReadyException;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.SearchUnavailableException;
import jirei.web.page.AboutPage;
import jirei.web.page.HelpPage;
import jirei.web.page.StartPage;
import jirei.web.page.reader.CasePage;
import jirei.web.page.region.RegionRanking;
import jirei.web.page.search.FilterPanel;
import jirei.web.page.search.SearchPage;
import jirei.web.page.search.SimilarPage;
import jirei.web.page.search.WhyPage;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.request.SectionPath;
import jirei.web.server.InstrumentedSearch;
import jirei.web.server.TemplateRenderer;
import jirei.web.settings.SiteSettings;

/** The handlers of the search, case and help pages. Thread-safe. */
public final class PageHandlers {
    private static final int MAX_SIMILAR = 10;
    /** The headers on which a page or a fragment depends. */
    private static final String VARY = "HX-Request, HX-History-Restore-Request, Accept-Encoding";

    private final InstrumentedSearch searches;
    private final TemplateRenderer templates;
    private final VisibleOriginals originals;
    private final Clock clock;
    private final SiteSettings site;
    private final IndexStatusCache<List<AboutPage.Collection>> collections = new IndexStatusCache<>(engine ->
            AboutPage.collections(engine.cases(), id -> engine.caseStudy(id).orElseThrow()));
    private final IndexStatusCache<RegionRanking> ranking =
            new IndexStatusCache<>(engine -> RegionRanking.over(engine.cases()));
    private final IndexStatusCache<Set<Indicator>> indicators =
            new IndexStatusCache<>(engine -> FilterPanel.indicators(engine.cases()));
    private final IndexStatusCache<List<SearchState>> examples = new IndexStatusCache<>(this::findingExamples);

    /** Decides which sources have an original whose pages readers may see. Thread-safe. */
    @FunctionalInterface
    public interface VisibleOriginals {
        /** Returns whether readers may see the pages of {@code source}. */
        boolean has(Source source) throws IOException;
    }

    public PageHandlers(
            InstrumentedSearch searches,
            TemplateRenderer templates,
            VisibleOriginals originals,
            SiteSettings site,
            Clock clock) {
        this.searches = searches;
        this.templates = templates;
        this.originals = originals;
        this.site = site;
        this.clock = clock;
    }

    /** Responds with the search page, or for htmx with the fragment that changes. */
    public void search(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchParameters.PageSearch requested = new SearchParameters(engine).readForPage(QueryString.raw(context));
        SearchState search = requested.search();
        if (requested.isNarrowed()) {
            context.redirect(search.url(), HttpStatus.SEE_OTHER);
            return;
        }
        context.header("Vary", VARY);
        boolean fragment = isFragmentRequest(context);
        if (search.isBlank() && requested.rejected().isEmpty()) {
            start(context, engine, fragment);
            return;
        }
        SearchResults results = searches.searchFilled(engine, search.request().counting(shownFacets(search)), false);
        if (fragment) {
            context.header("HX-Push-Url", search.url());
        }
        templates.respond(
                context,
                fragment ? "search/fragment.jte" : "search/page.jte",
                SearchPage.of(
                        requested,
                        results,
                        indicators.get(engine),
                        searches.indexState(),
                        engine.status().cases() > 0,
                        templates.assets(context)));
    }

    /** The municipalities are shown below the prefecture that is selected. */
    private static Set<Facet> shownFacets(SearchState search) {
        return search.request().filters().isSet(Facet.PREFECTURE)
                ? Set.of(Facet.COLLECTION, Facet.MUNICIPALITY)
                : Set.of(Facet.COLLECTION);
    }

    private void start(Context context, SearchEngine engine, boolean fragment) throws IOException {
        if (fragment) {
            context.header("HX-Redirect", SearchState.EMPTY.url()).status(204);
            return;
        }
        SearchResults everything =
                searches.search(engine, SearchState.of("", engine.facets()).request());
        templates.respond(
                context,
                "start/page.jte",
                StartPage.of(
                        engine.status(),
                        engine.cases(),
                        everything,
                        engine.facets(),
                        examples.get(engine),
                        templates.assets(context)));
    }

    private List<SearchState> findingExamples(SearchEngine engine) throws IOException {
        List<SearchState> finding = new ArrayList<>();
        for (String query : site.texts().examples()) {
            SearchState example = SearchState.of(query, engine.facets());
            if (engine.search(example.request(), searches.deadline()).total().sections() > 0) {
                finding.add(example);
            }
        }
        return List.copyOf(finding);
    }

    /** False if the browser restores a page of its history, which has to be complete. */
    private static boolean isFragmentRequest(Context context) {
        return context.header("HX-Request") != null && !"true".equals(context.header("HX-History-Restore-Request"));
    }

    /** Responds with a case whose matches are highlighted. */
    public void caseStudy(Context context, SearchEngine engine) throws IOException, ProblemException {
        String id = context.pathParam("id");
        SearchParameters.CaseSearch requested = new SearchParameters(engine).readWithPart(QueryString.raw(context));
        HighlightedCase highlighted = engine.highlight(id, requested.search().request(), searches.deadline())
                .orElseThrow(() -> new ProblemException(Problem.noSuchCase(id)));
        templates.respond(
                context,
                "reader/page.jte",
                CasePage.of(
                        highlighted,
                        engine.similarCases(id, CasePage.MAX_SIMILAR, searches.deadline()),
                        ranking.get(engine),
                        requested,
                        originals.has(highlighted.caseStudy().source()),
                        LocalDate.now(clock),
                        templates.assets(context)));
    }

    /** Explains why a section matches: as a page, or for htmx as a fragment. */
    public void explain(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchState search = new SearchParameters(engine).read(QueryString.raw(context));
        context.header("Vary", VARY);
        templates.respond(
                context,
                isFragmentRequest(context) ? "why/answer.jte" : "why/page.jte",
                WhyPage.of(
                        search,
                        SectionPath.of(context).explain(engine, search.request(), searches.deadline()),
                        templates.assets(context)));
    }

    /** Responds with the sections of other cases that are similar to one section. */
    public void similarSections(Context context, SearchEngine engine) throws IOException, ProblemException {
        String id = context.pathParam("id");
        String sectionId = context.pathParam("section");
        SearchState search = new SearchParameters(engine).read(QueryString.raw(context));
        CaseStudy caseStudy = engine.caseStudy(id).orElseThrow(() -> new ProblemException(Problem.noSuchCase(id)));
        Section section = caseStudy
                .section(sectionId)
                .orElseThrow(() -> new ProblemException(Problem.noSuchSection(id, sectionId)));
        templates.respond(
                context,
                "similar/page.jte",
                SimilarPage.of(
                        caseStudy,
                        section,
                        engine.similarSections(id, sectionId, MAX_SIMILAR, searches.deadline()),
                        search,
                        templates.assets(context)));
    }

    /** Responds with the page about this site. */
    public void about(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        templates.respond(
                context,
                "about/page.jte",
                AboutPage.of(
                        site.version(),
                        site.contact(),
                        engine.status(),
                        collections.get(engine),
                        engine.statistics().source(),
                        templates.assets(context)));
    }

    /** Responds with the help page, which names the facets of the corpus once there is an index. */
    public void help(Context context, EngineReference engines) throws IOException, ProblemException {
        SearchParameters.rejectAny(context);
        templates.respond(context, "help/page.jte", HelpPage.of(facets(engines), templates.assets(context)));
    }

    private static FacetScheme facets(EngineReference engines) throws IOException {
        try {
            return engines.with(SearchEngine::facets);
        } catch (IndexNotReadyException | SearchUnavailableException e) {
            return FacetScheme.NONE;
        }
    }
}
