package jirei.web.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jirei.cases.VisibleText;
import jirei.query.ExpansionOptions;
import jirei.query.Facet;
import jirei.query.FacetScheme;
import jirei.query.Filters;
import jirei.query.HitLayout;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;

/**
 * The state of a search as held by a URL: query, filters, sort order and page. All links of a page derive from it, so
 * that every view can be shared by its URL. Parameter names are the same in the pages and in the API. Immutable.
 *
 * @param request the search request
 */
public record SearchState(SearchRequest request) {
    /** The empty search. */
    public static final SearchState EMPTY = new SearchState(SearchRequest.of(""));

    /** Returns a search for {@code query} without filters. */
    public static SearchState of(String query) {
        return new SearchState(SearchRequest.of(query));
    }

    /** Returns a search for {@code query} without filters, in a corpus with {@code facets}. */
    public static SearchState of(String query, FacetScheme facets) {
        return new SearchState(SearchRequest.of(query, facets));
    }

    /** Whether neither a query nor a filter is set, as on the start page. */
    public boolean isBlank() {
        return VisibleText.isBlank(request.query().text()) && !isFiltered();
    }

    /** Whether any filter is set. */
    public boolean isFiltered() {
        return !request.filters().isEmpty();
    }

    /** Returns this search with {@code value} selected in {@code facet} in addition to others, on the first page. */
    public SearchState with(Facet facet, String value) {
        Set<String> values = new LinkedHashSet<>(request.filters().selected(facet));
        values.add(value);
        return filteredBy(request.filters().withSelected(facet, values));
    }

    /** Returns this search with only {@code value} selected in {@code facet}, on the first page. */
    public SearchState withOnly(Facet facet, String value) {
        return filteredBy(request.filters().withSelected(facet, Set.of(value)));
    }

    /** Returns this search without {@code value} selected in {@code facet}, or a value below it, on the first page. */
    public SearchState without(Facet facet, String value) {
        Filters filters = request.filters();
        for (Facet other : facet.alternatives()) {
            Set<String> values = new LinkedHashSet<>(filters.selected(other));
            values.removeIf(selected -> (other.equals(facet) && selected.equals(value))
                    || other.valuesAbove(selected).contains(value));
            filters = filters.withSelected(other, values);
        }
        return filteredBy(filters);
    }

    /** Returns this search without {@code value} excluded in {@code facet}, on the first page. */
    public SearchState withoutExcluded(Facet facet, String value) {
        Set<String> values = new LinkedHashSet<>(request.filters().excluded(facet));
        values.remove(value);
        return filteredBy(request.filters().withExcluded(facet, values));
    }

    /** Returns this search with {@code filters} instead of its own, on the first page. */
    public SearchState filteredBy(Filters filters) {
        return new SearchState(request.filteredBy(filters));
    }

    /** Returns this search without filters, on the first page. */
    public SearchState withoutFilters() {
        return filteredBy(Filters.NONE);
    }

    /** Returns this search with another query, on the first page. */
    public SearchState withQuery(String query) {
        return new SearchState(request.withQuery(query));
    }

    /** Returns this search with another sort order, on the first page. */
    public SearchState sortedBy(SortOrder sort) {
        return new SearchState(request.sortedBy(sort));
    }

    /**
     * Returns another page of this search.
     *
     * @param page from 1
     */
    public SearchState withPage(int page) {
        return new SearchState(request.withPage(page));
    }

    /** Returns this search with other expansions, on the first page. */
    public SearchState withExpansions(ExpansionOptions options) {
        return new SearchState(request.with(options));
    }

    /** Returns this search without spelling correction, on the first page. */
    public SearchState verbatim() {
        return withExpansions(request.expansionOptions().verbatim(true));
    }

    /** Returns the parameters of {@code options} that differ from the default. */
    public static List<QueryString.Parameter> expansionParameters(ExpansionOptions options) {
        List<QueryString.Parameter> parameters = new ArrayList<>();
        if (!options.variants()) {
            parameters.add(new QueryString.Parameter("spellings", "off"));
        }
        if (!options.synonyms()) {
            parameters.add(new QueryString.Parameter("synonyms", "off"));
        }
        if (options.verbatim()) {
            parameters.add(new QueryString.Parameter("correction", "off"));
        }
        options.toggled()
                .forEach(expansion ->
                        parameters.add(new QueryString.Parameter(ExpansionParameters.name(expansion), expansion.id())));
        return parameters;
    }

    /** The URL of the search page. */
    public String url() {
        return "/" + queryString();
    }

    /** The URL of the same search in the API. */
    public String apiUrl() {
        return "/api/search" + queryString();
    }

    /** The URL of the Atom feed of this search. */
    public String feedUrl() {
        return "/feed" + queryString().without("page").without("size");
    }

    /** The URL of the page that compares cases to a region. */
    public String regionUrl() {
        return "/like" + queryString();
    }

    /** The URL of the charts of this search. */
    public String chartsUrl() {
        return "/charts" + queryString();
    }

    /** The URL of the case {@code id}, which keeps this search for the back link. */
    public String caseUrl(String id) {
        return "/cases/" + id + queryString();
    }

    /**
     * The URL of the section {@code sectionId} in the case {@code caseId}, which keeps this search. The section is also a
     * parameter, which selects the part of a long case.
     */
    public String sectionUrl(String caseId, String sectionId) {
        return "/cases/" + caseId + queryString().with("section", sectionId) + "#" + sectionId;
    }

    /**
     * The URL of a page of the original of the case {@code caseId}, which keeps this search.
     *
     * @param sectionId the id of a section to be marked; empty for none
     */
    public String originalUrl(String caseId, int page, String sectionId) {
        QueryString parameters =
                sectionId.isEmpty() ? queryString() : queryString().with("section", sectionId);
        return "/cases/" + caseId + "/pages/" + page + parameters;
    }

    /** The URL of the section {@code sectionId} in the case {@code caseId} without a search, for citations. */
    public static String permalink(String caseId, String sectionId) {
        return "/cases/" + caseId + "#" + sectionId;
    }

    /** The URL that explains why the section {@code sectionId} of the case {@code caseId} matches this search. */
    public String explanationUrl(String caseId, String sectionId) {
        return "/cases/" + caseId + "/sections/" + sectionId + "/why" + queryString();
    }

    /**
     * Returns the parameters that differ from the empty search, in the order query, filters, expansions, sort order,
     * grouping, size, page.
     */
    public QueryString queryString() {
        List<QueryString.Parameter> parameters = new ArrayList<>();
        if (!request.query().text().isBlank()) {
            parameters.add(new QueryString.Parameter("q", request.query().text()));
        }
        parameters.addAll(ParameterNames.parameters(request.filters()));
        parameters.addAll(expansionParameters(request.expansionOptions()));
        if (request.sort() != SortOrder.RELEVANCE) {
            parameters.add(new QueryString.Parameter("sort", request.sort().id()));
        }
        if (request.layout() != HitLayout.SECTIONS) {
            parameters.add(new QueryString.Parameter("group", request.layout().id()));
        }
        if (request.size() != SearchRequest.DEFAULT_PAGE_SIZE) {
            parameters.add(new QueryString.Parameter("size", Integer.toString(request.size())));
        }
        if (request.page() != 1) {
            parameters.add(new QueryString.Parameter("page", Integer.toString(request.page())));
        }
        return new QueryString(parameters);
    }
}
