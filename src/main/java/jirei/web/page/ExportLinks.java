package jirei.web.page;

import java.util.List;
import java.util.Set;
import jirei.web.request.QueryString;
import jirei.web.request.SearchState;

/** Links to file downloads. Stateless. */
public final class ExportLinks {
    private static final List<Link> FORMATS = List.of(
            new Link("CSV", "csv"),
            new Link("Excel", "xlsx"),
            new Link("Word", "docx"),
            new Link("Markdown", "md"),
            new Link("RIS", "ris"),
            new Link("BibTeX", "bib"));
    private static final Set<String> PAGING_PARAMETERS = Set.of("page", "size");
    private static final int TABLE_FORMATS = 4;

    private ExportLinks() {}

    /** Returns the links to all hits of {@code search}, not only those of its page. */
    public static List<Link> of(SearchState search) {
        List<QueryString.Parameter> parameters = search.queryString().parameters().stream()
                .filter(parameter -> !PAGING_PARAMETERS.contains(parameter.name()))
                .toList();
        return links("/export", new QueryString(parameters), FORMATS);
    }

    /** Returns the links to the shortlist with the parameters {@code items}. */
    public static List<Link> ofShortlist(QueryString items) {
        return links("/shortlist/export", items, FORMATS);
    }

    /** Returns the links to the comparison with the parameters {@code cases}; a comparison is always a table. */
    public static List<Link> ofComparison(QueryString cases) {
        return links("/compare/export", cases, FORMATS.subList(0, TABLE_FORMATS));
    }

    private static List<Link> links(String path, QueryString parameters, List<Link> formats) {
        return formats.stream()
                .map(format -> new Link(
                        format.label(),
                        path + parameters.with("format", format.url()).toString()))
                .toList();
    }
}
