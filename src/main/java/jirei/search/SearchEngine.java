package jirei.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.cases.CaseStudy;
import jirei.cases.RegionStatistics;
import jirei.query.Facet;
import jirei.query.FacetScheme;
import jirei.query.RegionComparison;
import jirei.query.SearchRequest;

/**
 * Searches one snapshot of the corpus: the port behind which an engine is implemented.
 *
 * <p>The same request returns the same results until the corpus changes. Methods that take a {@link Deadline} throw
 * {@link SearchTimeoutException} when it expires before there is anything to return, and every method throws {@link IOException} if
 * the index cannot be read. Thread-safe.
 */
public interface SearchEngine extends AutoCloseable {
    /**
     * The results of {@code request}, partial if {@code deadline} expires. Their order is total: by score or as requested, then case
     * number, then case id, then position in the case.
     */
    SearchResults search(SearchRequest request, Deadline deadline) throws IOException;

    /** {@link #search(SearchRequest, Deadline)} without a time limit. */
    default SearchResults search(SearchRequest request) throws IOException {
        return search(request, Deadline.NONE);
    }

    /**
     * Returns {@code results} of {@code request}, followed by sections with some of its words if there is room for them on the page:
     * they have all phrases, fields and filters, but not every word. Returns {@code results} itself if there is no room, the query
     * has a single word, or {@code deadline} expires; so does an engine without this ability.
     *
     * @param hasFacets whether the facet values of these sections are counted too
     */
    default SearchResults fill(SearchRequest request, SearchResults results, boolean hasFacets, Deadline deadline)
            throws IOException {
        return results;
    }

    /**
     * Counts the matches of {@code request} for each pair of values of two different facets. The filters of the request on
     * {@code rows} and {@code columns} are replaced by the pair; all its other filters apply.
     */
    FacetCrossTab crossTab(SearchRequest request, Facet rows, Facet columns, Deadline deadline) throws IOException;

    /** The ids of all cases with a match, in no particular order. */
    Set<String> matchingCaseIds(SearchRequest request, Deadline deadline) throws IOException;

    /**
     * The case {@code id} with everything highlighted that the words of {@code request} match; empty if there is no such case. A
     * blank query highlights nothing. Sections beyond the deadline have no highlights.
     */
    Optional<HighlightedCase> highlight(String id, SearchRequest request, Deadline deadline) throws IOException;

    /** What the words of {@code request} match in {@code text}, which need not be indexed: in order, not overlapping. */
    List<MatchRange> matches(String text, SearchRequest request, Deadline deadline) throws IOException;

    /** The case {@code id}; empty if there is no such case. */
    Optional<CaseStudy> caseStudy(String id) throws IOException;

    /**
     * Explains why the section {@code sectionId} of the case {@code caseId} matches {@code request}, ignoring filters; empty if
     * there is no such section.
     */
    Optional<HitExplanation> explain(SearchRequest request, String caseId, String sectionId, Deadline deadline)
            throws IOException;

    /**
     * The sections of other cases that share the significant terms of the section {@code sectionId} of the case {@code caseId}: by
     * score, then as in {@link #search}, without highlights. Empty if there is no such section.
     *
     * @param limit the maximum number, from 1
     */
    List<SimilarSection> similarSections(String caseId, String sectionId, int limit, Deadline deadline)
            throws IOException;

    /**
     * The cases that share the significant terms of the case {@code caseId}, by score, without itself. Empty if there is no such
     * case or none shares a term.
     *
     * @param limit the maximum number, from 1
     */
    List<SimilarCase> similarCases(String caseId, int limit, Deadline deadline) throws IOException;

    /**
     * Completes the last word of {@code typed}, in kanji, kana or Latin letters, and keeps the words before it. Returns only what
     * matches something, by frequency, words that contain the prefix inside last; never {@code typed} itself.
     *
     * @param limit the maximum number, from 1
     */
    List<Suggestion> suggest(String typed, int limit, Deadline deadline) throws IOException;

    /**
     * The cases of the regions most similar to the region of {@code comparison}, by similarity, then number (cases without one last), then id. Cases of
     * the municipality that it names, and cases with too few known indicators, are left out.
     *
     * @param limit the maximum number, from 1
     */
    List<RegionMatch> similarRegions(RegionComparison comparison, int limit, Deadline deadline) throws IOException;

    /**
     * The cases about the municipality {@code name}, which begins with its prefecture, as in 茨城県大子町: the newest first, then as
     * in {@link #cases}.
     */
    List<CaseSummary> casesOfMunicipality(String name) throws IOException;

    /** The statistics of municipalities that the index was built with. */
    RegionStatistics statistics();

    /** All cases without their sections, by number (those without one last), then id. */
    List<CaseSummary> cases() throws IOException;

    /** The values by which {@code facet} can be filtered, in the order of its list; empty if any value is allowed. */
    Set<String> facetValues(Facet facet);

    /** The facets of the corpus and the labels of their values. */
    FacetScheme facets();

    /** Returns the state and the content of the index. */
    IndexStatus status();

    @Override
    void close() throws IOException;
}
