package jirei.opensearch;

import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * Matches the sections of the cases that have a section in each of several sets. Only {@link QueryTranslator} executes
 * it. Immutable.
 */
final class SameCaseQuery extends Query {
    private final List<Query> sets;

    SameCaseQuery(List<Query> sets) {
        this.sets = List.copyOf(sets);
    }

    /** Returns the queries, each of which matches the sections of a set. */
    List<Query> sets() {
        return sets;
    }

    @Override
    public String toString(String field) {
        return "SameCaseQuery" + sets;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SameCaseQuery same && sets.equals(same.sets);
    }

    @Override
    public int hashCode() {
        return sets.hashCode();
    }
}
