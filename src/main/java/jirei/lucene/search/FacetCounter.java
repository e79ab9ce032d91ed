package jirei.lucene.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import jirei.engine.schema.IndexField;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.search.FacetCrossTab;
import jirei.search.FacetCrossTab.Cell;
import jirei.search.HitCount;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.util.FixedBitSet;

/**
 * Counts sets of sections, by facet values too, from memory: four bytes a document and facet. The sections of a case stand side by
 * side, and are mostly counted by a glance.
 */
final class FacetCounter {
    /** Sections that are counted in one facet before the next, so that they stay in the cache of a processor. */
    private static final int AT_ONCE = 1_024;

    /** Fewer sections are counted sooner than a part of the facets is handed over. */
    private static final int MANY = 100_000;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final IndexReader reader;
    private final Map<Facet, FacetOrdinals> columns;
    private final FixedBitSet cases;

    private FacetCounter(IndexReader reader, Map<Facet, FacetOrdinals> columns, FixedBitSet cases) {
        this.reader = reader;
        this.columns = columns;
        this.cases = cases;
    }

    /**
     * Reads the values of {@code reader}.
     *
     * @param cases the documents of cases, which stand behind those of their sections
     */
    static FacetCounter of(IndexReader reader, FixedBitSet cases) throws IOException {
        Map<Facet, FacetOrdinals> columns = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            columns.put(facet, FacetOrdinals.of(reader, facet));
        }
        return new FacetCounter(reader, columns, cases);
    }

    /** How many {@code sections} are, and how many cases they stand in. */
    HitCount total(FixedBitSet sections) {
        long found = 0;
        for (int doc = next(sections, 0);
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = next(sections, cases.nextSetBit(doc) + 1)) {
            found++;
        }
        return new HitCount(sections.cardinality(), found);
    }

    private static int next(FixedBitSet set, int from) {
        return from < set.length() ? set.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
    }

    /** {@link #counts(Collection, FixedBitSet, Filters)}, some facets a task for {@code executor} where there is much to count. */
    Map<Facet, Map<String, HitCount>> counts(
            Collection<Facet> facets, FixedBitSet sections, Filters filters, TaskExecutor executor) throws IOException {
        return counts(facets, sections, filters, executor, sections.cardinality() < MANY ? 1 : PROCESSORS);
    }

    Map<Facet, Map<String, HitCount>> counts(
            Collection<Facet> facets, FixedBitSet sections, Filters filters, TaskExecutor executor, int limit)
            throws IOException {
        List<Facet> all = List.copyOf(facets);
        int groups = Math.min(limit, all.size());
        List<Callable<Map<Facet, Map<String, HitCount>>>> tasks = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            List<Facet> some = all.subList(i * all.size() / groups, (i + 1) * all.size() / groups);
            tasks.add(() -> counts(some, sections, filters));
        }
        Map<Facet, Map<String, HitCount>> counts = new EnumMap<>(Facet.class);
        executor.invokeAll(tasks).forEach(counts::putAll);
        return counts;
    }

    /**
     * The counts of those values of {@code facets} that occur. A section with an excluded value is found only when just that value is
     * chosen, and so no longer excluded; one with two excluded values never is.
     *
     * @param sections what is found when nothing is set in these facets
     */
    Map<Facet, Map<String, HitCount>> counts(Collection<Facet> facets, FixedBitSet sections, Filters filters) {
        Map<Facet, CaseTally> tallies = new EnumMap<>(Facet.class);
        facets.forEach(facet -> tallies.put(facet, new CaseTally(column(facet), filters.excluded(facet))));
        var some = new int[AT_ONCE];
        var ofCase = new int[AT_ONCE];
        int whole = -1;
        int doc = next(sections, 0);
        while (doc != DocIdSetIterator.NO_MORE_DOCS) {
            int count = 0;
            for (; count < AT_ONCE && doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(sections, doc + 1)) {
                whole = doc > whole ? cases.nextSetBit(doc) : whole;
                some[count] = doc;
                ofCase[count++] = whole;
            }
            for (CaseTally tally : tallies.values()) {
                tally.add(some, ofCase, count);
            }
        }
        Map<Facet, Map<String, HitCount>> counts = new EnumMap<>(Facet.class);
        tallies.forEach((facet, tally) -> counts.put(facet, tally.counts()));
        return counts;
    }

    private FacetOrdinals column(Facet facet) {
        return Objects.requireNonNull(columns.get(facet));
    }

    /** Counts the values of one facet, cases whose sections have different values by a bit a value. */
    private static final class CaseTally {
        private final FacetOrdinals column;
        private final int[][] counted;
        private final int[] sectionsOfCombination;
        /** Cases whose sections all have that combination. */
        private final int[] casesOfCombination;

        private final int words;
        /** The values of each combination, some words each. */
        private final long[] bits;

        private final long[] mixed;
        private final long[] mixedCases;
        private int whole = -1;
        private int combination;
        private boolean isMixed = true;

        CaseTally(FacetOrdinals column, Set<String> excluded) {
            this.column = column;
            this.counted = column.counted(excluded);
            this.sectionsOfCombination = new int[counted.length];
            this.casesOfCombination = new int[counted.length];
            this.words = FixedBitSet.bits2words(column.values().size());
            this.bits = new long[counted.length * words];
            this.mixed = new long[words];
            this.mixedCases = new long[column.values().size()];
            for (int i = 0; i < counted.length; i++) {
                for (int value : counted[i]) {
                    bits[i * words + value / Long.SIZE] |= 1L << value;
                }
            }
        }

        /** Adds the first {@code count} of {@code sections}, which ascend, and their cases. */
        void add(int[] sections, int[] cases, int count) {
            for (int i = 0; i < count; i++) {
                int other = column.combination(sections[i]);
                sectionsOfCombination[other]++;
                if (cases[i] != whole) {
                    endCase();
                    whole = cases[i];
                    combination = other;
                    isMixed = false;
                } else if (other != combination) {
                    mix(other);
                }
            }
        }

        private void mix(int other) {
            for (int i = 0; i < words; i++) {
                mixed[i] |= bits[combination * words + i] | bits[other * words + i];
            }
            combination = other;
            isMixed = true;
        }

        private void endCase() {
            if (!isMixed) {
                casesOfCombination[combination]++;
                return;
            }
            for (int i = 0; i < words; i++) {
                for (long left = mixed[i]; left != 0; left &= left - 1) {
                    mixedCases[i * Long.SIZE + Long.numberOfTrailingZeros(left)]++;
                }
                mixed[i] = 0;
            }
        }

        /** The counts of those values that occur, at the end. */
        Map<String, HitCount> counts() {
            endCase();
            long[] cases = mixedCases.clone();
            long[] sections = new long[cases.length];
            for (int i = 0; i < counted.length; i++) {
                for (int value : counted[i]) {
                    sections[value] += sectionsOfCombination[i];
                    cases[value] += casesOfCombination[i];
                }
            }
            Map<String, HitCount> counts = new HashMap<>();
            for (int value = 0; value < sections.length; value++) {
                if (sections[value] > 0) {
                    counts.put(column.values().get(value), new HitCount(sections[value], cases[value]));
                }
            }
            return counts;
        }
    }

    /** The ids of the cases in which {@code sections} stand. */
    Set<String> caseIds(FixedBitSet sections) throws IOException {
        Set<String> ids = new HashSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedDocValues ofSections = DocValues.getSorted(leaf.reader(), IndexField.CASE_ID.luceneName());
            int end = leaf.docBase + leaf.reader().maxDoc();
            for (int doc = next(sections, leaf.docBase); doc < end; doc = next(sections, cases.nextSetBit(doc) + 1)) {
                if (ofSections.advanceExact(doc - leaf.docBase)) {
                    ids.add(ofSections.lookupOrd(ofSections.ordValue()).utf8ToString());
                }
            }
        }
        return ids;
    }

    /**
     * How many of {@code sections} have each pair of values of two facets, and in how many cases.
     *
     * @param sections what is found when nothing is set in either facet
     */
    FacetCrossTab crossTab(Facet rows, Facet columns, FixedBitSet sections, Filters filters) {
        FacetOrdinals down = column(rows);
        FacetOrdinals across = column(columns);
        int[][] countedDown = down.counted(filters.excluded(rows));
        int[][] countedAcross = across.counted(filters.excluded(columns));
        int width = across.values().size();
        var sectionsOf = new long[down.values().size() * width];
        var casesOf = new long[sectionsOf.length];
        var lastCase = new int[sectionsOf.length];
        Arrays.fill(lastCase, -1);
        int whole = -1;
        for (int doc = next(sections, 0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(sections, doc + 1)) {
            whole = doc > whole ? cases.nextSetBit(doc) : whole;
            for (int row : countedDown[down.combination(doc)]) {
                for (int column : countedAcross[across.combination(doc)]) {
                    int cell = row * width + column;
                    sectionsOf[cell]++;
                    casesOf[cell] += lastCase[cell] == whole ? 0 : 1;
                    lastCase[cell] = whole;
                }
            }
        }
        Map<Cell, HitCount> counts = new HashMap<>();
        for (int cell = 0; cell < sectionsOf.length; cell++) {
            if (sectionsOf[cell] > 0) {
                var pair = new Cell(
                        down.values().get(cell / width), across.values().get(cell % width));
                counts.put(pair, new HitCount(sectionsOf[cell], casesOf[cell]));
            }
        }
        return new FacetCrossTab(rows, columns, counts);
    }
}
