package jirei.engine.advice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jirei.cases.Place;
import jirei.engine.backend.IndexAccess;
import jirei.engine.match.FilterEvaluator;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.spell.CorrectionCandidates;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.ParsedQuery;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.And;
import jirei.query.QueryExpression.MatchAll;
import jirei.query.QueryExpression.Not;
import jirei.query.QueryExpression.Value;
import jirei.query.QueryFormatter;
import jirei.query.SearchRequest;
import jirei.search.NoHitsAdvice;
import jirei.search.NoHitsAdvice.Alternative;
import jirei.search.NoHitsAdvice.FilterRemoval;
import jirei.search.QueryInterpretation;
import jirei.search.SpellingCorrection;
import org.jspecify.annotations.Nullable;

/**
 * Advises on searches without hits. The number of searches that are counted for it is limited. Not thread-safe.
 *
 * @param <S> the doc set type
 */
public final class NoHitsAdvisor<S> {
    private static final int MAX_PARTS = 7;
    private static final int MAX_FILTERS = 4;
    private static final int MAX_PREFECTURES = 2;

    private final RequestQueryFactory queries;
    private final AlternativeSearches<S> searches;
    private final AbsentPlaces<S> places;

    /**
     * Creates an advisor.
     *
     * @param index the index
     * @param filters applies filters
     * @param queries builds queries with the options of the request; corrections may be applied
     * @param candidates loaded only if a word may be misspelled
     * @param resolved resolves the facet values of a parsed query
     */
    public NoHitsAdvisor(
            IndexAccess<S> index,
            FilterEvaluator<S> filters,
            RequestQueryFactory queries,
            Supplier<CorrectionCandidates> candidates,
            UnaryOperator<ParsedQuery> resolved) {
        this.queries = queries;
        this.searches = new AlternativeSearches<>(index, filters, queries, candidates, resolved);
        this.places = new AbsentPlaces<>(index, queries);
    }

    /**
     * Returns the advice for {@code request}, which has no hits.
     *
     * @param interpretation how its query was interpreted
     * @param matches the sections that its query matches, before filtering
     */
    public NoHitsAdvice advise(SearchRequest request, QueryInterpretation interpretation, S matches)
            throws IOException {
        QueryExpression expression = interpretation.query().expression();
        Set<Place> absent = places.of(request);
        List<FilterRemoval> removals = clickedFilters(request, matches);
        removals.addAll(typedFilters(request, expression));
        return new NoHitsAdvice(
                List.copyOf(absent),
                prefectures(absent),
                List.of(),
                spellings(request, interpretation.correction()),
                parts(request, expression),
                removals,
                unfiltered(request, expression));
    }

    private List<Alternative> prefectures(Collection<Place> absent) throws IOException {
        List<Alternative> offers = new ArrayList<>();
        List<String> names = absent.stream()
                .map(place -> place.prefecture().fullName())
                .distinct()
                .limit(MAX_PREFECTURES)
                .toList();
        for (String name : names) {
            SearchRequest search = SearchRequest.of("").with(Facet.PREFECTURE, name);
            add(offers, name, search, searches.count(search));
        }
        return offers;
    }

    private List<Alternative> spellings(SearchRequest request, @Nullable SpellingCorrection correction)
            throws IOException {
        List<Alternative> offers = new ArrayList<>();
        if (correction != null && !correction.applied()) {
            SearchRequest search = request.withQuery(correction.text());
            add(offers, correction.text(), search, searches.count(search));
        }
        return offers;
    }

    /**
     * The query without its prohibited words, and its parts under all conditions; of parts within each other only the
     * longest.
     */
    private List<Alternative> parts(SearchRequest request, QueryExpression expression) throws IOException {
        List<Alternative> offers = new ArrayList<>();
        List<QueryExpression> words = new ArrayList<>(expression.required());
        words.removeIf(Value.class::isInstance);
        if (!expression.prohibited().isEmpty() && !words.isEmpty()) {
            addPart(offers, request, allOf(words), conditions(expression, Value.class::isInstance));
        }
        for (QueryExpression part :
                QueryParts.of(expression, queries).stream().limit(MAX_PARTS).toList()) {
            addPart(
                    offers,
                    request,
                    part,
                    conditions(expression, operand -> operand instanceof Value || operand instanceof Not));
        }
        return offers;
    }

    private static List<QueryExpression> conditions(QueryExpression expression, Predicate<QueryExpression> condition) {
        return operands(expression).stream().filter(condition).toList();
    }

    private void addPart(
            List<Alternative> offers, SearchRequest request, QueryExpression part, List<QueryExpression> conditions)
            throws IOException {
        List<QueryExpression> all = new ArrayList<>(operands(part));
        all.addAll(conditions);
        Optional<String> text = QueryFormatter.format(part, request.query().facets());
        Optional<SearchRequest> search = withQuery(request, allOf(all));
        if (text.isPresent()
                && search.isPresent()
                && offers.stream().noneMatch(offer -> offer.text().contains(text.get()))) {
            add(offers, text.get(), search.get(), searches.countAsTyped(search.get()));
        }
    }

    private static void add(List<Alternative> offers, String text, SearchRequest search, long sections) {
        if (sections > 0) {
            offers.add(new Alternative(text, search, sections));
        }
    }

    private List<FilterRemoval> clickedFilters(SearchRequest request, S matches) throws IOException {
        List<FilterRemoval> removals = new ArrayList<>();
        for (SingleFilters.Removable filter :
                SingleFilters.of(request.filters()).stream().limit(MAX_FILTERS).toList()) {
            SearchRequest search = request.filteredBy(filter.remaining());
            if (!isBlank(search)) {
                add(removals, filter.removed(), search, searches.count(matches, filter.remaining()));
            }
        }
        return removals;
    }

    private List<FilterRemoval> typedFilters(SearchRequest request, QueryExpression expression) throws IOException {
        List<FilterRemoval> removals = new ArrayList<>();
        for (QueryExpression operand : operands(expression)) {
            Optional<Filters> filter = filter(operand);
            if (filter.isPresent() && removals.size() < MAX_FILTERS) {
                List<QueryExpression> others = new ArrayList<>(operands(expression));
                others.remove(operand);
                Optional<SearchRequest> search = withQuery(request, allOf(others));
                if (search.isPresent() && !isBlank(search.get())) {
                    add(removals, filter.get(), search.get(), searches.count(search.get()));
                }
            }
        }
        return removals;
    }

    private static void add(List<FilterRemoval> removals, Filters removed, SearchRequest search, long sections) {
        if (sections > 0) {
            removals.add(new FilterRemoval(removed, search, sections));
        }
    }

    private @Nullable Alternative unfiltered(SearchRequest request, QueryExpression expression) throws IOException {
        List<QueryExpression> words = operands(expression).stream()
                .filter(operand -> filter(operand).isEmpty())
                .toList();
        int filters = SingleFilters.of(request.filters()).size()
                + operands(expression).size()
                - words.size();
        Optional<SearchRequest> search = withQuery(request.filteredBy(Filters.NONE), allOf(words));
        if (filters < 2 || search.isEmpty() || isBlank(search.get())) {
            return null;
        }
        long sections = searches.count(search.get());
        return sections == 0 ? null : new Alternative(search.get().query().text(), search.get(), sections);
    }

    private static List<QueryExpression> operands(QueryExpression expression) {
        return expression instanceof And(List<QueryExpression> operands) ? operands : List.of(expression);
    }

    /** Returns {@code operand} as a filter if it is one: 県:大阪府 or -県:大阪府. */
    private static Optional<Filters> filter(QueryExpression operand) {
        return switch (operand) {
            case Value(Facet facet, String value) -> Optional.of(Filters.of(Map.of(facet, Set.of(value))));
            case Not(Value(Facet facet, String value)) -> Optional.of(SingleFilters.excluded(facet, value));
            default -> Optional.empty();
        };
    }

    private static QueryExpression allOf(List<QueryExpression> operands) {
        return switch (operands.size()) {
            case 0 -> new MatchAll();
            case 1 -> operands.getFirst();
            default -> new And(operands);
        };
    }

    /** Returns {@code request} for {@code expression}; empty if that cannot be typed. */
    private static Optional<SearchRequest> withQuery(SearchRequest request, QueryExpression expression) {
        return QueryFormatter.format(expression, request.query().facets()).map(request::withQuery);
    }

    /** Returns whether {@code request} has neither words nor filters and would find everything. */
    private static boolean isBlank(SearchRequest request) {
        return request.query().expression() instanceof MatchAll
                && request.filters().isEmpty();
    }
}
