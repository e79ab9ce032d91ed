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
import java.util.stream.Stream;
import jirei.cases.Citation;
import jirei.query.Facet;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.HighlightedCase;
import jirei.search.SearchEngine;
import jirei.web.export.ComparisonFile;
import jirei.web.export.ExportFormat;
import jirei.web.export.ExportHead;
import jirei.web.page.SiteAddress;
import jirei.web.page.compare.ComparePage;
import jirei.web.page.compare.Comparison;
import jirei.web.page.compare.TownColumn;
import jirei.web.request.ParameterNames;
import jirei.web.request.Problem;
import jirei.web.request.ProblemException;
import jirei.web.request.QueryString;
import jirei.web.request.SearchParameters;
import jirei.web.request.SearchState;
import jirei.web.server.Bulkhead;
import jirei.web.server.InstrumentedSearch;
import jirei.web.server.TemplateRenderer;

/**
 * The handlers of case comparisons. Parameters: {@code case}, two to four times, or from once beside the reader's own
 * municipality, whose parameters are those of a region; and {@code q}, whose matches are highlighted. Thread-safe.
 */
public final class ComparisonHandlers {
    private static final String CASE = "case";
    private static final List<String> NAMES = Stream.concat(Stream.of(CASE, "q"), ParameterNames.OF_REGION.stream())
            .toList();

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
        SearchState search = SearchState.of(SearchParameters.query(parameters), engine.facets());
        Set<String> ids = new LinkedHashSet<>(parameters.values(CASE));
        List<String> compared = ids.stream().limit(ComparePage.MAX_CASES).toList();
        List<HighlightedCase> cases =
                cases(engine, compared, search.request().query().text());
        templates.respond(
                context,
                "compare/page.jte",
                ComparePage.of(
                        cases,
                        ids.size() - compared.size(),
                        engine.cases(),
                        engine.facetValues(Facet.ACTOR),
                        new SearchParameters(engine).region(parameters).orElse(null),
                        search,
                        templates.assets(context)));
    }

    /** Responds with the table as a file. */
    public void export(Context context, SearchEngine engine) throws IOException, ProblemException {
        FileDownload file = FileDownload.read(QueryString.raw(context), NAMES, ExportFormat.OF_TABLES);
        SearchParameters.query(file.parameters());
        Optional<RegionComparison> town = new SearchParameters(engine).region(file.parameters());
        List<HighlightedCase> cases =
                exports.run(() -> comparedCases(engine, file, ComparePage.minCases(town.orElse(null))));
        Comparison ofCases = Comparison.of(cases, engine.facetValues(Facet.ACTOR), SearchState.of("", engine.facets()));
        Comparison comparison =
                town.map(region -> TownColumn.before(ofCases, region)).orElse(ofCases);
        LocalDate today = LocalDate.now(clock);
        List<String> citations = Stream.concat(
                        town.stream().map(region -> engine.statistics().source()),
                        cases.stream().map(highlighted -> Citation.of(highlighted.caseStudy(), today)
                                .sist02()))
                .toList();
        String title = "事例の比較（"
                + comparison.heads().stream().map(Comparison.Head::name).collect(Collectors.joining("・")) + "）";
        var head = new ExportHead(title, facts(comparison, TemplateRenderer.address(context), today));
        file.send(context, title, today, exports, out -> () -> {
            ComparisonFile.write(comparison, citations, file.format(), head, out);
            return false;
        });
    }

    private List<HighlightedCase> comparedCases(SearchEngine engine, FileDownload file, int min)
            throws IOException, ProblemException {
        Set<String> ids = new LinkedHashSet<>(file.parameters().values(CASE));
        if (ids.size() < min || ids.size() > ComparePage.MAX_CASES) {
            throw invalidCount(ids);
        }
        return cases(engine, List.copyOf(ids), "");
    }

    private static List<String> facts(Comparison comparison, SiteAddress address, LocalDate today) {
        List<String> facts = comparison.heads().stream()
                .map(head -> head.name() + ": " + head.title() + " " + address.url(head.url()))
                .toList();
        return FileDownload.facts(facts, today, address);
    }

    private List<HighlightedCase> cases(SearchEngine engine, List<String> ids, String query)
            throws IOException, ProblemException {
        List<HighlightedCase> cases = highlight(engine, ids, SearchRequest.of(query, engine.facets()));
        if (cases.size() < ids.size()) {
            throw new ProblemException(Problem.noSuchCase(ids.get(cases.size())));
        }
        return cases;
    }

    /** Highlights the cases in order up to the first that does not exist, all within the time limit of one search. */
    private List<HighlightedCase> highlight(SearchEngine engine, List<String> ids, SearchRequest request)
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
