package jirei.lucene.search;

import java.io.IOException;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** One way of matching in one segment, which goes through its documents once. */
final class ClauseScorer {
    private final Scorer scorer;
    private final DocIdSetIterator docs;
    private final @Nullable TwoPhaseIterator exact;
    private final boolean isRead;
    private final float cost;
    private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();

    /** @param documents of how many documents in the segment the sums are made */
    ClauseScorer(Scorer scorer, int documents) {
        this.scorer = scorer;
        this.exact = scorer.twoPhaseIterator();
        this.docs = exact == null ? scorer.iterator() : exact.approximation();
        this.isRead = exact == null && docs.cost() <= 2L * documents;
        this.cost = Math.max(1, docs.cost()) * (exact == null ? 1 : exact.matchCost());
    }

    /** How long it takes to go through all of it, beside the others. */
    float cost() {
        return cost;
    }

    /** The most that a document from {@code from} on, before {@code to}, can score; each time for later documents. */
    float most(int from, int to) throws IOException {
        int doc = docs.docID();
        if (doc >= to) {
            return 0;
        }
        scorer.advanceShallow(Math.max(from, doc));
        return scorer.getMaxScore(to - 1);
    }

    /** Adds to {@code sums} what each document of {@code found} from {@code from} on scores; both count from {@code base}. */
    void add(FixedBitSet found, int base, int from, int to, double[] sums) throws IOException {
        if (docs.docID() < from) {
            docs.advance(from);
        }
        if (isRead) {
            read(found, base, from, to, sums);
        } else {
            visit(found, base, from, to, sums);
        }
    }

    /** Where the set has most of what it has, it is read through. */
    private void read(FixedBitSet found, int base, int from, int to, double[] sums) throws IOException {
        for (scorer.nextDocsAndScores(to, null, buffer); buffer.size > 0; scorer.nextDocsAndScores(to, null, buffer)) {
            for (int i = 0; i < buffer.size; i++) {
                int doc = buffer.docs[i];
                if (found.get(base + doc)) {
                    sums[doc - from] += buffer.features[i];
                }
            }
        }
    }

    private void visit(FixedBitSet found, int base, int from, int to, double[] sums) throws IOException {
        int doc = docs.docID();
        while (doc < to) {
            int next = found.nextSetBit(base + doc, base + to);
            if (next == DocIdSetIterator.NO_MORE_DOCS) {
                return;
            }
            if (next - base > doc) {
                doc = docs.advance(next - base);
            } else {
                if (exact == null || exact.matches()) {
                    sums[doc - from] += scorer.score();
                }
                doc = docs.nextDoc();
            }
        }
    }

    /** Adds what the first {@code count} of {@code some} score, which ascend; {@code sums} begins at {@code from}. */
    void addTo(int[] some, int count, int from, double[] sums) throws IOException {
        int doc = docs.docID();
        for (int i = 0; i < count; i++) {
            if (doc < some[i]) {
                doc = docs.advance(some[i]);
            }
            if (doc == some[i] && (exact == null || exact.matches())) {
                sums[doc - from] += scorer.score();
            }
        }
    }
}
