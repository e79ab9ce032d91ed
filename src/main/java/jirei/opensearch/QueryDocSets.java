package jirei.opensearch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jirei.engine.schema.SchemaQueries;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** Represents sets of sections as queries, combined without knowing their documents. Stateless. */
final class QueryDocSets {
    private static final Query NONE = new MatchNoDocsQuery("no section");

    private QueryDocSets() {}

    static Query none() {
        return NONE;
    }

    static boolean isNone(Query set) {
        return set instanceof MatchNoDocsQuery;
    }

    private static boolean isAll(Query set) {
        return set.equals(SchemaQueries.allSections());
    }

    static Query intersection(List<Query> sets) {
        return sets.stream().reduce((a, b) -> join(a, b, Occur.FILTER)).orElseThrow();
    }

    static Query union(List<Query> sets) {
        return sets.stream().reduce(NONE, (a, b) -> join(a, b, Occur.SHOULD));
    }

    /** Flattens clauses of the same kind, so that the nesting does not grow with every operation. */
    private static Query join(Query set, Query other, Occur occur) {
        boolean isIntersection = occur == Occur.FILTER;
        if (set.equals(other)) {
            return set;
        }
        if (isNone(set) || isNone(other)) {
            return isIntersection == isNone(set) ? set : other;
        }
        if (isAll(set) || isAll(other)) {
            return isIntersection == isAll(set) ? other : set;
        }
        Set<Query> clauses = new LinkedHashSet<>(clauses(set, occur));
        clauses.addAll(clauses(other, occur));
        var joined = new BooleanQuery.Builder();
        clauses.forEach(clause -> joined.add(clause, occur));
        return joined.build();
    }

    private static List<Query> clauses(Query query, Occur occur) {
        return query instanceof BooleanQuery bool
                        && bool.getMinimumNumberShouldMatch() == 0
                        && bool.clauses().stream().allMatch(clause -> clause.occur() == occur)
                ? bool.clauses().stream().map(BooleanClause::query).toList()
                : List.of(query);
    }

    static Query andNot(Query set, Query other) {
        return isNone(set) || isNone(other)
                ? set
                : new BooleanQuery.Builder()
                        .add(set, Occur.FILTER)
                        .add(other, Occur.MUST_NOT)
                        .build();
    }

    /** Matches {@code set} with a constant score. */
    static Query constantScore(Query set) {
        return isNone(set) ? set : new ConstantScoreQuery(set);
    }

    /** Matches {@code set} with the sum of the scores of {@code clauses}. */
    static Query scored(Query set, List<Query> clauses) {
        var sum = new BooleanQuery.Builder().add(constantScore(set), Occur.FILTER);
        clauses.forEach(clause -> sum.add(clause, Occur.SHOULD));
        return sum.build();
    }
}
