package jirei.web.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.query.Facet;
import jirei.query.Matching;
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
        Map<Facet, Set<String>> filters = copyOfFilters();
        filters.computeIfAbsent(facet, f -> new LinkedHashSet<>()).add(value);
        return new SearchState(
                new SearchRequest(request.query(), filters, request.matching(), request.sort(), 1, request.size()));
    }

    /** This without {@code value} in {@code facet}, on the first page. */
    public SearchState without(Facet facet, String value) {
        Map<Facet, Set<String>> filters = copyOfFilters();
        filters.getOrDefault(facet, new LinkedHashSet<>()).remove(value);
        return new SearchState(
                new SearchRequest(request.query(), filters, request.matching(), request.sort(), 1, request.size()));
    }

    /** This without any filter, on the first page. */
    public SearchState withoutFilters() {
        return new SearchState(
                new SearchRequest(request.query(), Map.of(), request.matching(), request.sort(), 1, request.size()));
    }

    /** This with another query, on the first page. */
    public SearchState asking(String query) {
        return new SearchState(new SearchRequest(
                query, request.filters(), request.matching().asTyped(false), request.sort(), 1, request.size()));
    }

    /** Page {@code page} of this, from 1. */
    public SearchState onPage(int page) {
        return new SearchState(new SearchRequest(
                request.query(), request.filters(), request.matching(), request.sort(), page, request.size()));
    }

    /** This with the words looked for in the forms of {@code matching}, on the first page. */
    public SearchState matching(Matching matching) {
        return new SearchState(
                new SearchRequest(request.query(), request.filters(), matching, request.sort(), 1, request.size()));
    }

    /** This with the query answered as it is spelt, on the first page. */
    public SearchState insisting() {
        return matching(request.matching().asTyped(true));
    }

    /** What of {@code matching} differs from every form. */
    static List<QueryString.Parameter> matchingParameters(Matching matching) {
        List<QueryString.Parameter> parameters = new ArrayList<>();
        if (!matching.spellings()) {
            parameters.add(new QueryString.Parameter("spellings", "off"));
        }
        if (!matching.synonyms()) {
            parameters.add(new QueryString.Parameter("synonyms", "off"));
        }
        if (matching.asTyped()) {
            parameters.add(new QueryString.Parameter("correction", "off"));
        }
        matching.off().forEach(form -> parameters.add(new QueryString.Parameter("off", form.id())));
        return parameters;
    }

    private Map<Facet, Set<String>> copyOfFilters() {
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        request.filters().forEach((facet, values) -> copy.put(facet, new LinkedHashSet<>(values)));
        return copy;
    }

    /** The URL of the search page. */
    public String url() {
        return "/" + queryString();
    }

    /** The URL of the same search in the API. */
    public String apiUrl() {
        return "/api/search" + queryString();
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

    /** What differs from asking for nothing: the query, filters in the order of {@link Facet}, order, size, page. */
    public QueryString queryString() {
        List<QueryString.Parameter> parameters = new ArrayList<>();
        if (!request.query().isBlank()) {
            parameters.add(new QueryString.Parameter("q", request.query()));
        }
        request.filters()
                .forEach((facet, values) ->
                        values.forEach(value -> parameters.add(new QueryString.Parameter(facet.id(), value))));
        matchingParameters(request.matching()).forEach(parameters::add);
        if (request.sort() != SortOrder.RELEVANCE) {
            parameters.add(new QueryString.Parameter("sort", request.sort().id()));
        }
        if (request.size() != SearchRequest.USUAL_SIZE) {
            parameters.add(new QueryString.Parameter("size", Integer.toString(request.size())));
        }
        if (request.page() != 1) {
            parameters.add(new QueryString.Parameter("page", Integer.toString(request.page())));
        }
        return new QueryString(parameters);
    }
}
