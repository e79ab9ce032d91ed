package jirei.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.query.Facet;
import jirei.query.SearchRequest;

/** Stands where an engine will be as soon as there is an index: answers nothing but how it stands. */
public final class UnavailableEngine implements SearchEngine {
    private final Optional<String> away;

    private UnavailableEngine(Optional<String> away) {
        this.away = away;
    }

    /** Where an index is being built. */
    public UnavailableEngine() {
        this(Optional.empty());
    }

    /** Where an index elsewhere can't be reached; {@code sentence} says why and what helps. It doesn't even say how it stands. */
    public static UnavailableEngine away(String sentence) {
        return new UnavailableEngine(Optional.of(sentence));
    }

    private IndexNotReadyException refusal() {
        requireNear();
        return new IndexNotReadyException();
    }

    private void requireNear() {
        away.ifPresent(sentence -> {
            throw new SearchUnavailableException(sentence);
        });
    }

    @Override
    public SearchResults search(SearchRequest request) throws IndexNotReadyException {
        throw refusal();
    }

    @Override
    public FacetCrossTab crossTab(SearchRequest request, Facet rows, Facet columns) throws IndexNotReadyException {
        throw refusal();
    }

    @Override
    public Set<String> matchingCaseIds(SearchRequest request) throws IndexNotReadyException {
        throw refusal();
    }

    @Override
    public Optional<HighlightedCase> highlight(String id, SearchRequest request) throws IndexNotReadyException {
        throw refusal();
    }

    @Override
    public Optional<CaseStudy> caseStudy(String id) throws IndexNotReadyException {
        throw refusal();
    }

    @Override
    public Optional<HitExplanation> explain(SearchRequest request, String caseId, String sectionId)
            throws IndexNotReadyException {
        throw refusal();
    }

    @Override
    public List<Hit> similarSections(String caseId, String sectionId, int limit) throws IndexNotReadyException {
        throw refusal();
    }

    @Override
    public List<SimilarCase> similarCases(String caseId, int limit) throws IndexNotReadyException {
        throw refusal();
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) throws IndexNotReadyException {
        throw refusal();
    }

    @Override
    public List<RegionMatch> similarRegions(RegionFigures like, int limit) throws IndexNotReadyException {
        throw refusal();
    }

    @Override
    public List<CaseSummary> casesOf(String name) throws IndexNotReadyException {
        throw refusal();
    }

    @Override
    public List<CaseSummary> cases() throws IndexNotReadyException {
        throw refusal();
    }

    @Override
    public Set<String> facetValues(Facet facet) {
        return Set.of();
    }

    @Override
    public IndexStatus status() {
        requireNear();
        return new IndexStatus(0, 0, 0, 0, "", List.of(), IndexState.MISSING, IndexSize.NONE);
    }

    @Override
    public void close() {}
}
