package jirei.engine.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.engine.backend.DocSet;
import jirei.engine.backend.DocSetFactory;
import jirei.engine.backend.IndexAccess;
import jirei.engine.backend.MatchProbe;
import jirei.engine.query.WordQueryFactory;
import jirei.engine.remote.SearchBackend.Found;
import jirei.engine.schema.IndexField;
import jirei.engine.schema.SchemaQueries;
import jirei.search.Deadline;
import jirei.search.Hit;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.util.BytesRef;

/**
 * One question that is computed here by numbers of an index elsewhere. Asking for each number would be a journey each. So the
 * computation runs with guesses for the numbers that aren't known yet, these are asked for all at once, and it runs again,
 * until nothing is guessed.
 */
final class BatchedEvaluation implements DocSetFactory, IndexAccess, MatchProbe {
    /** So that a common word is asked for with others behind it. */
    private static final long GUESSED_SIZE = 1;

    private final SearchBackend index;
    private final CountCache counts;
    private final Set<Query> wanted = new LinkedHashSet<>();
    private final Map<Query, Double> scores = new HashMap<>();
    private final Set<Query> wantedScores = new LinkedHashSet<>();
    private final Map<Query, List<ScoreDoc>> found = new HashMap<>();
    private final List<Found> documents = new ArrayList<>();

    /** @param counts the counts that are known of the index */
    BatchedEvaluation(SearchBackend index, CountCache counts) {
        this.index = index;
        this.counts = counts;
    }

    /** A computation that gives the same for the same numbers. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** What {@code work} gives when it guesses nothing. */
    <T> T evaluate(Work<T> work) throws IOException {
        while (true) {
            T answer = work.run();
            if (wanted.isEmpty()) {
                return answer;
            }
            Deadline.current().checkMatchPhase();
            Iterator<Long> known = index.counts(wanted).iterator();
            wanted.forEach(query -> counts.put(query, known.next()));
            wanted.clear();
        }
    }

    /** The same, where the scores of a section are among the numbers. */
    <T> T evaluate(String caseId, int position, Work<T> work) throws IOException {
        while (true) {
            T answer = evaluate(work);
            if (wantedScores.isEmpty()) {
                return answer;
            }
            Iterator<Double> known =
                    index.scores(wantedScores, caseId, position).iterator();
            wantedScores.forEach(query -> scores.put(query, known.next()));
            wantedScores.clear();
        }
    }

    private long count(Query query, long guess) {
        Long known = counts.of(query);
        if (known == null) {
            wanted.add(query);
            return guess;
        }
        return known;
    }

    /** What {@code query} scores at the section that is asked about. */
    double score(Query query) {
        Double known = scores.get(query);
        if (known == null) {
            wantedScores.add(query);
            return 0;
        }
        return known;
    }

    @Override
    public DocSet all() {
        return docSet(SchemaQueries.allSections());
    }

    @Override
    public DocSet none() {
        return docSet(WordQueryFactory.anyOf(List.of()));
    }

    @Override
    public DocSet docSet(Query query) {
        return new QueryDocSet(query, this::size);
    }

    private long size(Query query) {
        return query.equals(SchemaQueries.allSections()) ? index.manifest().sections() : count(query, GUESSED_SIZE);
    }

    @Override
    public DocSet intersection(List<DocSet> sets) {
        return sets.stream().reduce(DocSet::intersect).orElseThrow();
    }

    @Override
    public DocSet union(List<DocSet> sets) {
        return sets.stream().reduce(none(), DocSet::union);
    }

    @Override
    public DocSet sameCase(List<DocSet> sets) {
        return sets.stream().anyMatch(set -> set.size() == 0)
                ? none()
                : docSet(new SameCaseQuery(sets.stream().map(DocSet::query).toList()));
    }

    @Override
    public long count(Query query) {
        return count(query, 0);
    }

    @Override
    public long docCount() {
        return index.manifest().documents();
    }

    @Override
    public boolean matchesAny(List<Query> wanted) {
        var all = new BooleanQuery.Builder();
        wanted.forEach(query -> all.add(query, Occur.FILTER));
        return count(all.build(), GUESSED_SIZE) > 0;
    }

    /** Nothing while the query may hang on a guess. */
    @Override
    public List<ScoreDoc> topDocs(Query query, Sort order, int limit) throws IOException {
        List<ScoreDoc> known = found.get(query);
        if (known == null) {
            if (!wanted.isEmpty()) {
                return List.of();
            }
            known = numbered(index.topDocs(query, order, limit));
            found.put(query, known);
        }
        return known;
    }

    private List<ScoreDoc> numbered(List<Found> more) {
        List<ScoreDoc> numbered = new ArrayList<>();
        for (Found one : more) {
            var id = new BytesRef(one.document().get(IndexField.CASE_ID.luceneName()));
            numbered.add(new FieldDoc(documents.size(), one.score(), new Object[] {one.score(), id}));
            documents.add(one);
        }
        return numbered;
    }

    @Override
    public List<Hit> hitsWithoutHighlights(List<ScoreDoc> sections) throws IOException {
        List<Found> shown =
                sections.stream().map(section -> documents.get(section.doc)).toList();
        return HitMemoryIndex.unmarked(shown);
    }
}
