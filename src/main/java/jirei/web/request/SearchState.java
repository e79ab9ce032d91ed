package jirei.web.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jirei.query.ExpansionOptions;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.SearchRequest;
import jirei.query.SortOrder;

/**
 * What is searched, as a URL tells it: query, filters, order and page. All links of a page come from here, so that whatever is
 * on the screen can be sent to somebody else. Names are the same in the page's URL and in the API's.
 *
 * @param request what the engine is asked
 */
public record SearchState(SearchRequest request) {
    /** Nothing is asked for. */
    public static final SearchState NOTHING = new SearchState(SearchRequest.of(""));

    /** {@code query} alone. */
    public static SearchState of(String query) {
        return new SearchState(SearchRequest.of(query));
    }

    /** Whether neither a query nor a filter is set: the start page. */
    public boolean isBlank() {
        return request.query().isBlank() && !isFiltered();
    }

    /** Whether any filter is set. */
    public boolean isFiltered() {
        return !request.filters().isEmpty();
    }

    /** This with {@code value} chosen in {@code facet}, on the first page. */
    public SearchState with(Facet facet, String value) {
        Set<String> values = new LinkedHashSet<>(request.filters().selected(facet));
        values.add(value);
        return narrowedBy(request.filters().withSelected(facet, values));
    }

    /** This with just {@code value} chosen in {@code facet}, on the first page. */
    public SearchState choosing(Facet facet, String value) {
        return narrowedBy(request.filters().withSelected(facet, Set.of(value)));
    }

    /** This without {@code value} chosen in {@code facet}, on the first page. */
    public SearchState without(Facet facet, String value) {
        Set<String> values = new LinkedHashSet<>(request.filters().selected(facet));
        values.remove(value);
        return narrowedBy(request.filters().withSelected(facet, values));
    }

    /** This with {@code value} no longer excluded in {@code facet}, on the first page. */
    public SearchState allowing(Facet facet, String value) {
        Set<String> values = new LinkedHashSet<>(request.filters().excluded(facet));
        values.remove(value);
        return narrowedBy(request.filters().withExcluded(facet, values));
    }

    /** This narrowed by {@code filters}, on the first page. */
    public SearchState narrowedBy(Filters filters) {
        return new SearchState(request.filteredBy(filters));
    }

    /** This without any filter, on the first page. */
    public SearchState withoutFilters() {
        return narrowedBy(Filters.NONE);
    }

    /** This with another query, on the first page. */
    public SearchState asking(String query) {
        return new SearchState(request.withQuery(query));
    }

    /** This in the order {@code sort}, on the first page. */
    public SearchState sortedBy(SortOrder sort) {
        return new SearchState(request.sortedBy(sort));
    }

    /** Page {@code page} of this, from 1. */
    public SearchState onPage(int page) {
        return new SearchState(request.withPage(page));
    }

    /** This with the words looked for in the forms of {@code matching}, on the first page. */
    public SearchState matching(ExpansionOptions matching) {
        return new SearchState(request.with(matching));
    }

    /** This with the query answered as it is spelt, on the first page. */
    public SearchState insisting() {
        return matching(request.expansionOptions().verbatim(true));
    }

    /** What of {@code matching} differs from every form. */
    public static List<QueryString.Parameter> matchingParameters(ExpansionOptions matching) {
        List<QueryString.Parameter> parameters = new ArrayList<>();
        if (!matching.variants()) {
            parameters.add(new QueryString.Parameter("spellings", "off"));
        }
        if (!matching.synonyms()) {
            parameters.add(new QueryString.Parameter("synonyms", "off"));
        }
        if (matching.verbatim()) {
            parameters.add(new QueryString.Parameter("correction", "off"));
        }
        matching.disabled().forEach(form -> parameters.add(new QueryString.Parameter("off", form.id())));
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

    /** The URL of the page that compares cases to one's own municipality. */
    public String likeUrl() {
        return "/like" + queryString();
    }

    /** The URL of the page that shows this search as charts. */
    public String chartsUrl() {
        return "/charts" + queryString();
    }

    /** The URL of the case {@code id}, which keeps this search so that the way back leads here. */
    public String caseUrl(String id) {
        return "/cases/" + id + queryString();
    }

    /** The URL of the section {@code sectionId} in the case {@code caseId}, which keeps this search. */
    public String sectionUrl(String caseId, String sectionId) {
        return caseUrl(caseId) + "#" + sectionId;
    }

    /** The URL that tells why the section {@code sectionId} of the case {@code caseId} is among the hits of this search. */
    public String whyUrl(String caseId, String sectionId) {
        return "/cases/" + caseId + "/sections/" + sectionId + "/why" + queryString();
    }

    /** What differs from asking for nothing: the query, filters, order, grouping, size, page. */
    public QueryString queryString() {
        List<QueryString.Parameter> parameters = new ArrayList<>();
        if (!request.query().isBlank()) {
            parameters.add(new QueryString.Parameter("q", request.query()));
        }
        parameters.addAll(ParameterNames.parameters(request.filters()));
        parameters.addAll(matchingParameters(request.expansionOptions()));
        if (request.sort() != SortOrder.RELEVANCE) {
            parameters.add(new QueryString.Parameter("sort", request.sort().id()));
        }
        if (request.byCase()) {
            parameters.add(new QueryString.Parameter("group", "case"));
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
