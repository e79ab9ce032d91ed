package jirei.web.page;

import java.util.List;
import java.util.Set;
import jirei.web.request.QueryString;
import jirei.web.request.SearchState;

/** Where to get what is found as a file. */
public final class ExportLinks {
    private static final List<Link> FORMATS = List.of(
            new Link("CSV", "csv"),
            new Link("Excel", "xlsx"),
            new Link("Markdown", "md"),
            new Link("RIS", "ris"),
            new Link("BibTeX", "bib"));
    private static final Set<String> OF_ONE_PAGE = Set.of("page", "size");
    private static final int OF_TABLES = 3;

    private ExportLinks() {}

    /** All hits of {@code search}, whatever page is shown. */
    public static List<Link> of(SearchState search) {
        List<QueryString.Parameter> kept = search.queryString().parameters().stream()
                .filter(parameter -> !OF_ONE_PAGE.contains(parameter.name()))
                .toList();
        return links("/export", new QueryString(kept), FORMATS);
    }

    /** The list that {@code items} describe. */
    public static List<Link> ofShortlist(QueryString items) {
        return links("/shortlist/export", items, FORMATS);
    }

    /** The table that {@code cases} describe. */
    public static List<Link> ofComparison(QueryString cases) {
        return links("/compare/export", cases, FORMATS.subList(0, OF_TABLES));
    }

    private static List<Link> links(String path, QueryString parameters, List<Link> formats) {
        return formats.stream()
                .map(format -> new Link(
                        format.label(),
                        path + parameters.with("format", format.url()).toString()))
                .toList();
    }
}
