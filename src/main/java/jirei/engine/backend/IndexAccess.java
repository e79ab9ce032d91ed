package jirei.engine.backend;

import java.io.IOException;
import java.util.List;
import jirei.search.Hit;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;

/** What is asked of an index, in this process or elsewhere, beside the sets of {@link DocSetFactory}. */
public interface IndexAccess {
    /** How many documents {@code query} matches. */
    long count(Query query) throws IOException;

    /** How many documents there are, of every kind. */
    long docCount();

    /** The first {@code limit} of what {@code query} matches, with the values by which they were sorted. */
    List<ScoreDoc> topDocs(Query query, Sort order, int limit) throws IOException;

    /** Sections among those that {@link #topDocs} gave, as hits, the first with the rank 1, without any mark. */
    List<Hit> hitsWithoutHighlights(List<ScoreDoc> sections) throws IOException;
}
