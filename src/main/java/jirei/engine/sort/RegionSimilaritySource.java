package jirei.engine.sort;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import jirei.cases.Indicator;
import jirei.cases.RegionFigures;
import jirei.cases.RegionSimilarity;
import jirei.cases.RegionWeights;
import jirei.engine.schema.CaseDocumentMapper;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.NumericUtils;

/**
 * Computes the similarity of the region of each document to a reference region by {@link RegionSimilarity#score}.
 * Immutable.
 */
public final class RegionSimilaritySource extends DoubleValuesSource {
    private final Map<Indicator, Double> reference;
    private final RegionWeights weights;

    /** Computes the similarity to {@code region}. */
    public RegionSimilaritySource(RegionFigures region, RegionWeights weights) {
        this.reference = Indicator.allOf(region);
        this.weights = weights;
    }

    /** The indicators of the reference region. */
    public Map<Indicator, Double> reference() {
        return reference;
    }

    /** How much each indicator counts. */
    public RegionWeights weights() {
        return weights;
    }

    @Override
    public SortField getSortField(boolean reverse) {
        return new Order(this, super.getSortField(reverse));
    }

    /** Sorts by similarity. Immutable. */
    public static final class Order extends SortField {
        private final RegionSimilaritySource source;

        private Order(RegionSimilaritySource source, SortField order) {
            super(order.getField(), order.getComparatorSource(), order.getReverse());
            this.source = source;
        }

        /** The source of the sort values. */
        public RegionSimilaritySource source() {
            return source;
        }

        @Override
        public boolean equals(Object object) {
            return object instanceof Order same && super.equals(object) && source.equals(same.source);
        }

        @Override
        public int hashCode() {
            return 31 * super.hashCode() + source.hashCode();
        }
    }

    @Override
    public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
        return in(leaf);
    }

    /** Returns the similarity of each document of {@code leaf}. */
    public DoubleValues in(LeafReaderContext leaf) throws IOException {
        Map<Indicator, SortedNumericDocValues> docValues = new EnumMap<>(Indicator.class);
        for (Indicator indicator : RegionSimilarity.COMPARED) {
            docValues.put(
                    indicator, DocValues.getSortedNumeric(leaf.reader(), CaseDocumentMapper.indicatorField(indicator)));
        }
        return new DoubleValues() {
            private final Map<Indicator, Double> other = new EnumMap<>(Indicator.class);

            @Override
            public double doubleValue() {
                return RegionSimilarity.score(reference, other, weights);
            }

            @Override
            public boolean advanceExact(int doc) throws IOException {
                other.clear();
                for (var entry : docValues.entrySet()) {
                    if (entry.getValue().advanceExact(doc)) {
                        double value = NumericUtils.sortableLongToDouble(
                                entry.getValue().nextValue());
                        other.put(entry.getKey(), value);
                    }
                }
                return true;
            }
        };
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
        return false;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof RegionSimilaritySource source
                && reference.equals(source.reference)
                && weights.equals(source.weights);
    }

    @Override
    public int hashCode() {
        return 31 * reference.hashCode() + weights.hashCode();
    }

    @Override
    public String toString() {
        return "similarity to " + reference;
    }
}
