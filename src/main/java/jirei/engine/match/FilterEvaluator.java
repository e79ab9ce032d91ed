package jirei.engine.match;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jirei.cases.Indicator;
import jirei.engine.backend.DocSets;
import jirei.engine.backend.FilteredMatches;
import jirei.engine.backend.FilteredMatches.FacetFilter;
import jirei.engine.query.WordQueryFactory;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.schema.SchemaQueries;
import jirei.engine.similar.RegionSimilaritySearch;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.NumberRange;
import jirei.query.RegionComparison;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Applies filters to the matches of a query. Not thread-safe.
 *
 * @param <S> the doc set type
 */
public final class FilterEvaluator<S> {
    private final DocSets<S> sets;
    private final RegionSimilaritySearch regions;

    /** @param regions finds the cases of similar regions */
    public FilterEvaluator(DocSets<S> sets, RegionSimilaritySearch regions) {
        this.sets = sets;
        this.regions = regions;
    }

    /** Returns the sections of {@code matches} that pass {@code filters}. */
    public FilteredMatches<S> filter(S matches, Filters filters) throws IOException {
        List<S> base = new ArrayList<>(List.of(matches));
        for (var range : filters.ranges().entrySet()) {
            base.add(sets.matching(range(range.getKey(), range.getValue())));
        }
        if (!filters.cases().isEmpty()) {
            base.add(sets.matching(SchemaQueries.caseIds(filters.cases())));
        }
        RegionComparison comparison = filters.comparison();
        if (comparison != null && comparison.top() != RegionComparison.ALL) {
            base.add(sets.matching(regions.topCasesQuery(comparison)));
        }
        return new FilteredMatches<>(sets.intersection(base), facetFilters(filters));
    }

    /** Alternative facets share the filter of what is selected; what is excluded is a filter of each. */
    private List<FacetFilter<S>> facetFilters(Filters filters) throws IOException {
        List<FacetFilter<S>> facetFilters = new ArrayList<>();
        for (Facet facet : filters.facets()) {
            Set<Facet> alternatives = facet.alternatives();
            if (facet.equals(alternatives.iterator().next())) {
                List<Query> selected = selected(filters, alternatives);
                if (!selected.isEmpty()) {
                    facetFilters.add(new FacetFilter<>(alternatives, sets.matching(WordQueryFactory.anyOf(selected))));
                }
            }
            if (!filters.excluded(facet).isEmpty()) {
                facetFilters.add(new FacetFilter<>(Set.of(facet), sets.matching(withoutExcluded(filters, facet))));
            }
        }
        return facetFilters;
    }

    /**
     * Returns the sections of {@code matches} that pass all other filters but lack {@code indicator}, so that its range
     * excludes them.
     */
    public FilteredMatches<S> missingIndicator(S matches, Filters filters, Indicator indicator) throws IOException {
        S known = sets.matching(new FieldExistsQuery(CaseDocumentMapper.indicatorField(indicator)));
        FilteredMatches<S> filtered = filter(matches, filters.without(indicator));
        return new FilteredMatches<>(sets.andNot(filtered.base(), known), filtered.facetFilters());
    }

    private static List<Query> selected(Filters filters, Set<Facet> alternatives) {
        return alternatives.stream()
                .flatMap(
                        facet -> filters.narrowest(facet).stream().map(value -> SchemaQueries.facetValue(facet, value)))
                .toList();
    }

    private static Query withoutExcluded(Filters filters, Facet facet) {
        var values = new BooleanQuery.Builder().add(SchemaQueries.allSections(), Occur.FILTER);
        filters.excluded(facet).forEach(value -> values.add(SchemaQueries.facetValue(facet, value), Occur.MUST_NOT));
        return values.build();
    }

    private static Query range(Indicator indicator, NumberRange range) {
        return DoubleField.newRangeQuery(
                CaseDocumentMapper.indicatorField(indicator),
                bound(range.min(), Double.NEGATIVE_INFINITY),
                bound(range.max(), Double.POSITIVE_INFINITY));
    }

    private static double bound(@Nullable BigDecimal bound, double unbounded) {
        return bound == null ? unbounded : bound.doubleValue();
    }
}
