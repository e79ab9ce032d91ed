package jirei.engine.remote;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jirei.engine.backend.DocSet;
import jirei.engine.schema.SchemaQueries;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** Sections as the query that matches them, without knowing which they are. */
final class QueryDocSet implements DocSet {
    private static final Query NOTHING = new MatchNoDocsQuery("no section");

    private final Query query;
    private final Counting counting;

    QueryDocSet(Query query, Counting counting) {
        this.query = query instanceof MatchNoDocsQuery ? NOTHING : query;
        this.counting = counting;
    }

    /** Counts what a query matches. */
    interface Counting {
        long of(Query query);
    }

    private QueryDocSet with(Query other) {
        return new QueryDocSet(other, counting);
    }

    @Override
    public DocSet intersect(DocSet other) {
        return joined(other, Occur.FILTER);
    }

    @Override
    public DocSet union(DocSet other) {
        return joined(other, Occur.SHOULD);
    }

    private DocSet joined(DocSet other, Occur occur) {
        QueryDocSet second = (QueryDocSet) other;
        boolean both = occur == Occur.FILTER;
        if (query.equals(second.query)) {
            return this;
        }
        if (isNothing() || second.isNothing()) {
            return both == isNothing() ? this : second;
        }
        if (isAll() || second.isAll()) {
            return both == isAll() ? second : this;
        }
        Set<Query> parts = new LinkedHashSet<>(parts(query, occur));
        parts.addAll(parts(second.query, occur));
        var all = new BooleanQuery.Builder();
        parts.forEach(part -> all.add(part, occur));
        return with(all.build());
    }

    /** What {@code query} joins, so that it doesn't become deeper with every step. */
    private static List<Query> parts(Query query, Occur occur) {
        return query instanceof BooleanQuery many
                        && many.getMinimumNumberShouldMatch() == 0
                        && many.clauses().stream().allMatch(clause -> clause.occur() == occur)
                ? many.clauses().stream().map(BooleanClause::query).toList()
                : List.of(query);
    }

    @Override
    public DocSet andNot(DocSet other) {
        QueryDocSet second = (QueryDocSet) other;
        if (isNothing() || second.isNothing()) {
            return this;
        }
        return with(new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(second.query, Occur.MUST_NOT)
                .build());
    }

    private boolean isNothing() {
        return query.equals(NOTHING);
    }

    private boolean isAll() {
        return query.equals(SchemaQueries.allSections());
    }

    @Override
    public long size() {
        return isNothing() ? 0 : counting.of(query);
    }

    @Override
    public boolean intersects(DocSet other) {
        return intersect(other).size() > 0;
    }

    @Override
    public Query query() {
        return isNothing() ? query : new ConstantScoreQuery(query);
    }

    @Override
    public Query scoringQuery(List<Query> ways) {
        var sum = new BooleanQuery.Builder().add(query(), Occur.FILTER);
        ways.forEach(way -> sum.add(way, Occur.SHOULD));
        return sum.build();
    }
}
