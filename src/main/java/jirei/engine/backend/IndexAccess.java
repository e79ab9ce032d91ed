package jirei.engine.backend;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;

/**
 * Read access to an index for a computation run by {@link SearchBackend#evaluate}. Not thread-safe: each run has its
 * own instance.
 *
 * @param <S> the doc set type
 */
public interface IndexAccess<S> extends DocSets<S> {
    /** The number of documents that {@code query} matches. */
    long count(Query query) throws IOException;

    /** The number of documents of every type. */
    long docCount();

    /** Returns whether any document matches all of {@code queries}. */
    boolean matchesAny(List<Query> queries) throws IOException;

    /** The score of {@code query} for {@code section}; 0 if it does not match. */
    double score(Query query, BackendHit section) throws IOException;

    /** The first {@code limit} documents that match {@code query}, in the order {@code sort}. */
    List<BackendHit> topDocs(Query query, Sort sort, int limit) throws IOException;
}
