package jirei.lucene;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jirei.cases.Indicator;
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

/** Makes filters into sets and queries. */
final class Narrowing {
    private final AlikeSearch alike;

    Narrowing(AlikeSearch alike) {
        this.alike = alike;
    }

    /**
     * What filters leave.
     *
     * @param all what all of them leave
     * @param beside what is left when a facet isn't set, by facet; without those that aren't
     */
    record Narrowed(SectionSet all, Map<Facet, SectionSet> beside) {}

    /** What {@code filters} leave of {@code found}, whose sets come from {@code sets}. */
    Narrowed narrowed(SectionSet found, Filters filters, SectionSource sets) throws IOException {
        List<SectionSet> base = new ArrayList<>(List.of(found));
        for (var range : filters.ranges().entrySet()) {
            base.add(sets.of(range(range.getKey(), range.getValue())));
        }
        RegionComparison like = filters.like();
        if (like != null && like.top() != RegionComparison.ALL) {
            base.add(sets.of(alike.sectionsOfBest(like.region(), like.top())));
        }
        Map<Facet, SectionSet> set = new EnumMap<>(Facet.class);
        for (Facet facet : facets(filters)) {
            set.put(facet, sets.of(dimension(facet, filters)));
        }
        Map<Facet, SectionSet> beside = new EnumMap<>(Facet.class);
        for (Facet facet : set.keySet()) {
            beside.put(facet, allOf(base, set, facet, sets));
        }
        return new Narrowed(allOf(base, set, null, sets), beside);
    }

    private static SectionSet allOf(
            List<SectionSet> base, Map<Facet, SectionSet> set, @Nullable Facet without, SectionSource sets) {
        List<SectionSet> all = new ArrayList<>(base);
        set.forEach((facet, left) -> {
            if (facet != without) {
                all.add(left);
            }
        });
        return sets.allOf(all);
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
                        ? SchemaQueries.allSections()
                        : WordQueries.anyOf(filters.chosen(facet).stream()
                                .map(value -> SchemaQueries.facetValue(facet, value))
                                .toList()),
                Occur.FILTER);
        filters.excluded(facet).forEach(value -> values.add(SchemaQueries.facetValue(facet, value), Occur.MUST_NOT));
        return values.build();
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

    private static Query range(Indicator measure, NumberRange range) {
        return DoubleField.newRangeQuery(
                CaseDocuments.measureName(measure),
                bound(range.least(), Double.NEGATIVE_INFINITY),
                bound(range.most(), Double.POSITIVE_INFINITY));
    }

    private static double bound(@Nullable BigDecimal bound, double none) {
        return bound == null ? none : bound.doubleValue();
    }

    /** What {@code filters} would leave of {@code found} if the measure of each range weren't asked for, where it isn't known. */
    Map<Indicator, SectionSet> unknown(SectionSet found, Filters filters, SectionSource sets) throws IOException {
        Map<Indicator, SectionSet> unknown = new EnumMap<>(Indicator.class);
        for (Indicator measure : filters.ranges().keySet()) {
            SectionSet known = sets.of(new FieldExistsQuery(CaseDocuments.measureName(measure)));
            unknown.put(
                    measure,
                    narrowed(found, filters.without(measure), sets).all().without(known));
        }
        return unknown;
    }
}
