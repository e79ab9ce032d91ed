package jirei.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.query.Facet;
import jirei.query.SearchRequest;

/** Stands where an engine will be as soon as there is an index: answers nothing but how it stands. */
public final class AwaitedEngine implements SearchEngine {
    private final Optional<String> away;

    private AwaitedEngine(Optional<String> away) {
        this.away = away;
    }

    /** Where an index is being built. */
    public AwaitedEngine() {
        this(Optional.empty());
    }

    /** Where an index elsewhere can't be reached; {@code sentence} says why and what helps. It doesn't even say how it stands. */
    public static AwaitedEngine away(String sentence) {
        return new AwaitedEngine(Optional.of(sentence));
    }

    private IndexAwaitedException refusal() {
        requireNear();
        return new IndexAwaitedException();
    }

    private void requireNear() {
        away.ifPresent(sentence -> {
            throw new EngineUnavailableException(sentence);
        });
    }

    @Override
    public SearchResults search(SearchRequest request) throws IndexAwaitedException {
        throw refusal();
    }

    @Override
    public FacetMatrix matrix(SearchRequest request, Facet rows, Facet columns) throws IndexAwaitedException {
        throw refusal();
    }

    @Override
    public Set<String> foundCases(SearchRequest request) throws IndexAwaitedException {
        throw refusal();
    }

    @Override
    public Optional<MarkedCase> marked(String id, SearchRequest request) throws IndexAwaitedException {
        throw refusal();
    }

    @Override
    public Optional<CaseStudy> caseStudy(String id) throws IndexAwaitedException {
        throw refusal();
    }

    @Override
    public Optional<Explanation> explain(SearchRequest request, String caseId, String sectionId)
            throws IndexAwaitedException {
        throw refusal();
    }

    @Override
    public List<Hit> similarSections(String caseId, String sectionId, int most) throws IndexAwaitedException {
        throw refusal();
    }

    @Override
    public List<SimilarCase> similarCases(String caseId, int most) throws IndexAwaitedException {
        throw refusal();
    }

    @Override
    public List<Suggestion> suggest(String typed, int most) throws IndexAwaitedException {
        throw refusal();
    }

    @Override
    public List<AlikeCase> alike(RegionFigures like, int most) throws IndexAwaitedException {
        throw refusal();
    }

    @Override
    public List<CaseSummary> casesOf(String name) throws IndexAwaitedException {
        throw refusal();
    }

    @Override
    public List<CaseSummary> cases() throws IndexAwaitedException {
        throw refusal();
    }

    @Override
    public Set<String> values(Facet facet) {
        return Set.of();
    }

    @Override
    public IndexStatus status() {
        requireNear();
        return new IndexStatus(0, 0, 0, 0, "", List.of(), Standing.NONE, IndexSize.NONE);
    }

    @Override
    public void close() {}
}
