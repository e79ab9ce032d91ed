package jirei.engine.backend;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jirei.cases.Indicator;
import jirei.query.Facet;
import jirei.query.Filters;
import jirei.search.CaseSummary;
import jirei.search.Deadline;
import jirei.search.FacetCrossTab;
import jirei.search.HitCount;
import jirei.search.IndexStatus;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.IOFunction;

/**
 * The interface between the engine and an index: the embedded Lucene index, or one in a cluster. An implementation
 * matches, counts, sorts and loads documents over one snapshot of the index; {@code jirei.engine} decides what a
 * request means.
 *
 * <p>Results are complete, or the method throws an {@link IOException}: a {@link jirei.search.SearchTimeoutException}
 * if the {@link Deadline} expired. Only {@link #search} may return partial results; it then marks the deadline as
 * partial. Thread-safe.
 *
 * @param <S> the doc set type
 */
public interface SearchBackend<S> extends Closeable {
    /**
     * Runs {@code computation} and returns its result.
     *
     * @param computation may be run several times with placeholder counts until all counts are known, so it must be
     *     deterministic and free of side effects
     */
    <T> T evaluate(Deadline deadline, IOFunction<IndexAccess<S>, T> computation) throws IOException;

    /** The page and the counts of {@code request}. */
    BackendResponse search(BackendRequest<S> request, Deadline deadline) throws IOException;

    /** Counts the sections and cases in {@code matches}. */
    HitCount total(FilteredMatches<S> matches, Deadline deadline) throws IOException;

    /**
     * Counts {@code matches} by each pair of values of two facets, with the exclusions of {@code filters} in these
     * facets.
     */
    FacetCrossTab crossTab(FilteredMatches<S> matches, Facet rows, Facet columns, Filters filters, Deadline deadline)
            throws IOException;

    /** The ids of the cases with at least one section in {@code matches}. */
    Set<String> matchingCaseIds(FilteredMatches<S> matches, Deadline deadline) throws IOException;

    /**
     * Passes every document that {@code query} matches to {@code consumer}, in no particular order. The hits have no score, and
     * may lack the case id.
     */
    void scan(Query query, Consumer<BackendHit> consumer) throws IOException;

    /** The stored fields of each of {@code hits}, in their order. */
    List<Document> documents(List<BackendHit> hits) throws IOException;

    /** The indicators of the region of the case of {@code hit}; unknown ones are absent. */
    Map<Indicator, Double> indicators(BackendHit hit) throws IOException;

    /** The summary of each of the case documents {@code hits}, in their order. */
    List<CaseSummary> summaries(List<BackendHit> hits) throws IOException;

    /** The case {@code id} with its sections; empty if there is no such case. */
    Optional<StoredCase> storedCase(String id) throws IOException;

    /** A reader for highlighting {@code hits}. */
    HighlightReader highlightReader(List<BackendHit> hits) throws IOException;

    /** The status of the index. */
    IndexStatus status();
}
