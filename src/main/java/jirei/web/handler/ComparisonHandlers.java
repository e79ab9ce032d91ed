package jirei.web.handler;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.HighlightedCase;
import jirei.search.SearchEngine;
import jirei.web.export.ComparisonFile;
import jirei.web.export.ExportFormat;
import jirei.web.export.ExportHead;
import jirei.web.page.compare.ComparePage;
import jirei.web.page.compare.Comparison;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.server.Bulkhead;
import jirei.web.server.InstrumentedSearch;
import jirei.web.server.TemplateRenderer;

/**
 * The handlers of case comparisons. Parameters: {@code case}, two to four times, and {@code q}, whose matches are
 * highlighted. Thread-safe.
 */
public final class ComparisonHandlers {
    private static final String CASE = "case";
    private static final List<String> NAMES = List.of(CASE, "q");

    private final InstrumentedSearch searches;
    private final TemplateRenderer templates;
    private final Bulkhead exports;
    private final Clock clock;

    public ComparisonHandlers(InstrumentedSearch searches, TemplateRenderer templates, Bulkhead exports, Clock clock) {
        this.searches = searches;
        this.templates = templates;
        this.exports = exports;
        this.clock = clock;
    }

    /** Responds with the table, or with the form for fewer than two cases. */
    public void page(Context context, SearchEngine engine) throws IOException, ProblemException {
        QueryString parameters = SearchParameters.parse(QueryString.raw(context), NAMES);
        SearchState search = SearchState.of(SearchParameters.query(parameters));
        List<HighlightedCase> cases =
                cases(engine, parameters, search.request().query().text());
        templates.respond(
                context,
                "compare/page.jte",
                ComparePage.of(cases, engine.cases(), engine.facetValues(Facet.ACTOR), search, templates.assets()));
    }

    /** Responds with the table as a file. */
    public void export(Context context, SearchEngine engine) throws IOException, ProblemException {
        FileDownload file = FileDownload.read(QueryString.raw(context), NAMES, ExportFormat.OF_TABLES);
        SearchParameters.query(file.parameters());
        Comparison comparison = exports.run(() -> comparison(engine, file));
        LocalDate today = LocalDate.now(clock);
        String title = "事例の比較（"
                + comparison.heads().stream().map(Comparison.Head::name).collect(Collectors.joining("・")) + "）";
        var head = new ExportHead(title, facts(comparison, FileDownload.origin(context), today));
        file.send(context, title, today, exports, out -> () -> {
            ComparisonFile.write(comparison, file.format(), head, out);
            return false;
        });
    }

    private Comparison comparison(SearchEngine engine, FileDownload file) throws IOException, ProblemException {
        List<HighlightedCase> cases = cases(engine, file.parameters(), "");
        if (cases.size() < ComparePage.MIN_CASES) {
            throw invalidCount(cases.stream()
                    .map(highlighted -> highlighted.caseStudy().id())
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        return Comparison.of(cases, engine.facetValues(Facet.ACTOR), SearchState.EMPTY);
    }

    private static List<String> facts(Comparison comparison, String origin, LocalDate today) {
        List<String> facts = new ArrayList<>();
        comparison.heads().forEach(head -> facts.add(head.name() + ": " + head.title() + " " + origin + head.url()));
        facts.add("書き出した日: " + today);
        return facts;
    }

    private List<HighlightedCase> cases(SearchEngine engine, QueryString parameters, String query)
            throws IOException, ProblemException {
        Set<String> ids = new LinkedHashSet<>(parameters.values(CASE));
        if (ids.size() > ComparePage.MAX_CASES) {
            throw invalidCount(ids);
        }
        List<HighlightedCase> cases = highlight(engine, ids, SearchRequest.of(query));
        if (cases.size() < ids.size()) {
            throw new ProblemException(Problem.noSuchCase(List.copyOf(ids).get(cases.size())));
        }
        return cases;
    }

    /** Highlights the cases in order up to the first that does not exist, all within the time limit of one search. */
    private List<HighlightedCase> highlight(SearchEngine engine, Set<String> ids, SearchRequest request)
            throws IOException {
        Deadline deadline = searches.deadline();
        List<HighlightedCase> cases = new ArrayList<>();
        for (String id : ids) {
            Optional<HighlightedCase> highlighted = engine.highlight(id, request, deadline);
            if (highlighted.isEmpty()) {
                return cases;
            }
            cases.add(highlighted.get());
        }
        return cases;
    }

    private static ProblemException invalidCount(Set<String> ids) {
        return new ProblemException(Problem.wrongValue(
                CASE,
                String.join("&", ids),
                List.of(ComparePage.MIN_CASES + "〜" + ComparePage.MAX_CASES + "事例の id"),
                "比べられるのは" + ComparePage.MIN_CASES + "〜" + ComparePage.MAX_CASES + "事例です（" + ids.size() + "事例ありました）。"));
    }
}
