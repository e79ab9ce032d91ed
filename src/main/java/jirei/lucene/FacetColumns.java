package jirei.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.search.FacetLabel;
import jirei.search.HitCount;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * The facet values of all documents, in memory: four bytes a document and facet. Sections share few combinations of values, and
 * those of a case stand side by side, so that most of them are counted by a glance.
 */
final class FacetColumns {
    private final Map<Facet, Column> columns;
    private final FixedBitSet cases;

    private FacetColumns(Map<Facet, Column> columns, FixedBitSet cases) {
        this.columns = columns;
        this.cases = cases;
    }

    /**
     * Reads the values of {@code reader}.
     *
     * @param cases the documents of cases, which stand behind those of their sections
     */
    static FacetColumns of(IndexReader reader, FixedBitSet cases) throws IOException {
        Map<Facet, Column> columns = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            columns.put(facet, Column.of(reader, facet));
        }
        return new FacetColumns(columns, cases);
    }

    /** The values of a facet. */
    private static final class Column {
        /** The values that occur, by number. */
        private final List<String> values;
        /** The numbers of the values that stand together, by number; none first. */
        private final List<int[]> combinations;
        /** The number of its combination for each document. */
        private final int[] byDocument;

        Column(List<String> values, List<int[]> combinations, int[] byDocument) {
            this.values = values;
            this.combinations = combinations;
            this.byDocument = byDocument;
        }

        static Column of(IndexReader reader, Facet facet) throws IOException {
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
            return new Column(inOrder, combinations, byDocument);
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

        /** The values by which a section with each combination would be found if each were chosen alone. */
        List<int[]> counted(Set<String> excluded) {
            return excluded.isEmpty()
                    ? combinations
                    : combinations.stream()
                            .map(together -> counted(together, excluded))
                            .toList();
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

    /** How many sections match, and how many cases they stand in. */
    HitCount total(Collection<MatchingDocs> matching) throws IOException {
        long sections = 0;
        long found = 0;
        for (MatchingDocs docs : matching) {
            DocIdSetIterator iterator = docs.bits().iterator();
            int base = docs.context().docBase;
            int whole = -1;
            for (int doc = iterator.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = iterator.nextDoc()) {
                sections++;
                if (base + doc > whole) {
                    whole = cases.nextSetBit(base + doc);
                    found++;
                }
            }
        }
        return new HitCount(sections, found);
    }

    /**
     * The labels of {@code facet} that occur, and those that are set in any case, in no particular order. A section with an
     * excluded value is found only when just that value is chosen, and so no longer excluded; one with two excluded values never is.
     *
     * @param matching what is found when nothing is set in this facet
     */
    List<FacetLabel> labels(Facet facet, Collection<MatchingDocs> matching, Filters filters) throws IOException {
        Set<String> chosen = filters.chosen(facet);
        Set<String> excluded = filters.excluded(facet);
        Column column = columns.getOrDefault(facet, new Column(List.of(), List.of(), new int[0]));
        var tally = new CaseTally(column, column.counted(excluded));
        for (MatchingDocs docs : matching) {
            tally.count(docs, cases);
        }
        Map<String, HitCount> counts = tally.counts();
        chosen.forEach(value -> counts.putIfAbsent(value, HitCount.NONE));
        excluded.forEach(value -> counts.putIfAbsent(value, HitCount.NONE));
        List<FacetLabel> labels = new ArrayList<>();
        counts.forEach((value, count) ->
                labels.add(new FacetLabel(value, count, chosen.contains(value), excluded.contains(value))));
        return labels;
    }

    /** Counts the values of one facet. */
    private static final class CaseTally {
        private final Column column;
        private final List<int[]> counted;
        private final long[] sectionsOfCombination;
        private final long[] cases;
        private final int[] lastCase;

        CaseTally(Column column, List<int[]> counted) {
            this.column = column;
            this.counted = counted;
            this.sectionsOfCombination = new long[counted.size()];
            this.cases = new long[column.values.size()];
            this.lastCase = new int[cases.length];
            Arrays.fill(lastCase, -1);
        }

        void count(MatchingDocs docs, FixedBitSet caseDocuments) throws IOException {
            DocIdSetIterator iterator = docs.bits().iterator();
            int base = docs.context().docBase;
            int whole = -1;
            int last = -1;
            for (int doc = iterator.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = iterator.nextDoc()) {
                int combination = column.byDocument[base + doc];
                boolean isOther = base + doc > whole;
                if (isOther) {
                    whole = caseDocuments.nextSetBit(base + doc);
                }
                sectionsOfCombination[combination]++;
                if (isOther || combination != last) {
                    last = combination;
                    countCase(counted.get(combination), whole);
                }
            }
        }

        private void countCase(int[] values, int whole) {
            for (int value : values) {
                if (lastCase[value] != whole) {
                    lastCase[value] = whole;
                    cases[value]++;
                }
            }
        }

        /** The counts of those values that occur. */
        Map<String, HitCount> counts() {
            var sections = new long[cases.length];
            for (int combination = 0; combination < sectionsOfCombination.length; combination++) {
                for (int value : counted.get(combination)) {
                    sections[value] += sectionsOfCombination[combination];
                }
            }
            Map<String, HitCount> counts = new HashMap<>();
            for (int value = 0; value < sections.length; value++) {
                if (sections[value] > 0) {
                    counts.put(column.values.get(value), new HitCount(sections[value], cases[value]));
                }
            }
            return counts;
        }
    }
}
