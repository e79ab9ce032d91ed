package jirei.web.handler;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;
import jirei.search.CaseSummary;
import jirei.search.Deadline;
import jirei.search.Hit;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.web.export.AtomFeed;
import jirei.web.page.SiteAddress;
import jirei.web.page.search.SearchPage;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.server.InstrumentedSearch;
import jirei.web.server.TemplateRenderer;

/** The handler of Atom feeds, which have the parameters of a search. Thread-safe. */
public final class FeedHandlers {
    /** The maximum number of entries. */
    private static final int MAX_ENTRIES = 100;
    /** The number of cases that are searched at once: cases usually have several hits. */
    private static final int CASES_AT_ONCE = 10;

    private final InstrumentedSearch searches;
    private final CaseTimes cases;
    private final String site;

    /**
     * @param cases when the cases were written
     * @param site the name of the site
     */
    public FeedHandlers(InstrumentedSearch searches, CaseTimes cases, String site) {
        this.searches = searches;
        this.cases = cases;
        this.site = site;
    }

    /**
     * Responds with {@value #MAX_ENTRIES} hits, those in the cases written last first. The sort order of the search is
     * not used, and the search is not counted as one of a person.
     */
    public void search(Context context, SearchEngine engine) throws IOException, ProblemException {
        SearchState search = new SearchParameters(engine).read(QueryString.raw(context));
        Map<String, Instant> times = cases.newestFirst();
        SiteAddress address = TemplateRenderer.address(context);
        String title = search.isBlank() ? "すべての記述" : SearchPage.heading(search.request());
        context.contentType(AtomFeed.CONTENT_TYPE)
                .result(AtomFeed.of(
                        site,
                        title,
                        address.url(search.feedUrl()),
                        address.url(search.withPage(1).url()),
                        new ExportHitMapper(engine, address, LocalDate.EPOCH)
                                .map(newest(engine, search.request(), times)),
                        times));
    }

    private List<Hit> newest(SearchEngine engine, SearchRequest request, Map<String, Instant> times)
            throws IOException, ProblemException {
        Deadline deadline = searches.deadline();
        List<String> ids = newestFirst(engine, engine.matchingCaseIds(request, deadline), times);
        List<Hit> hits = new ArrayList<>();
        for (int from = 0; from < ids.size() && hits.size() < MAX_ENTRIES; from += CASES_AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + CASES_AT_ONCE));
            hits.addAll(hits(engine, request, some, deadline));
        }
        return hits.subList(0, Math.min(hits.size(), MAX_ENTRIES));
    }

    /** Returns {@code ids} by time; those of unknown time are last, the newest fiscal year first. */
    private static List<String> newestFirst(SearchEngine engine, Set<String> ids, Map<String, Instant> times)
            throws IOException {
        List<String> sorted = new ArrayList<>(times.keySet());
        sorted.retainAll(ids);
        if (sorted.size() < ids.size()) {
            engine.cases().stream()
                    .filter(one -> ids.contains(one.id()) && !times.containsKey(one.id()))
                    .sorted(Comparator.comparing(CaseSummary::year, Comparator.nullsLast(Comparator.reverseOrder())))
                    .map(CaseSummary::id)
                    .forEach(sorted::add);
        }
        return sorted;
    }

    /** Returns the hits in the cases {@code ids}, in the order of these. */
    private static List<Hit> hits(SearchEngine engine, SearchRequest request, List<String> ids, Deadline deadline)
            throws IOException, ProblemException {
        SearchRequest within = request.filteredBy(request.filters().within(Set.copyOf(ids)))
                .groupedByCase(false)
                .sortedBy(SortOrder.NUMBER)
                .withSize(SearchRequest.MAX_PAGE_SIZE);
        List<Hit> hits = new ArrayList<>();
        int last = SearchRequest.MAX_HIT_RANK / SearchRequest.MAX_PAGE_SIZE;
        long all = 1;
        for (int page = 1; page <= last && hits.size() < all; page++) {
            SearchResults results = engine.search(within.withPage(page), deadline);
            if (!results.total().exact()) {
                throw new ProblemException(Problem.tooSlow());
            }
            all = results.hits().isEmpty() ? 0 : results.total().sections();
            hits.addAll(results.hits());
        }
        hits.sort(Comparator.comparingInt(hit -> ids.indexOf(hit.caseId())));
        return hits;
    }
}
