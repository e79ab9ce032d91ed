package jirei.engine.backend;

import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * A document that a back end returned. Immutable.
 *
 * @param doc the number by which the back end knows the document, or the position of a section in its case
 * @param score its score; 0 if the sort order has no score
 * @param caseId the id of its case
 * @param document its stored fields if they came with the hit; else {@link SearchBackend#document} loads them
 */
public record BackendHit(int doc, float score, String caseId, @Nullable Document document) {
    /** The same with {@code other} as the score. */
    public BackendHit withScore(float other) {
        return new BackendHit(doc, other, caseId, document);
    }
}
