package jirei.web;

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
import jirei.search.CaseSummary;
import jirei.search.Deadline;
import jirei.search.FacetCrossTab;
import jirei.search.HighlightedCase;
import jirei.search.HitExplanation;
import jirei.search.IndexStatus;
import jirei.search.MatchRange;
import jirei.search.RegionMatch;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import jirei.search.SimilarCase;
import jirei.search.SimilarSection;
import jirei.search.Suggestion;

/** An engine whose index is unreadable: every operation fails. Stateless. */
public class FailingEngine implements SearchEngine {
    @Override
    public SearchResults search(SearchRequest request, Deadline deadline) throws IOException {
        if (request.query().text().equals("memory")) {
            throw new OutOfMemoryError("secret of the machine");
        }
        throw new IOException("secret of the disk");
    }

    @Override
    public FacetCrossTab crossTab(SearchRequest request, Facet rows, Facet columns, Deadline deadline)
            throws IOException {
        throw new IOException("secret of the disk");
    }

    @Override
    public Set<String> matchingCaseIds(SearchRequest request, Deadline deadline) throws IOException {
        throw new IOException("secret of the disk");
    }

    @Override
    public Optional<HighlightedCase> highlight(String id, SearchRequest request, Deadline deadline) throws IOException {
        throw new IOException("secret of the disk");
    }

    @Override
    public List<MatchRange> matches(String text, SearchRequest request, Deadline deadline) throws IOException {
        throw new IOException("secret of the disk");
    }

    @Override
    public Optional<CaseStudy> caseStudy(String id) throws IOException {
        throw new IOException("secret of the disk");
    }

    @Override
    public Optional<HitExplanation> explain(SearchRequest request, String caseId, String sectionId, Deadline deadline)
            throws IOException {
        throw new IOException("secret of the disk");
    }

    @Override
    public List<SimilarSection> similarSections(String caseId, String sectionId, int limit, Deadline deadline)
            throws IOException {
        throw new IOException("secret of the disk");
    }

    @Override
    public List<SimilarCase> similarCases(String caseId, int limit, Deadline deadline) throws IOException {
        throw new IOException("secret of the disk");
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit, Deadline deadline) throws IOException {
        throw new IOException("secret of the disk");
    }

    @Override
    public List<RegionMatch> similarRegions(RegionComparison comparison, int limit, Deadline deadline)
            throws IOException {
        throw new IOException("secret of the disk");
    }

    @Override
    public RegionStatistics statistics() {
        return RegionStatistics.NONE;
    }

    @Override
    public List<CaseSummary> casesOfMunicipality(String name) throws IOException {
        throw new IOException("secret of the disk");
    }

    @Override
    public List<CaseSummary> cases() throws IOException {
        throw new IOException("secret of the disk");
    }

    @Override
    public Set<String> facetValues(Facet facet) {
        return Set.of();
    }

    @Override
    public FacetScheme facets() {
        return FacetScheme.NONE;
    }

    @Override
    public IndexStatus status() {
        return new IndexStatus(0, 0, 0, 1, "", List.of());
    }

    @Override
    public void close() {}
}
