package jirei.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.search.FacetMatrix;
import jirei.search.FacetMatrix.Cell;
import jirei.search.HitCount;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/** Counts pairs of facet values among matching documents in one pass, to the end. */
final class MatrixCounts {
    private final Facet rows;
    private final Facet columns;
    private final Filters filters;
    private final Map<Cell, HitCount> counts = new HashMap<>();

    private MatrixCounts(Facet rows, Facet columns, Filters filters) {
        this.rows = rows;
        this.columns = columns;
        this.filters = filters;
    }

    /**
     * Counts each pair of values.
     *
     * @param matching what is found when nothing is set in either facet
     * @param filters what is set
     */
    static FacetMatrix of(Facet rows, Facet columns, Collection<MatchingDocs> matching, Filters filters)
            throws IOException {
        var matrix = new MatrixCounts(rows, columns, filters);
        for (MatchingDocs docs : matching) {
            matrix.count(docs);
        }
        return new FacetMatrix(rows, columns, matrix.counts);
    }

    private void count(MatchingDocs docs) throws IOException {
        Axis down = Axis.of(docs, rows, filters.excluded(rows));
        Axis across = Axis.of(docs, columns, filters.excluded(columns));
        SortedDocValues caseIds = FacetCounts.caseIds(docs);
        int width = across.size();
        var sections = new long[down.size() * width];
        var cases = new long[sections.length];
        var lastCase = new int[sections.length];
        Arrays.fill(lastCase, -1);
        DocIdSetIterator iterator = docs.bits().iterator();
        for (int doc = iterator.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = iterator.nextDoc()) {
            int[] columnsOfDoc = across.at(doc);
            int thisCase = FacetCounts.caseOf(caseIds, doc);
            for (int row : down.at(doc)) {
                for (int column : columnsOfDoc) {
                    int cell = row * width + column;
                    sections[cell]++;
                    cases[cell] += lastCase[cell] == thisCase ? 0 : 1;
                    lastCase[cell] = thisCase;
                }
            }
        }
        for (int cell = 0; cell < sections.length; cell++) {
            if (sections[cell] > 0) {
                counts.merge(
                        new Cell(down.label(cell / width), across.label(cell % width)),
                        new HitCount(sections[cell], cases[cell]),
                        (a, b) -> new HitCount(a.sections() + b.sections(), a.cases() + b.cases()));
            }
        }
    }

    /** The ids of the cases in which {@code matching} stands. */
    static Set<String> cases(Collection<MatchingDocs> matching) throws IOException {
        Set<String> ids = new HashSet<>();
        for (MatchingDocs docs : matching) {
            SortedDocValues caseIds = FacetCounts.caseIds(docs);
            DocIdSetIterator iterator = docs.bits().iterator();
            int lastCase = -1;
            for (int doc = iterator.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = iterator.nextDoc()) {
                int thisCase = FacetCounts.caseOf(caseIds, doc);
                if (thisCase != lastCase) {
                    ids.add(caseIds.lookupOrd(thisCase).utf8ToString());
                    lastCase = thisCase;
                }
            }
        }
        return ids;
    }

    /** The values of a facet in one segment. */
    private static final class Axis {
        private final SortedSetDocValues values;
        private final boolean[] excluded;

        private Axis(SortedSetDocValues values, boolean[] excluded) {
            this.values = values;
            this.excluded = excluded;
        }

        static Axis of(MatchingDocs docs, Facet facet, Set<String> excluded) throws IOException {
            SortedSetDocValues values = DocValues.getSortedSet(docs.context().reader(), CaseDocuments.facetName(facet));
            return new Axis(values, FacetCounts.ordinals(values, excluded));
        }

        int size() {
            return excluded.length;
        }

        String label(int ordinal) throws IOException {
            return values.lookupOrd(ordinal).utf8ToString();
        }

        /** The values by which {@code doc} would be found if each were chosen alone. */
        int[] at(int doc) throws IOException {
            return values.advanceExact(doc) ? FacetCounts.countedOf(values, excluded) : new int[0];
        }
    }
}
