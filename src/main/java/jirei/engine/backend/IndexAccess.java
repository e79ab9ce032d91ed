package jirei.engine.backend;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;

/**
 * What a computation may read from an index while {@link SearchBackend#evaluate} runs it. Not thread-safe: one instance a
 * computation.
 *
 * @param <S> a set of sections
 */
public interface IndexAccess<S> extends DocSets<S> {
    /** The number of documents that {@code query} matches. */
    long count(Query query) throws IOException;

    /** The number of documents of every type. */
    long docCount();

    /** Whether any document matches all of {@code queries}. */
    boolean matchesAny(List<Query> queries) throws IOException;

    /** The score of {@code query} at {@code section}; 0 if it doesn't match. */
    double score(Query query, BackendHit section) throws IOException;

    /** The first {@code limit} documents that {@code query} matches, in the order {@code sort}. */
    List<BackendHit> topDocs(Query query, Sort sort, int limit) throws IOException;
}
