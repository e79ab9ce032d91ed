package jirei.lucene;

import java.util.List;
import org.apache.lucene.search.Query;

/** Sections that something matches. A set doesn't change: of two another is made. */
interface SectionSet {
    /** What is in both. */
    SectionSet and(SectionSet other);

    /** What is in either. */
    SectionSet or(SectionSet other);

    /** What is in this and not in {@code other}. */
    SectionSet without(SectionSet other);

    /** How many sections it has. */
    long size();

    /** Whether any section is in both. */
    boolean intersects(SectionSet other);

    /** Matches the sections of this set, with a score of 1. */
    Query query();

    /** Matches the sections of this set, with the sum of what {@code ways} score, as far as they match. */
    Query scored(List<Query> ways);
}
