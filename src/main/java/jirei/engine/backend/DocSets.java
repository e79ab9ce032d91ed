package jirei.engine.backend;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;

/**
 * Sets of section documents of one index, in the representation {@code S} of its back end: bit sets if postings can be
 * read, queries if only counts can be requested. Sets are immutable: every operation returns a new one. Not thread-safe.
 *
 * @param <S> the doc set type
 */
public interface DocSets<S> {
    /** Every section. */
    S all();

    /** No section. */
    S none();

    /** The sections that {@code query} matches. */
    S matching(Query query) throws IOException;

    /** The intersection of {@code sets}, at least one. */
    S intersection(List<S> sets);

    /** The union of {@code sets}; empty if there are none. */
    S union(List<S> sets);

    /** The sections of {@code set} that are not in {@code other}. */
    S andNot(S set, S other);

    /** The sections of the cases that have at least one section in each of {@code sets}. */
    S sameCase(List<S> sets) throws IOException;

    /** The first section of each case that has a section in {@code set}. */
    S firstSections(S set) throws IOException;

    /** The number of sections in {@code set}. */
    long size(S set);

    /** Whether {@code set} and {@code other} have a section in common. */
    boolean intersects(S set, S other);

    /** Matches the sections of {@code set} with a constant score of 1. */
    Query query(S set);
}
