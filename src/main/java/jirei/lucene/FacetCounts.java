package jirei.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.search.FacetLabel;
import jirei.search.HitCount;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * Counts sections and cases among matching documents, to the end. The sections of a case lie side by side in one segment, so a
 * case is counted when another case was seen last.
 */
final class FacetCounts {
    private FacetCounts() {}

    /** How many sections match, and how many cases they stand in. */
    static HitCount total(Collection<MatchingDocs> matching) throws IOException {
        long sections = 0;
        long cases = 0;
        for (MatchingDocs docs : matching) {
            SortedDocValues caseIds = caseIds(docs);
            DocIdSetIterator iterator = docs.bits().iterator();
            int lastCase = -1;
            for (int doc = iterator.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = iterator.nextDoc()) {
                int thisCase = caseOf(caseIds, doc);
                cases += thisCase == lastCase ? 0 : 1;
                lastCase = thisCase;
                sections++;
            }
        }
        return new HitCount(sections, cases);
    }

    /** The labels of {@code counts} by value, to which values that are set in {@code facet} are added; in no particular order. */
    static List<FacetLabel> labels(Map<String, HitCount> counts, Facet facet, Filters filters) {
        Set<String> chosen = filters.chosen(facet);
        Set<String> excluded = filters.excluded(facet);
        chosen.forEach(value -> counts.putIfAbsent(value, HitCount.NONE));
        excluded.forEach(value -> counts.putIfAbsent(value, HitCount.NONE));
        List<FacetLabel> labels = new ArrayList<>();
        counts.forEach((value, count) ->
                labels.add(new FacetLabel(value, count, chosen.contains(value), excluded.contains(value))));
        return labels;
    }

    static boolean[] ordinals(SortedSetDocValues values, Set<String> labels) throws IOException {
        var set = new boolean[(int) values.getValueCount()];
        for (String label : labels) {
            long ordinal = values.lookupTerm(new BytesRef(label));
            if (ordinal >= 0) {
                set[(int) ordinal] = true;
            }
        }
        return set;
    }

    /** The values of the section that {@code values} stand at by which it would be found if each were chosen alone. */
    static int[] countedOf(SortedSetDocValues values, boolean[] excluded) throws IOException {
        int[] all = new int[values.docValueCount()];
        int excludedOnes = 0;
        for (int i = 0; i < all.length; i++) {
            all[i] = (int) values.nextOrd();
            excludedOnes += excluded[all[i]] ? 1 : 0;
        }
        if (excludedOnes == 0) {
            return all;
        }
        return excludedOnes > 1
                ? new int[0]
                : IntStream.of(all).filter(value -> excluded[value]).toArray();
    }

    static SortedDocValues caseIds(MatchingDocs docs) throws IOException {
        return DocValues.getSorted(docs.context().reader(), IndexField.CASE_ID.luceneName());
    }

    static int caseOf(SortedDocValues caseIds, int doc) throws IOException {
        return caseIds.advanceExact(doc) ? caseIds.ordValue() : -1;
    }
}
