package jirei.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.query.Facet;
import jirei.query.SearchRequest;

/**
 * Answers search requests over one state of the corpus: the port behind which an engine stands.
 *
 * <p>Safe for use by many threads. The same request gives the same answer until the corpus changes.
 */
public interface SearchEngine extends AutoCloseable {
    /**
     * Answers {@code request}. Order is total: by score or as asked, then case number, then case id, then place in the case.
     *
     * @throws IOException if the index can't be read
     */
    SearchResults search(SearchRequest request) throws IOException;

    /**
     * How much {@code request} finds for each value of {@code rows} with each of {@code columns}, two different facets: what a
     * search finds in which just these two are chosen in them, its other filters staying.
     *
     * @throws IOException if the index can't be read
     */
    FacetCrossTab crossTab(SearchRequest request, Facet rows, Facet columns) throws IOException;

    /**
     * The ids of all cases in which {@code request} finds something, in no particular order.
     *
     * @throws IOException if the index can't be read
     */
    Set<String> matchingCaseIds(SearchRequest request) throws IOException;

    /**
     * The case {@code id}, whole, with everything marked that the words of {@code request} match in it; empty if there is no
     * such case. A blank query marks nothing.
     *
     * @throws IOException if the index can't be read
     */
    Optional<HighlightedCase> highlight(String id, SearchRequest request) throws IOException;

    /**
     * The case {@code id}, whole; empty if there is no such case.
     *
     * @throws IOException if the index can't be read
     */
    Optional<CaseStudy> caseStudy(String id) throws IOException;

    /**
     * Why the section {@code sectionId} of the case {@code caseId} answers {@code request}, filters aside; empty if there is no
     * such section.
     *
     * @throws IOException if the index can't be read
     */
    Optional<HitExplanation> explain(SearchRequest request, String caseId, String sectionId) throws IOException;

    /**
     * The sections of other cases that are most like the section {@code sectionId} of the case {@code caseId}: those that share
     * the words that tell it from the rest. The best first, then as in {@link #search}; nothing is marked. Empty if there is no
     * such section.
     *
     * @param limit how many at most, from 1
     * @throws IOException if the index can't be read
     */
    List<Hit> similarSections(String caseId, String sectionId, int limit) throws IOException;

    /**
     * The cases that are most like the case {@code caseId}, the best first, itself left out. Empty if there is no such case or
     * no other shares a word with it that tells anything.
     *
     * @param limit how many at most, from 1
     * @throws IOException if the index can't be read
     */
    List<SimilarCase> similarCases(String caseId, int limit) throws IOException;

    /**
     * What {@code typed} may become: its last word completed, in characters, kana or Latin letters, the words before it kept. Only
     * what finds something, the most frequent first, those that have the word inside last; not {@code typed} itself.
     *
     * @param limit how many at most, from 1
     * @throws IOException if the index can't be read
     */
    List<Suggestion> suggest(String typed, int limit) throws IOException;

    /**
     * The cases most like {@code like}, the most alike first, then by number (those without one last), then id. Cases of the
     * municipality that it names, and cases of which too little is known, are left out.
     *
     * @param limit how many at most, from 1
     * @throws IOException if the index can't be read
     */
    List<RegionMatch> similarRegions(RegionFigures like, int limit) throws IOException;

    /**
     * The cases about the municipality {@code name}, with its prefecture in front, as in 茨城県大子町: the newest first, then as
     * in {@link #cases}.
     *
     * @throws IOException if the index can't be read
     */
    List<CaseSummary> casesOf(String name) throws IOException;

    /**
     * All cases, without their sections, by number (those without one last), then id.
     *
     * @throws IOException if the index can't be read
     */
    List<CaseSummary> cases() throws IOException;

    /** The values by which {@code facet} can be narrowed, in the order of its list; empty where any value may be asked for. */
    Set<String> facetValues(Facet facet);

    /** What the index holds. */
    IndexStatus status();

    /** Asks several questions. */
    interface Work {
        void run() throws Exception;
    }

    /** Does {@code work} in this thread; all that it asks is answered over one state of the corpus. */
    default void onOneState(Work work) throws Exception {
        work.run();
    }

    @Override
    void close() throws IOException;
}
