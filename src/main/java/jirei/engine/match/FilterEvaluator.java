package jirei.engine.match;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jirei.cases.Indicator;
import jirei.engine.backend.DocSet;
import jirei.engine.backend.DocSetFactory;
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

/** Makes filters into sets and queries. */
public final class FilterEvaluator {
    private final RegionSimilaritySearch alike;

    public FilterEvaluator(RegionSimilaritySearch alike) {
        this.alike = alike;
    }

    /**
     * What filters leave.
     *
     * @param matches what all of them leave
     * @param sidewaysBases what is left when a facet isn't set, by facet; without those that aren't
     */
    public record Filtered(DocSet matches, Map<Facet, DocSet> sidewaysBases) {}

    /** What {@code filters} leave of {@code found}, whose sets come from {@code sets}. */
    public Filtered filter(DocSet found, Filters filters, DocSetFactory sets) throws IOException {
        List<DocSet> base = new ArrayList<>(List.of(found));
        for (var range : filters.ranges().entrySet()) {
            base.add(sets.docSet(range(range.getKey(), range.getValue())));
        }
        RegionComparison like = filters.comparison();
        if (like != null && like.top() != RegionComparison.ALL) {
            base.add(sets.docSet(alike.sectionsOfBest(like.region(), like.top())));
        }
        Map<Facet, DocSet> set = new EnumMap<>(Facet.class);
        for (Facet facet : constrainedFacets(filters)) {
            set.put(facet, sets.docSet(facetFilter(facet, filters)));
        }
        Map<Facet, DocSet> beside = new EnumMap<>(Facet.class);
        for (Facet facet : set.keySet()) {
            beside.put(facet, allOf(base, set, facet, sets));
        }
        return new Filtered(allOf(base, set, null, sets), beside);
    }

    private static DocSet allOf(
            List<DocSet> base, Map<Facet, DocSet> set, @Nullable Facet without, DocSetFactory sets) {
        List<DocSet> all = new ArrayList<>(base);
        set.forEach((facet, left) -> {
            if (facet != without) {
                all.add(left);
            }
        });
        return sets.intersection(all);
    }

    /** The facets in which something is set, in the order of their dimensions. */
    public static List<Facet> constrainedFacets(Filters filters) {
        return Stream.of(Facet.values())
                .filter(facet -> !filters.selected(facet).isEmpty()
                        || !filters.excluded(facet).isEmpty())
                .toList();
    }

    public static Query facetFilter(Facet facet, Filters filters) {
        var values = new BooleanQuery.Builder();
        values.add(
                filters.selected(facet).isEmpty()
                        ? SchemaQueries.allSections()
                        : WordQueryFactory.anyOf(filters.selected(facet).stream()
                                .map(value -> SchemaQueries.facetValue(facet, value))
                                .toList()),
                Occur.FILTER);
        filters.excluded(facet).forEach(value -> values.add(SchemaQueries.facetValue(facet, value), Occur.MUST_NOT));
        return values.build();
    }

    /** What the ranges of {@code filters} leave of {@code query}, in {@code sections} where these are given. */
    public static Query withRanges(Query query, Filters filters, @Nullable Query sections) {
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
                CaseDocumentMapper.indicatorField(measure),
                bound(range.min(), Double.NEGATIVE_INFINITY),
                bound(range.max(), Double.POSITIVE_INFINITY));
    }

    private static double bound(@Nullable BigDecimal bound, double none) {
        return bound == null ? none : bound.doubleValue();
    }

    /** What {@code filters} would leave of {@code found} if the measure of each range weren't asked for, where it isn't known. */
    public Map<Indicator, DocSet> missingIndicator(DocSet found, Filters filters, DocSetFactory sets)
            throws IOException {
        Map<Indicator, DocSet> unknown = new EnumMap<>(Indicator.class);
        for (Indicator measure : filters.ranges().keySet()) {
            DocSet known = sets.docSet(new FieldExistsQuery(CaseDocumentMapper.indicatorField(measure)));
            unknown.put(
                    measure,
                    filter(found, filters.without(measure), sets).matches().andNot(known));
        }
        return unknown;
    }
}
