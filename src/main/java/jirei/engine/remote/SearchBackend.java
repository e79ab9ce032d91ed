package jirei.engine.remote;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jirei.engine.sort.RegionSimilaritySource;
import jirei.query.Facet;
import jirei.search.Deadline;
import jirei.search.HitCount;
import jirei.search.HitGroup;
import jirei.search.IndexStatus;
import jirei.search.SearchTimeoutException;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;

/**
 * An index elsewhere that holds the documents of a {@link RemoteCorpus} and answers the queries that the embedded index answers. Safe
 * for use by many threads.
 *
 * <p>It must understand: queries for terms, phrases and sets of terms, joined, boosted, of constant score, or the best of
 * several; ranges and existence of numbers; {@link SameCaseQuery}; sorting by score, by a field and by {@link RegionSimilaritySource}. An answer
 * is whole or an {@link IOException}, which is a {@link SearchTimeoutException} where the {@link Deadline} is over.
 */
public interface SearchBackend extends Closeable {
    /** What the index was built from, without asking for it anew. */
    RemoteManifest manifest();

    /** The words that were written with the index. */
    byte[] vocabulary() throws IOException;

    /** How many documents each of {@code queries} matches, in their order. */
    List<Long> counts(Collection<Query> queries) throws IOException;

    /** What each of {@code queries} scores at one section, in their order; 0 where it doesn't match. */
    List<Double> scores(Collection<Query> queries, String caseId, int position) throws IOException;

    /** The page, the counts and the facets of a search; what was found of them where its {@link Deadline} is over before the end. */
    Answer search(Question question) throws IOException;

    /** How many sections {@code query} matches, and in how many cases. */
    HitCount total(Query query) throws IOException;

    /**
     * How much {@code query} finds for each pair of values of two facets. A section with an excluded value counts for that alone,
     * one with two of one facet not at all.
     */
    Map<List<String>, HitCount> pairs(Query query, Axis rows, Axis columns) throws IOException;

    /** The ids of the cases in which {@code query} matches a section. */
    Set<String> matchingCaseIds(Query query) throws IOException;

    /** The first {@code limit} documents that {@code query} matches. */
    List<Found> topDocs(Query query, Sort order, int limit) throws IOException;

    /** Hands every document that {@code query} matches to {@code taking}, in no particular order. */
    void scan(Query query, Consumer<Document> taking) throws IOException;

    /** What the index holds, asked for anew. */
    IndexStatus status();

    /**
     * A search.
     *
     * @param query what is found but for facets, and what it scores
     * @param dimensions what each facet in which something is set leaves
     * @param excluded the values that are excluded in each facet
     * @param order how sections are ordered; by case, how the best sections of cases are
     * @param from how many sections or cases stand before the page
     * @param size how many are on the page
     * @param shown how many sections of each case are shown; 0 where sections aren't grouped
     */
    record Question(
            Query query,
            Map<Facet, Query> dimensions,
            Map<Facet, Set<String>> excluded,
            Sort order,
            int from,
            int size,
            int shown) {}

    /**
     * What a search found.
     *
     * @param total how much matches
     * @param hits the sections of the page, in order
     * @param groups how they stand under cases; empty where they aren't grouped
     * @param labels how much is found for each value of each facet, whatever is chosen in that facet
     */
    record Answer(HitCount total, List<Found> hits, List<HitGroup> groups, Map<Facet, Map<String, HitCount>> labels) {}

    /**
     * A document that was found.
     *
     * @param score what it scores; 0 where nothing is scored
     * @param document its stored fields
     */
    record Found(float score, Document document) {}

    /**
     * A facet whose values are counted.
     *
     * @param facet the facet
     * @param excluded its values that are excluded
     */
    record Axis(Facet facet, Set<String> excluded) {}
}
