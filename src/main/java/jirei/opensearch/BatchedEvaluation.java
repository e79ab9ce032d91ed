package jirei.opensearch;

import com.github.benmanes.caffeine.cache.Cache;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.engine.backend.BackendHit;
import jirei.engine.backend.IndexAccess;
import jirei.engine.schema.SchemaQueries;
import jirei.search.Deadline;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.util.IOFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs a computation over counts that only the cluster knows. Each count would cost a round trip, so the computation
 * runs with placeholder counts, all missing counts are fetched in one request, and it runs again until none is missing.
 * Not thread-safe.
 */
final class BatchedEvaluation implements IndexAccess<Query> {
    /** Positive, so that a computation also requests what it needs only for words that occur. */
    private static final long PLACEHOLDER = 1;

    private final OpenSearchBackend backend;
    private final Cache<Query, Long> counts;
    private final Deadline deadline;
    private final Set<Query> missingCounts = new LinkedHashSet<>();
    private final Map<Query, Double> scores = new HashMap<>();
    private final Set<Query> missingScores = new LinkedHashSet<>();
    private final Map<Query, List<BackendHit>> topDocs = new HashMap<>();
    private @Nullable BackendHit scoredSection;

    /** @param counts the counts known from earlier evaluations over the same index */
    BatchedEvaluation(OpenSearchBackend backend, Cache<Query, Long> counts, Deadline deadline) {
        this.backend = backend;
        this.counts = counts;
        this.deadline = deadline;
    }

    /** Returns the result of {@code computation} without any placeholder. */
    <T> T run(IOFunction<IndexAccess<Query>, T> computation) throws IOException {
        while (true) {
            T result = computation.apply(this);
            BackendHit section = scoredSection;
            if (!missingCounts.isEmpty()) {
                fetchCounts();
            } else if (!missingScores.isEmpty() && section != null) {
                fetchScores(section);
            } else {
                return result;
            }
        }
    }

    private void fetchCounts() throws IOException {
        deadline.checkMatchPhase();
        Iterator<Long> fetched = backend.counts(missingCounts, deadline).iterator();
        missingCounts.forEach(query -> counts.put(query, fetched.next()));
        missingCounts.clear();
    }

    private void fetchScores(BackendHit section) throws IOException {
        Iterator<Double> fetched =
                backend.scores(missingScores, section, deadline).iterator();
        missingScores.forEach(query -> scores.put(query, fetched.next()));
        missingScores.clear();
    }

    private long count(Query query, long placeholder) {
        Long known = counts.getIfPresent(query);
        if (known == null) {
            missingCounts.add(query);
            return placeholder;
        }
        return known;
    }

    @Override
    public double score(Query query, BackendHit section) {
        scoredSection = section;
        Double known = scores.get(query);
        if (known == null) {
            missingScores.add(query);
            return 0;
        }
        return known;
    }

    @Override
    public Query all() {
        return SchemaQueries.allSections();
    }

    @Override
    public Query none() {
        return QueryDocSets.none();
    }

    @Override
    public Query matching(Query query) {
        return query;
    }

    @Override
    public Query intersection(List<Query> sets) {
        return QueryDocSets.intersection(sets);
    }

    @Override
    public Query union(List<Query> sets) {
        return QueryDocSets.union(sets);
    }

    @Override
    public Query andNot(Query set, Query other) {
        return QueryDocSets.andNot(set, other);
    }

    @Override
    public Query sameCase(List<Query> sets) {
        return sets.stream().anyMatch(set -> size(set) == 0)
                ? none()
                : new SameCaseQuery(
                        sets.stream().map(QueryDocSets::constantScore).toList());
    }

    @Override
    public Query firstSections(Query set) {
        return intersection(List.of(sameCase(List.of(set)), SchemaQueries.firstSections()));
    }

    @Override
    public long size(Query set) {
        if (QueryDocSets.isNone(set)) {
            return 0;
        }
        return set.equals(all()) ? backend.manifest().sections() : count(set, PLACEHOLDER);
    }

    @Override
    public boolean intersects(Query set, Query other) {
        return size(QueryDocSets.intersection(List.of(set, other))) > 0;
    }

    @Override
    public Query query(Query set) {
        return QueryDocSets.constantScore(set);
    }

    @Override
    public long count(Query query) {
        return count(query, 0);
    }

    @Override
    public long docCount() {
        return backend.manifest().docCount();
    }

    @Override
    public boolean matchesAny(List<Query> queries) {
        var all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, Occur.FILTER));
        return count(all.build(), PLACEHOLDER) > 0;
    }

    /** Returns no hits as long as the query may depend on a placeholder. */
    @Override
    public List<BackendHit> topDocs(Query query, Sort sort, int limit) throws IOException {
        List<BackendHit> known = topDocs.get(query);
        if (known == null) {
            if (!missingCounts.isEmpty()) {
                return List.of();
            }
            known = backend.topDocs(query, sort, limit, deadline);
            topDocs.put(query, known);
        }
        return known;
    }
}
