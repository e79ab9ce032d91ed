package jirei.lucene.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * The values of one facet for all documents, in memory. Sections share few distinct combinations of values, so a
 * document holds the ordinal of its combination. Immutable.
 */
final class FacetOrdinals {
    /** The occurring values, by ordinal. */
    private final List<String> values;
    /** The value ordinals of each combination, by combination ordinal; 0 is the empty combination. */
    private final List<int[]> combinations;
    /** The combination ordinal of each document. */
    private final int[] combinationOfDoc;

    private FacetOrdinals(List<String> values, List<int[]> combinations, int[] combinationOfDoc) {
        this.values = values;
        this.combinations = combinations;
        this.combinationOfDoc = combinationOfDoc;
    }

    /** Loads the values of the facet field {@code field} from {@code reader}. */
    static FacetOrdinals of(IndexReader reader, String field) throws IOException {
        var loader = new Loader(new int[reader.maxDoc()]);
        for (LeafReaderContext leaf : reader.leaves()) {
            loader.read(DocValues.getSortedSet(leaf.reader(), field), leaf.docBase);
        }
        return new FacetOrdinals(loader.values, loader.combinations, loader.combinationOfDoc);
    }

    /** Returns that no document of {@code reader} has a value. */
    static FacetOrdinals none(IndexReader reader) {
        var loader = new Loader(new int[reader.maxDoc()]);
        return new FacetOrdinals(loader.values, loader.combinations, loader.combinationOfDoc);
    }

    /** Loads the segments one after the other. */
    private static final class Loader {
        private final Map<String, Integer> ordinals = new HashMap<>();
        private final List<String> values = new ArrayList<>();
        private final Map<List<Integer>, Integer> combinationOrdinals = new HashMap<>();
        private final List<int[]> combinations = new ArrayList<>();
        private final int[] combinationOfDoc;
        private int last;

        Loader(int[] combinationOfDoc) {
            this.combinationOfDoc = combinationOfDoc;
            combination(List.of());
        }

        void read(SortedSetDocValues docValues, int base) throws IOException {
            int[] globalOrdinals = globalOrdinals(docValues);
            int[] singleValue = new int[globalOrdinals.length];
            while (docValues.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                int firstOrdinal = (int) docValues.nextOrd();
                if (docValues.docValueCount() > 1) {
                    combinationOfDoc[base + docValues.docID()] = valueSet(docValues, globalOrdinals, firstOrdinal);
                } else {
                    singleValue[firstOrdinal] = singleValue[firstOrdinal] == 0
                            ? combination(List.of(globalOrdinals[firstOrdinal]))
                            : singleValue[firstOrdinal];
                    combinationOfDoc[base + docValues.docID()] = singleValue[firstOrdinal];
                }
            }
        }

        private int[] globalOrdinals(SortedSetDocValues docValues) throws IOException {
            var globalOrdinals = new int[(int) docValues.getValueCount()];
            for (int ordinal = 0; ordinal < globalOrdinals.length; ordinal++) {
                globalOrdinals[ordinal] =
                        ordinals.computeIfAbsent(docValues.lookupOrd(ordinal).utf8ToString(), value -> {
                            values.add(value);
                            return values.size() - 1;
                        });
            }
            return globalOrdinals;
        }

        /** Reuses the last combination, since adjacent sections of a case often have the same values. */
        private int valueSet(SortedSetDocValues docValues, int[] globalOrdinals, int firstOrdinal) throws IOException {
            int[] valueSet = new int[docValues.docValueCount()];
            valueSet[0] = globalOrdinals[firstOrdinal];
            for (int i = 1; i < valueSet.length; i++) {
                valueSet[i] = globalOrdinals[(int) docValues.nextOrd()];
            }
            if (!Arrays.equals(valueSet, combinations.get(last))) {
                last = combination(Arrays.stream(valueSet).boxed().toList());
            }
            return last;
        }

        private int combination(List<Integer> valueSet) {
            return combinationOrdinals.computeIfAbsent(valueSet, values -> {
                combinations.add(values.stream().mapToInt(Integer::intValue).toArray());
                return combinations.size() - 1;
            });
        }
    }

    /** Returns the occurring values, by ordinal. */
    List<String> values() {
        return values;
    }

    /** Returns the combination ordinal of {@code doc}. */
    int combination(int doc) {
        return combinationOfDoc[doc];
    }

    /**
     * Returns, by combination ordinal, the values for which a section with the combination is counted, that is, would
     * match if the value alone were selected: all values if none is excluded, the excluded value if there is one, none
     * if there are two or more.
     */
    int[][] countedValues(Set<String> excluded) {
        return combinations.stream()
                .map(valueSet -> excluded.isEmpty() ? valueSet : countedValues(valueSet, excluded))
                .toArray(int[][]::new);
    }

    private int[] countedValues(int[] valueSet, Set<String> excluded) {
        int[] excludedValues = Arrays.stream(valueSet)
                .filter(value -> excluded.contains(values.get(value)))
                .toArray();
        return switch (excludedValues.length) {
            case 0 -> valueSet;
            case 1 -> excludedValues;
            default -> new int[0];
        };
    }
}
