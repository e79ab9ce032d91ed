package jirei.lucene.search;

import java.io.IOException;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Scores one optional clause over one segment, in a single pass over increasing doc IDs. Not thread-safe. */
final class ClauseScorer {
    private final Scorer scorer;
    private final DocIdSetIterator docs;
    private final @Nullable TwoPhaseIterator twoPhase;
    private final boolean isExhaustive;
    private final float cost;
    private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();

    /** @param docCount how many documents of the segment are to be scored */
    ClauseScorer(Scorer scorer, int docCount) {
        this.scorer = scorer;
        this.twoPhase = scorer.twoPhaseIterator();
        this.docs = twoPhase == null ? scorer.iterator() : twoPhase.approximation();
        this.isExhaustive = twoPhase == null && docs.cost() <= 2L * docCount;
        this.cost = Math.max(1, docs.cost()) * (twoPhase == null ? 1 : twoPhase.matchCost());
    }

    /** The relative cost of iterating all matches of the clause. */
    float cost() {
        return cost;
    }

    /**
     * Returns the maximum score of the documents from {@code from} (inclusive) to {@code to} (exclusive). Ranges must
     * not go backwards.
     */
    float maxScore(int from, int to) throws IOException {
        int doc = docs.docID();
        if (doc >= to) {
            return 0;
        }
        scorer.advanceShallow(Math.max(from, doc));
        return scorer.getMaxScore(to - 1);
    }

    /**
     * Adds the scores of the documents of {@code matches} between {@code from} and {@code to} to {@code sums}, whose
     * first element is for {@code from}; {@code base} is the first doc ID of the segment in the whole index.
     */
    void add(FixedBitSet matches, int base, int from, int to, double[] sums) throws IOException {
        if (docs.docID() < from) {
            docs.advance(from);
        }
        if (isExhaustive) {
            scoreAll(matches, base, from, to, sums);
        } else {
            scoreMatches(matches, base, from, to, sums);
        }
    }

    /** Scores all postings in bulk, which is faster if most of them are in the set. */
    private void scoreAll(FixedBitSet matches, int base, int from, int to, double[] sums) throws IOException {
        for (scorer.nextDocsAndScores(to, null, buffer); buffer.size > 0; scorer.nextDocsAndScores(to, null, buffer)) {
            for (int i = 0; i < buffer.size; i++) {
                int doc = buffer.docs[i];
                if (matches.get(base + doc)) {
                    sums[doc - from] += buffer.features[i];
                }
            }
        }
    }

    private void scoreMatches(FixedBitSet matches, int base, int from, int to, double[] sums) throws IOException {
        int doc = docs.docID();
        while (doc < to) {
            int next = matches.nextSetBit(base + doc, base + to);
            if (next == DocIdSetIterator.NO_MORE_DOCS) {
                return;
            }
            if (next - base > doc) {
                doc = docs.advance(next - base);
            } else {
                if (twoPhase == null || twoPhase.matches()) {
                    sums[doc - from] += scorer.score();
                }
                doc = docs.nextDoc();
            }
        }
    }

    /**
     * Adds the scores of the first {@code count} documents of {@code candidates}, in increasing order; {@code sums[0]}
     * is for {@code from}.
     */
    void addTo(int[] candidates, int count, int from, double[] sums) throws IOException {
        int doc = docs.docID();
        for (int i = 0; i < count; i++) {
            if (doc < candidates[i]) {
                doc = docs.advance(candidates[i]);
            }
            if (doc == candidates[i] && (twoPhase == null || twoPhase.matches())) {
                sums[doc - from] += scorer.score();
            }
        }
    }
}
