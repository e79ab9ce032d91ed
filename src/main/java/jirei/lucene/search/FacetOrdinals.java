package jirei.lucene.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.query.Facet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/** The values that all documents have in one facet, in memory: sections share few combinations of values. */
final class FacetOrdinals {
    /** The values that occur, by number. */
    private final List<String> values;
    /** The numbers of the values that stand together, by number; none first. */
    private final List<int[]> combinations;
    /** The number of its combination for each document. */
    private final int[] byDocument;

    private FacetOrdinals(List<String> values, List<int[]> combinations, int[] byDocument) {
        this.values = values;
        this.combinations = combinations;
        this.byDocument = byDocument;
    }

    /** Reads the values of {@code facet} from {@code reader}. */
    static FacetOrdinals of(IndexReader reader, Facet facet) throws IOException {
        var reading = new Reading(new int[reader.maxDoc()]);
        for (LeafReaderContext leaf : reader.leaves()) {
            reading.read(DocValues.getSortedSet(leaf.reader(), CaseDocumentMapper.facetName(facet)), leaf.docBase);
        }
        return new FacetOrdinals(reading.values, reading.combinations, reading.byDocument);
    }

    /** Reads one segment after the other. */
    private static final class Reading {
        private final Map<String, Integer> known = new HashMap<>();
        private final List<String> values = new ArrayList<>();
        private final Map<List<Integer>, Integer> knownCombinations = new HashMap<>();
        private final List<int[]> combinations = new ArrayList<>();
        private final int[] byDocument;
        private int last;

        Reading(int[] byDocument) {
            this.byDocument = byDocument;
            combination(List.of());
        }

        void read(SortedSetDocValues found, int base) throws IOException {
            int[] numbers = numbers(found);
            int[] alone = new int[numbers.length];
            while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                int first = (int) found.nextOrd();
                if (found.docValueCount() > 1) {
                    byDocument[base + found.docID()] = together(found, numbers, first);
                } else {
                    alone[first] = alone[first] == 0 ? combination(List.of(numbers[first])) : alone[first];
                    byDocument[base + found.docID()] = alone[first];
                }
            }
        }

        private int[] numbers(SortedSetDocValues found) throws IOException {
            var numbers = new int[(int) found.getValueCount()];
            for (int ordinal = 0; ordinal < numbers.length; ordinal++) {
                numbers[ordinal] =
                        known.computeIfAbsent(found.lookupOrd(ordinal).utf8ToString(), value -> {
                            values.add(value);
                            return values.size() - 1;
                        });
            }
            return numbers;
        }

        /** Sections of a case often have the same values. */
        private int together(SortedSetDocValues found, int[] numbers, int first) throws IOException {
            int[] together = new int[found.docValueCount()];
            together[0] = numbers[first];
            for (int i = 1; i < together.length; i++) {
                together[i] = numbers[(int) found.nextOrd()];
            }
            if (!Arrays.equals(together, combinations.get(last))) {
                last = combination(Arrays.stream(together).boxed().toList());
            }
            return last;
        }

        private int combination(List<Integer> together) {
            return knownCombinations.computeIfAbsent(together, values -> {
                combinations.add(values.stream().mapToInt(Integer::intValue).toArray());
                return combinations.size() - 1;
            });
        }
    }

    /** The values that occur, by number. */
    List<String> values() {
        return values;
    }

    /** The number of the combination of values that {@code document} has. */
    int combination(int document) {
        return byDocument[document];
    }

    /**
     * By the number of each combination, the values by which a section with it would be found if each were chosen alone: of those that
     * are excluded just the one, and none where there are two.
     */
    int[][] counted(Set<String> excluded) {
        return combinations.stream()
                .map(together -> excluded.isEmpty() ? together : counted(together, excluded))
                .toArray(int[][]::new);
    }

    private int[] counted(int[] together, Set<String> excluded) {
        int[] excludedOnes = Arrays.stream(together)
                .filter(value -> excluded.contains(values.get(value)))
                .toArray();
        return switch (excludedOnes.length) {
            case 0 -> together;
            case 1 -> excludedOnes;
            default -> new int[0];
        };
    }
}
