package jirei.engine.backend;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;

/** Where sets of sections come from: an index, in this process or elsewhere. */
public interface DocSetFactory {
    /** Every section. */
    DocSet all();

    /** No section. */
    DocSet none();

    /** The sections that {@code query} matches. */
    DocSet docSet(Query query) throws IOException;

    /** What is in each of {@code sets}, of which there must be one. */
    DocSet intersection(List<DocSet> sets);

    /** What is in any of {@code sets}; nothing where there are none. */
    DocSet union(List<DocSet> sets);

    /** The sections of the cases that have a section in each of {@code sets}. */
    DocSet sameCase(List<DocSet> sets) throws IOException;
}
