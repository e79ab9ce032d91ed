package jirei.lucene;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jirei.cases.Measure;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.query.Like;
import jirei.query.Range;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Makes filters into queries. */
final class Narrowing {
    private final IndexSearcher searcher;
    private final AlikeSearch alike;

    Narrowing(IndexSearcher searcher, AlikeSearch alike) {
        this.searcher = searcher;
        this.alike = alike;
    }

    /** What {@code filters} leave of {@code query}: each facet is a dimension, all else is in the base. */
    DrillDownQuery narrowed(Query query, Filters filters) throws IOException {
        var narrowed = new DrillDownQuery(new FacetsConfig(), within(query, filters));
        facets(filters).forEach(facet -> narrowed.add(facet.id(), dimension(facet, filters)));
        return narrowed;
    }

    /** The facets in which something is set, in the order of their dimensions. */
    static List<Facet> facets(Filters filters) {
        return Stream.of(Facet.values())
                .filter(facet -> !filters.chosen(facet).isEmpty()
                        || !filters.excluded(facet).isEmpty())
                .toList();
    }

    static Query dimension(Facet facet, Filters filters) {
        var values = new BooleanQuery.Builder();
        values.add(
                filters.chosen(facet).isEmpty()
                        ? SectionQueries.allSections()
                        : WordQueries.anyOf(filters.chosen(facet).stream()
                                .map(value -> SectionQueries.facetValue(facet, value))
                                .toList()),
                Occur.FILTER);
        filters.excluded(facet).forEach(value -> values.add(SectionQueries.facetValue(facet, value), Occur.MUST_NOT));
        return values.build();
    }

    private Query within(Query query, Filters filters) throws IOException {
        Like like = filters.like();
        Query sections =
                like == null || like.top() == Like.ALL ? null : alike.sectionsOfBest(like.region(), like.top());
        return within(query, filters, sections);
    }

    /** What the ranges of {@code filters} leave of {@code query}, in {@code sections} where these are given. */
    static Query within(Query query, Filters filters, @Nullable Query sections) {
        if (filters.ranges().isEmpty() && sections == null) {
            return query;
        }
        var within = new BooleanQuery.Builder().add(query, Occur.MUST);
        filters.ranges().forEach((measure, range) -> within.add(range(measure, range), Occur.FILTER));
        if (sections != null) {
            within.add(sections, Occur.FILTER);
        }
        return within.build();
    }

    private static Query range(Measure measure, Range range) {
        return DoubleField.newRangeQuery(
                CaseDocuments.measureName(measure),
                bound(range.least(), Double.NEGATIVE_INFINITY),
                bound(range.most(), Double.POSITIVE_INFINITY));
    }

    private static double bound(@Nullable BigDecimal bound, double none) {
        return bound == null ? none : bound.doubleValue();
    }

    /** In how many cases the measure of each range isn't known, all other filters holding; measures always known left out. */
    Map<Measure, Long> unknown(Query query, Filters filters) throws IOException {
        Map<Measure, Long> unknown = new EnumMap<>(Measure.class);
        for (Measure measure : filters.ranges().keySet()) {
            Query without = new BooleanQuery.Builder()
                    .add(narrowed(query, filters.without(measure)), Occur.FILTER)
                    .add(new FieldExistsQuery(CaseDocuments.measureName(measure)), Occur.MUST_NOT)
                    .build();
            var found = searcher.search(without, new FacetsCollectorManager());
            long cases = FacetCounts.total(found.getMatchingDocs()).cases();
            if (cases > 0) {
                unknown.put(measure, cases);
            }
        }
        return unknown;
    }
}
