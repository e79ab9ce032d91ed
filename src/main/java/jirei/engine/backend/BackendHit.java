package jirei.engine.backend;

import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * A document returned by a back end. Immutable.
 *
 * @param doc the doc ID in the back end; for the sections of a {@link StoredCase}, the position in the case from 0
 * @param score the score; 0 if the sort order has no score
 * @param caseId the id of its case
 * @param document its stored fields if they came with the hit; else {@link SearchBackend#documents} loads them
 */
public record BackendHit(int doc, float score, String caseId, @Nullable Document document) {
    /** Returns this hit with {@code other} as its score. */
    public BackendHit withScore(float other) {
        return new BackendHit(doc, other, caseId, document);
    }
}
