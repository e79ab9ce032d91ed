package jirei.engine.backend;

import java.util.List;
import org.apache.lucene.search.Query;

/** Sections that something matches. A set doesn't change: of two another is made. */
public interface DocSet {
    /** What is in both. */
    DocSet intersect(DocSet other);

    /** What is in either. */
    DocSet union(DocSet other);

    /** What is in this and not in {@code other}. */
    DocSet andNot(DocSet other);

    /** How many sections it has. */
    long size();

    /** Whether any section is in both. */
    boolean intersects(DocSet other);

    /** Matches the sections of this set, with a score of 1. */
    Query query();

    /** Matches the sections of this set, with the sum of what {@code ways} score, as far as they match. */
    Query scoringQuery(List<Query> ways);
}
