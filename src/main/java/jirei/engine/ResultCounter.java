package jirei.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import jirei.cases.Indicator;
import jirei.cases.RegionSimilarity;
import jirei.engine.backend.BackendHit;
import jirei.engine.backend.FilteredMatches;
import jirei.engine.backend.IndexAccess;
import jirei.engine.backend.SearchBackend;
import jirei.engine.match.FilterEvaluator;
import jirei.engine.match.MatchEvaluator;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.schema.SchemaQueries;
import jirei.engine.similar.RegionSimilaritySearch;
import jirei.query.Expansion;
import jirei.query.ExpansionKind;
import jirei.query.FacetScheme;
import jirei.query.Filters;
import jirei.query.QueryExpression;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;
import jirei.search.ContextCount;
import jirei.search.Deadline;
import jirei.search.ExpansionCount;
import jirei.search.InfixCount;
import jirei.search.Relaxation;
import jirei.search.SearchTimeoutException;
import jirei.search.Suggestion;
import jirei.search.WordInterpretation;
import org.apache.lucene.util.IOFunction;
import org.jspecify.annotations.Nullable;

/**
 * Filters the matches of a query and finds what results say besides total and hits: matches of the case only, unknown
 * indicators, similar regions, matches within other words. Thread-safe.
 *
 * @param <S> the doc set type
 */
final class ResultCounter<S> {
    /** Suggestions are counted in an index of at most this many sections: each takes the search that it starts. */
    private static final long MAX_SECTIONS_TO_COUNT_SUGGESTIONS = 10_000;
    /** The number of words whose matches within other words are counted: each takes an evaluation of the query. */
    private static final int MAX_INFIX_COUNTS = 3;

    private final SearchBackend<S> backend;
    private final BiFunction<SearchRequest, IndexAccess<S>, RequestQueryFactory> queryFactory;

    /** @param queryFactory builds the queries of a request */
    ResultCounter(
            SearchBackend<S> backend, BiFunction<SearchRequest, IndexAccess<S>, RequestQueryFactory> queryFactory) {
        this.backend = backend;
        this.queryFactory = queryFactory;
    }

    /** Returns those of {@code matches} that pass {@code filters}. */
    FilteredMatches<S> filter(S matches, Filters filters, Deadline deadline) throws IOException {
        return backend.evaluate(deadline, index -> filters(index).filter(matches, filters));
    }

    /** Returns the filters over {@code index}. */
    FilterEvaluator<S> filters(IndexAccess<S> index) {
        return new FilterEvaluator<>(index, new RegionSimilaritySearch(index, backend::indicators));
    }

    /**
     * Returns {@code suggestions} with the number of sections that each finds; 0 in a large index, or if the deadline
     * expires.
     *
     * @param resolver resolves a request
     */
    List<Suggestion> counted(
            List<Suggestion> suggestions,
            FacetScheme facets,
            IOFunction<SearchRequest, ResolvedQuery<S>> resolver,
            Deadline deadline)
            throws IOException {
        boolean isSmall = backend.status().sections() <= MAX_SECTIONS_TO_COUNT_SUGGESTIONS;
        List<Suggestion> counted = new ArrayList<>();
        for (Suggestion suggestion : suggestions) {
            counted.add(suggestion.withSections(
                    isSmall ? sections(SearchRequest.of(suggestion.text(), facets), resolver, deadline) : 0));
        }
        return counted;
    }

    private int sections(SearchRequest request, IOFunction<SearchRequest, ResolvedQuery<S>> resolver, Deadline deadline)
            throws IOException {
        try {
            S matches = resolver.apply(request).matches().all();
            return Math.toIntExact(backend.total(filter(matches, request.filters(), deadline), deadline)
                    .sections());
        } catch (SearchTimeoutException e) {
            return 0;
        }
    }

    /** Counts the cases that match by title, place or parent heading; partial if the deadline expires. */
    ContextCount contextCount(ResolvedQuery<S> resolved, Filters filters, Deadline deadline) throws IOException {
        if (!resolved.hasContext()) {
            return ContextCount.NONE;
        }
        try {
            return new ContextCount(
                    cases(resolved.matches().contextCases(), filters, deadline),
                    cases(resolved.matches().contextOnly(), filters, deadline));
        } catch (SearchTimeoutException e) {
            deadline.markPartial();
            return ContextCount.NONE;
        }
    }

    private long cases(S matches, Filters filters, Deadline deadline) throws IOException {
        return backend.total(filter(matches, filters, deadline), deadline).cases();
    }

    /**
     * Returns the ids of those cases of {@code hits} that match by title, place or parent heading only; partial if the
     * deadline expires.
     *
     * @param contextOnly the first sections of all such cases
     */
    Set<String> contextOnlyCases(S contextOnly, Collection<BackendHit> hits, Deadline deadline) throws IOException {
        if (hits.isEmpty()) {
            return Set.of();
        }
        Set<String> ids = hits.stream().map(BackendHit::caseId).collect(Collectors.toSet());
        try {
            S found = backend.evaluate(
                    deadline,
                    index -> index.intersection(List.of(contextOnly, index.matching(SchemaQueries.caseIds(ids)))));
            return backend.matchingCaseIds(filter(found, Filters.NONE, deadline), deadline);
        } catch (SearchTimeoutException e) {
            deadline.markPartial();
            return Set.of();
        }
    }

    /** Counts the cases that match all filters but lack the indicator of a range; partial if the deadline expires. */
    Map<Indicator, Long> missingIndicators(ResolvedQuery<S> resolved, Filters filters, Deadline deadline)
            throws IOException {
        Map<Indicator, Long> missing = new EnumMap<>(Indicator.class);
        try {
            for (Indicator indicator : filters.ranges().keySet()) {
                FilteredMatches<S> without = backend.evaluate(deadline, index -> filters(index)
                        .missingIndicator(resolved.matches().all(), filters, indicator));
                long cases = backend.total(without, deadline).cases();
                if (cases > 0) {
                    missing.put(indicator, cases);
                }
            }
        } catch (SearchTimeoutException e) {
            deadline.markPartial();
        }
        return missing;
    }

    /** Returns the similarity of the cases of {@code hits} to the compared region in percent, by id, where known. */
    Map<String, Integer> similarities(@Nullable RegionComparison comparison, Collection<BackendHit> hits)
            throws IOException {
        Map<String, Integer> percents = new HashMap<>();
        if (comparison != null) {
            Map<Indicator, Double> own = Indicator.allOf(comparison.region());
            for (BackendHit hit : hits) {
                double score = RegionSimilarity.score(own, backend.indicators(hit), comparison.weights());
                if (score >= 0) {
                    percents.put(hit.caseId(), (int) Math.round(100 * score));
                }
            }
        }
        return percents;
    }

    /**
     * Counts the matches within other words of each word of {@code request}, in the order typed. They are not counted if
     * the query was relaxed, which toggling the expansion may change, or if the deadline expires.
     *
     * @param total the number of sections that match the request
     */
    List<InfixCount> infixCounts(SearchRequest request, ResolvedQuery<S> resolved, long total, Deadline deadline)
            throws IOException {
        List<InfixCount> counts = new ArrayList<>();
        Set<Expansion> seen = new HashSet<>();
        for (WordInterpretation word : resolved.interpretation().words()) {
            for (ExpansionCount count : word.excluded() ? List.<ExpansionCount>of() : word.expansions()) {
                if (count.expansion().kind() == ExpansionKind.INFIX
                        && seen.size() < MAX_INFIX_COUNTS
                        && seen.add(count.expansion())) {
                    infixCount(request, resolved, word, count, total, deadline).ifPresent(counts::add);
                }
            }
        }
        return counts;
    }

    /** Returns nothing if the matches within other words make no difference to the request. */
    private Optional<InfixCount> infixCount(
            SearchRequest request,
            ResolvedQuery<S> resolved,
            WordInterpretation word,
            ExpansionCount count,
            long total,
            Deadline deadline)
            throws IOException {
        InfixCount.Use use = use(request, word, count);
        OptionalLong sections =
                use == InfixCount.Use.ONLY ? OptionalLong.empty() : added(request, resolved, count, total, deadline);
        boolean isShown =
                switch (use) {
                    case ONLY -> total > 0;
                    case OFF -> sections.orElse(1) > 0;
                    case ON -> true;
                };
        return isShown ? Optional.of(new InfixCount(word.text(), count.expansion(), use, sections)) : Optional.empty();
    }

    private static InfixCount.Use use(SearchRequest request, WordInterpretation word, ExpansionCount count) {
        if (!count.enabled()) {
            return InfixCount.Use.OFF;
        }
        boolean isRequested = request.expansionOptions().allows(count.expansion());
        return isRequested && word.sections() > count.additionalSections() ? InfixCount.Use.ON : InfixCount.Use.ONLY;
    }

    /** Returns the difference to the number of sections that match with the expansion toggled. */
    private OptionalLong added(
            SearchRequest request, ResolvedQuery<S> resolved, ExpansionCount count, long total, Deadline deadline)
            throws IOException {
        if (resolved.interpretation().relaxation() != Relaxation.NONE) {
            return OptionalLong.empty();
        }
        QueryExpression expression = resolved.interpretation().query().expression();
        if (expression instanceof QueryExpression.Word && request.filters().isEmpty()) {
            return OptionalLong.of(count.additionalSections());
        }
        SearchRequest toggled = request.with(request.expansionOptions().toggled(count.expansion()));
        try {
            S matches =
                    backend.evaluate(deadline, index -> new MatchEvaluator<>(index, queryFactory.apply(toggled, index))
                            .evaluate(expression));
            long other = backend.total(filter(matches, request.filters(), deadline), deadline)
                    .sections();
            return OptionalLong.of(Math.abs(total - other));
        } catch (SearchTimeoutException e) {
            return OptionalLong.empty();
        }
    }
}
