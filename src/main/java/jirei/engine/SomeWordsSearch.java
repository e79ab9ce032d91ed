package jirei.engine;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import jirei.engine.backend.BackendRequest;
import jirei.engine.backend.BackendResponse;
import jirei.engine.backend.FilteredMatches;
import jirei.engine.backend.IndexAccess;
import jirei.engine.backend.SearchBackend;
import jirei.engine.match.CountedMatches;
import jirei.engine.match.MatchEvaluator;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.sort.FacetCountOrder;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.FacetCount;
import jirei.search.Hit;
import jirei.search.Relaxation;
import jirei.search.SearchResults;

/**
 * Finds sections with some of the words of a query, which follow those that match all of it: of words typed together
 * often only one section has all. Thread-safe.
 *
 * @param <S> the doc set type
 */
final class SomeWordsSearch<S> {
    private static final Set<Relaxation> WHOLE_QUERY = Set.of(Relaxation.NONE, Relaxation.SAME_CASE);

    private final SearchBackend<S> backend;
    private final ResultCounter<S> counter;
    private final PageLoader<S> loader;
    private final FacetCountOrder facetOrder;
    private final BiFunction<SearchRequest, IndexAccess<S>, RequestQueryFactory> queryFactory;

    /** @param queryFactory builds the queries of a request */
    SomeWordsSearch(
            SearchBackend<S> backend,
            ResultCounter<S> counter,
            PageLoader<S> loader,
            FacetCountOrder facetOrder,
            BiFunction<SearchRequest, IndexAccess<S>, RequestQueryFactory> queryFactory) {
        this.backend = backend;
        this.counter = counter;
        this.loader = loader;
        this.facetOrder = facetOrder;
        this.queryFactory = queryFactory;
    }

    /** Returns whether the matches of the whole query leave room on the page of {@code request}, or just fill it. */
    static boolean hasRoom(SearchRequest request, SearchResults results) {
        return results.total().exact()
                && WHOLE_QUERY.contains(results.interpretation().relaxation())
                && results.interpretation().query().expression().required().size() > 1
                && results.items(request.byCase()) <= (long) request.page() * request.size();
    }

    /** Returns {@code results} followed by the hits for which the page has room, see {@link #hasRoom}. */
    SearchResults fill(
            SearchRequest request,
            ResolvedQuery<S> resolved,
            SearchResults results,
            boolean hasFacets,
            Deadline deadline)
            throws IOException {
        CountedMatches<S> some = someWords(request, resolved, deadline);
        FilteredMatches<S> matches =
                counter.filter(withoutWhole(some.all(), request, resolved, deadline), request.filters(), deadline);
        int before = Math.toIntExact(results.items(request.byCase()));
        int start = (request.page() - 1) * request.size();
        int from = Math.max(0, start - before);
        int size = start + request.size() - before - from;
        BackendResponse found = backend.search(
                new BackendRequest<>(
                        request,
                        matches,
                        resolved.scoringClauses(),
                        from,
                        size,
                        hasFacets ? request.countedFacets() : Set.of()),
                deadline);
        if (deadline.isPartial()) {
            return results;
        }
        List<Hit> hits = loader
                .load(resolved.patterns(), request.layout(), found.hits(), found.groups(), before + from, Set.of())
                .stream()
                .map(Hit::withSomeWords)
                .toList();
        Map<String, Integer> similarities =
                counter.similarities(request.filters().comparison(), found.hits());
        Map<Facet, List<FacetCount>> facets =
                hasFacets ? facetOrder.labels(found.facetCounts(), request.filters()) : Map.of();
        return results.followedBy(found.total(), facets, hits, found.groups(), similarities);
    }

    private CountedMatches<S> someWords(SearchRequest request, ResolvedQuery<S> resolved, Deadline deadline)
            throws IOException {
        return backend.evaluate(deadline, index -> new MatchEvaluator<>(index, queryFactory.apply(request, index))
                .someWords(resolved.interpretation().query().expression()));
    }

    /** Returns those of {@code some} that do not match the whole query; if hits are grouped, nor does their case. */
    private S withoutWhole(S some, SearchRequest request, ResolvedQuery<S> resolved, Deadline deadline)
            throws IOException {
        S whole = resolved.matches().all();
        FilteredMatches<S> filtered = counter.filter(whole, request.filters(), deadline);
        return backend.evaluate(
                deadline,
                index -> index.andNot(
                        some,
                        request.byCase()
                                ? index.sameCase(List.of(index.intersection(filtered.conjunction(null))))
                                : whole));
    }
}
