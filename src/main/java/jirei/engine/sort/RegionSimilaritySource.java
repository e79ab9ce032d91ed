package jirei.engine.sort;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import jirei.cases.Indicator;
import jirei.cases.RegionFigures;
import jirei.cases.RegionSimilarity;
import jirei.engine.schema.CaseDocumentMapper;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.NumericUtils;

/** How like a region the region of each document is, as {@link RegionSimilarity#score} says. */
public final class RegionSimilaritySource extends DoubleValuesSource {
    private final Map<Indicator, Double> mine;

    public RegionSimilaritySource(RegionFigures mine) {
        this.mine = Indicator.allOf(mine);
    }

    /** What the region measures. */
    public Map<Indicator, Double> mine() {
        return mine;
    }

    @Override
    public SortField getSortField(boolean reverse) {
        return new Order(this, super.getSortField(reverse));
    }

    /** The order by likeness. */
    public static final class Order extends SortField {
        private final RegionSimilaritySource source;

        private Order(RegionSimilaritySource source, SortField order) {
            super(order.getField(), order.getComparatorSource(), order.getReverse());
            this.source = source;
        }

        /** What is ordered by. */
        public RegionSimilaritySource source() {
            return source;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Order same && super.equals(other) && source.equals(same.source);
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

    /** The likeness of each document of {@code leaf}. */
    public DoubleValues in(LeafReaderContext leaf) throws IOException {
        Map<Indicator, SortedNumericDocValues> known = new EnumMap<>(Indicator.class);
        for (Indicator measure : RegionSimilarity.COMPARED) {
            known.put(measure, DocValues.getSortedNumeric(leaf.reader(), CaseDocumentMapper.indicatorField(measure)));
        }
        return new DoubleValues() {
            private final Map<Indicator, Double> theirs = new EnumMap<>(Indicator.class);

            @Override
            public double doubleValue() {
                return RegionSimilarity.score(mine, theirs);
            }

            @Override
            public boolean advanceExact(int doc) throws IOException {
                theirs.clear();
                for (var measured : known.entrySet()) {
                    if (measured.getValue().advanceExact(doc)) {
                        double value = NumericUtils.sortableLongToDouble(
                                measured.getValue().nextValue());
                        theirs.put(measured.getKey(), value);
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
    public boolean equals(Object other) {
        return other instanceof RegionSimilaritySource source && mine.equals(source.mine);
    }

    @Override
    public int hashCode() {
        return mine.hashCode();
    }

    @Override
    public String toString() {
        return "likeness to " + mine;
    }
}
