package jirei.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.query.Facet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/** The values that all documents have in one facet, in memory: sections share few combinations of values. */
final class FacetColumn {
    /** The values that occur, by number. */
    private final List<String> values;
    /** The numbers of the values that stand together, by number; none first. */
    private final List<int[]> combinations;
    /** The number of its combination for each document. */
    private final int[] byDocument;

    private FacetColumn(List<String> values, List<int[]> combinations, int[] byDocument) {
        this.values = values;
        this.combinations = combinations;
        this.byDocument = byDocument;
    }

    /** Reads the values of {@code facet} from {@code reader}. */
    static FacetColumn of(IndexReader reader, Facet facet) throws IOException {
        Map<String, Integer> values = new HashMap<>();
        List<String> inOrder = new ArrayList<>();
        Map<List<Integer>, Integer> known = new HashMap<>(Map.of(List.of(), 0));
        List<int[]> combinations = new ArrayList<>(List.of(new int[0]));
        var byDocument = new int[reader.maxDoc()];
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedSetDocValues found = DocValues.getSortedSet(leaf.reader(), CaseDocuments.facetName(facet));
            int[] numbers = numbers(found, values, inOrder);
            while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                List<Integer> together = new ArrayList<>(found.docValueCount());
                for (int left = found.docValueCount(); left > 0; left--) {
                    together.add(numbers[(int) found.nextOrd()]);
                }
                Integer number = known.get(together);
                if (number == null) {
                    number = combinations.size();
                    known.put(together, number);
                    combinations.add(
                            together.stream().mapToInt(Integer::intValue).toArray());
                }
                byDocument[leaf.docBase + found.docID()] = number;
            }
        }
        return new FacetColumn(inOrder, combinations, byDocument);
    }

    private static int[] numbers(SortedSetDocValues found, Map<String, Integer> values, List<String> inOrder)
            throws IOException {
        var numbers = new int[(int) found.getValueCount()];
        for (int ordinal = 0; ordinal < numbers.length; ordinal++) {
            String value = found.lookupOrd(ordinal).utf8ToString();
            Integer number = values.putIfAbsent(value, inOrder.size());
            if (number == null) {
                inOrder.add(value);
            }
            numbers[ordinal] = number == null ? inOrder.size() - 1 : number;
        }
        return numbers;
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
