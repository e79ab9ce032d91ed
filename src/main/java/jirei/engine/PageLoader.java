package jirei.engine;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import jirei.engine.backend.BackendHit;
import jirei.engine.backend.HighlightReader;
import jirei.engine.backend.IndexAccess;
import jirei.engine.backend.SearchBackend;
import jirei.engine.highlight.HitLoader;
import jirei.engine.highlight.RequestPatterns;
import jirei.engine.match.MatchEvaluator;
import jirei.engine.query.RequestQueryFactory;
import jirei.query.FacetScheme;
import jirei.query.HitLayout;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Word;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.Hit;
import jirei.search.HitGroup;
import jirei.search.SearchTimeoutException;
import org.apache.lucene.analysis.Analyzer;

/**
 * Loads the hits of a page and highlights them. Thread-safe.
 *
 * @param <S> the doc set type
 */
final class PageLoader<S> {
    private final SearchBackend<S> backend;
    private final Analyzer analyzer;
    private final FacetScheme facets;
    private final BiFunction<SearchRequest, IndexAccess<S>, RequestQueryFactory> queryFactory;

    /**
     * @param analyzer the index-time analyzer of every field
     * @param facets the facets of the corpus
     * @param queryFactory builds the queries of a request
     */
    PageLoader(
            SearchBackend<S> backend,
            Analyzer analyzer,
            FacetScheme facets,
            BiFunction<SearchRequest, IndexAccess<S>, RequestQueryFactory> queryFactory) {
        this.backend = backend;
        this.analyzer = analyzer;
        this.facets = facets;
        this.queryFactory = queryFactory;
    }

    /**
     * Loads {@code hits}; ranks begin at {@code rankOffset} + 1 and are those of the cases if hits are grouped.
     *
     * @param layout decides whether all matches in the texts are found too
     * @param groups the cases of the hits, in order; empty if hits are not grouped
     * @param contextOnlyCases the ids of the cases that match by title, place or parent heading only
     */
    List<Hit> load(
            RequestPatterns patterns,
            HitLayout layout,
            List<BackendHit> hits,
            List<HitGroup> groups,
            int rankOffset,
            Set<String> contextOnlyCases)
            throws IOException {
        try (HighlightReader reader = backend.highlightReader(hits)) {
            List<Hit> loaded = new HitLoader(backend::documents, facets)
                    .load(hits, rankOffset, patterns, contextOnlyCases, reader, analyzer);
            return layout == HitLayout.MATCHES
                    ? HitLoader.withTextMatches(loaded, patterns, reader, analyzer)
                    : HitLoader.groupedRanks(loaded, groups, rankOffset);
        }
    }

    /** Returns what {@code expression} highlights; without matches within other words if the deadline expires. */
    RequestPatterns patterns(SearchRequest request, QueryExpression expression, Deadline deadline) throws IOException {
        Set<Word> infixWords = infixWords(request, expression, deadline);
        return backend.evaluate(
                Deadline.NONE, index -> RequestPatterns.of(expression, queryFactory.apply(request, index), infixWords));
    }

    private Set<Word> infixWords(SearchRequest request, QueryExpression expression, Deadline deadline)
            throws IOException {
        try {
            return backend.evaluate(deadline, index -> new MatchEvaluator<>(index, queryFactory.apply(request, index))
                    .infixWords(expression));
        } catch (SearchTimeoutException e) {
            deadline.markPartial();
            return Set.of();
        }
    }
}
