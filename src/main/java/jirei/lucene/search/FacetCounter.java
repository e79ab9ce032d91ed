package jirei.lucene.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import jirei.engine.schema.CaseDocumentMapper;
import jirei.engine.schema.IndexField;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.search.FacetCrossTab;
import jirei.search.FacetCrossTab.Cell;
import jirei.search.HitCount;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.util.FixedBitSet;

/**
 * Counts sections and cases, in total and by facet value, from memory: four bytes per document and facet. The sections
 * of a case have adjacent doc IDs and usually the same values, so most cases are counted without comparing the values
 * of each section. Thread-safe.
 */
final class FacetCounter {
    /** Sections counted in one facet before the next facet, so that they stay in the CPU cache. */
    private static final int BLOCK_SIZE = 1_024;

    /** Below this number of sections, counting costs less than handing tasks to other threads. */
    private static final int MIN_PARALLEL_SECTIONS = 100_000;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final IndexReader reader;
    private final Map<String, FacetOrdinals> ordinalsByFacet;
    private final FixedBitSet cases;

    private FacetCounter(IndexReader reader, Map<String, FacetOrdinals> ordinalsByFacet, FixedBitSet cases) {
        this.reader = reader;
        this.ordinalsByFacet = ordinalsByFacet;
        this.cases = cases;
    }

    /**
     * Loads the facet values of {@code reader}.
     *
     * @param cases the case documents; each follows the documents of its sections
     */
    static FacetCounter of(IndexReader reader, FixedBitSet cases) throws IOException {
        Map<String, FacetOrdinals> ordinalsByFacet = new ConcurrentHashMap<>();
        for (FieldInfo info : FieldInfos.getMergedFieldInfos(reader)) {
            String field = info.getName();
            if (field.startsWith(CaseDocumentMapper.FACET_PREFIX)) {
                ordinalsByFacet.put(
                        field.substring(CaseDocumentMapper.FACET_PREFIX.length()), FacetOrdinals.of(reader, field));
            }
        }
        return new FacetCounter(reader, ordinalsByFacet, cases);
    }

    /** Returns the number of {@code sections} and of their distinct cases. */
    HitCount total(FixedBitSet sections) {
        long caseCount = 0;
        for (int doc = next(sections, 0);
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = next(sections, cases.nextSetBit(doc) + 1)) {
            caseCount++;
        }
        return new HitCount(sections.cardinality(), caseCount);
    }

    private static int next(FixedBitSet set, int from) {
        return from < set.length() ? set.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
    }

    /**
     * As {@link #counts(Collection, FixedBitSet, Filters)}, with groups of facets counted as tasks of {@code executor}
     * if there are many sections.
     */
    Map<Facet, Map<String, HitCount>> counts(
            Collection<Facet> facets, FixedBitSet sections, Filters filters, TaskExecutor executor) throws IOException {
        return counts(
                facets, sections, filters, executor, sections.cardinality() < MIN_PARALLEL_SECTIONS ? 1 : PROCESSORS);
    }

    Map<Facet, Map<String, HitCount>> counts(
            Collection<Facet> facets, FixedBitSet sections, Filters filters, TaskExecutor executor, int limit)
            throws IOException {
        List<Facet> all = List.copyOf(facets);
        int groups = Math.min(limit, all.size());
        List<Callable<Map<Facet, Map<String, HitCount>>>> tasks = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            List<Facet> docs = all.subList(i * all.size() / groups, (i + 1) * all.size() / groups);
            tasks.add(() -> counts(docs, sections, filters));
        }
        Map<Facet, Map<String, HitCount>> counts = new TreeMap<>(Facet.ORDER);
        executor.invokeAll(tasks).forEach(counts::putAll);
        return counts;
    }

    /**
     * Counts the occurring values of {@code facets}. A section with one excluded value is counted for that value only,
     * since it matches only if that value is selected and so no longer excluded; a section with two excluded values is
     * never counted.
     *
     * @param sections the matches without the filters of these facets
     */
    Map<Facet, Map<String, HitCount>> counts(Collection<Facet> facets, FixedBitSet sections, Filters filters) {
        Map<Facet, CaseTally> tallies = new TreeMap<>(Facet.ORDER);
        facets.forEach(facet -> tallies.put(facet, new CaseTally(ordinals(facet), filters.excluded(facet))));
        var docs = new int[BLOCK_SIZE];
        var caseDocs = new int[BLOCK_SIZE];
        int caseDoc = -1;
        int doc = next(sections, 0);
        while (doc != DocIdSetIterator.NO_MORE_DOCS) {
            int count = 0;
            for (; count < BLOCK_SIZE && doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(sections, doc + 1)) {
                caseDoc = doc > caseDoc ? cases.nextSetBit(doc) : caseDoc;
                docs[count] = doc;
                caseDocs[count++] = caseDoc;
            }
            for (CaseTally tally : tallies.values()) {
                tally.add(docs, caseDocs, count);
            }
        }
        Map<Facet, Map<String, HitCount>> counts = new TreeMap<>(Facet.ORDER);
        tallies.forEach((facet, tally) -> counts.put(facet, tally.counts()));
        return counts;
    }

    /** Returns the values of {@code facet}; none if no document has the field. */
    private FacetOrdinals ordinals(Facet facet) {
        return ordinalsByFacet.computeIfAbsent(facet.id(), unused -> FacetOrdinals.none(reader));
    }

    /**
     * Counts the values of one facet. Cases whose sections have different values are counted with one bit per value.
     * Not thread-safe.
     */
    private static final class CaseTally {
        private final FacetOrdinals ordinals;
        private final int[][] countedValues;
        private final int[] combinationSections;
        /** Number of cases whose sections all have the combination. */
        private final int[] combinationCases;

        private final int words;
        /** The values of each combination as bits, {@code words} longs per combination. */
        private final long[] bits;

        private final long[] mixed;
        private final long[] mixedCases;
        private int caseDoc = -1;
        private int combination;
        private boolean isMixed = true;

        CaseTally(FacetOrdinals ordinals, Set<String> excluded) {
            this.ordinals = ordinals;
            this.countedValues = ordinals.countedValues(excluded);
            this.combinationSections = new int[countedValues.length];
            this.combinationCases = new int[countedValues.length];
            this.words = FixedBitSet.bits2words(ordinals.values().size());
            this.bits = new long[countedValues.length * words];
            this.mixed = new long[words];
            this.mixedCases = new long[ordinals.values().size()];
            for (int i = 0; i < countedValues.length; i++) {
                for (int value : countedValues[i]) {
                    bits[i * words + value / Long.SIZE] |= 1L << value;
                }
            }
        }

        /** Adds the first {@code count} of {@code sections}, in increasing order, and their case documents. */
        void add(int[] sections, int[] cases, int count) {
            for (int i = 0; i < count; i++) {
                int other = ordinals.combination(sections[i]);
                combinationSections[other]++;
                if (cases[i] != caseDoc) {
                    endCase();
                    caseDoc = cases[i];
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
                combinationCases[combination]++;
                return;
            }
            for (int i = 0; i < words; i++) {
                for (long left = mixed[i]; left != 0; left &= left - 1) {
                    mixedCases[i * Long.SIZE + Long.numberOfTrailingZeros(left)]++;
                }
                mixed[i] = 0;
            }
        }

        /** Returns the counts of the occurring values; ends the count. */
        Map<String, HitCount> counts() {
            endCase();
            long[] cases = mixedCases.clone();
            long[] sections = new long[cases.length];
            for (int i = 0; i < countedValues.length; i++) {
                for (int value : countedValues[i]) {
                    sections[value] += combinationSections[i];
                    cases[value] += combinationCases[i];
                }
            }
            Map<String, HitCount> counts = new HashMap<>();
            for (int value = 0; value < sections.length; value++) {
                if (sections[value] > 0) {
                    counts.put(ordinals.values().get(value), new HitCount(sections[value], cases[value]));
                }
            }
            return counts;
        }
    }

    /** Returns the case IDs of {@code sections}. */
    Set<String> caseIds(FixedBitSet sections) throws IOException {
        Set<String> ids = new HashSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedDocValues caseIds = DocValues.getSorted(leaf.reader(), IndexField.CASE_ID.luceneName());
            int end = leaf.docBase + leaf.reader().maxDoc();
            for (int doc = next(sections, leaf.docBase); doc < end; doc = next(sections, cases.nextSetBit(doc) + 1)) {
                if (caseIds.advanceExact(doc - leaf.docBase)) {
                    ids.add(caseIds.lookupOrd(caseIds.ordValue()).utf8ToString());
                }
            }
        }
        return ids;
    }

    /**
     * Counts sections and cases for each pair of values of two facets.
     *
     * @param sections the matches without the filters of both facets
     */
    FacetCrossTab crossTab(Facet rows, Facet columns, FixedBitSet sections, Filters filters) {
        FacetOrdinals rowOrdinals = ordinals(rows);
        FacetOrdinals columnOrdinals = ordinals(columns);
        int[][] countedRows = rowOrdinals.countedValues(filters.excluded(rows));
        int[][] countedColumns = columnOrdinals.countedValues(filters.excluded(columns));
        int width = columnOrdinals.values().size();
        var sectionCounts = new long[rowOrdinals.values().size() * width];
        var caseCounts = new long[sectionCounts.length];
        var lastCase = new int[sectionCounts.length];
        Arrays.fill(lastCase, -1);
        int caseDoc = -1;
        for (int doc = next(sections, 0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(sections, doc + 1)) {
            caseDoc = doc > caseDoc ? cases.nextSetBit(doc) : caseDoc;
            for (int row : countedRows[rowOrdinals.combination(doc)]) {
                for (int column : countedColumns[columnOrdinals.combination(doc)]) {
                    int cell = row * width + column;
                    sectionCounts[cell]++;
                    caseCounts[cell] += lastCase[cell] == caseDoc ? 0 : 1;
                    lastCase[cell] = caseDoc;
                }
            }
        }
        Map<Cell, HitCount> counts = new HashMap<>();
        for (int cell = 0; cell < sectionCounts.length; cell++) {
            if (sectionCounts[cell] > 0) {
                var pair = new Cell(
                        rowOrdinals.values().get(cell / width),
                        columnOrdinals.values().get(cell % width));
                counts.put(pair, new HitCount(sectionCounts[cell], caseCounts[cell]));
            }
        }
        return new FacetCrossTab(rows, columns, counts);
    }
}
