package jirei.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import org.jspecify.annotations.Nullable;

/**
 * An engine whose corpus may change: passes each question to the engine of the newest state. A question, and all those within
 * {@link #onOneState}, are answered by the state in which they began; an old state is closed behind its last question.
 */
public final class EngineReference implements SearchEngine {
    @SuppressWarnings("ThreadLocalUsage") // each engine pins states of its own
    private final ThreadLocal<@Nullable State> pinned = new ThreadLocal<>();

    private State newest;
    private volatile List<String> troubles = List.of();

    /** Answers by {@code first}, which is closed with this. */
    public EngineReference(SearchEngine first) {
        this(first, first.status().state());
    }

    /** As {@link #EngineReference(SearchEngine)}, and says of {@code first} that it stands as {@code standing}. */
    public EngineReference(SearchEngine first, IndexState standing) {
        this.newest = new State(first, standing);
    }

    private static final class State {
        private final SearchEngine engine;
        /** One for being the newest, and one for each question. */
        private int users = 1;

        private volatile IndexState standing;

        State(SearchEngine engine, IndexState standing) {
            this.engine = engine;
            this.standing = standing;
        }
    }

    private interface Question<T> {
        T of(SearchEngine engine) throws IOException;
    }

    /** Answers by {@code next} from now on; it is closed with this. */
    public void swap(SearchEngine next) throws IOException {
        swap(next, next.status().state());
    }

    /** As {@link #swap(SearchEngine)}, and says of {@code next} that it stands as {@code standing}. */
    public void swap(SearchEngine next, IndexState standing) throws IOException {
        State old;
        synchronized (this) {
            old = newest;
            newest = new State(next, standing);
        }
        release(old);
    }

    /** Says of the newest engine that it stands as {@code next} if it stood as {@code before}. */
    public void setState(IndexState before, IndexState next) {
        State state = newest();
        if (state.standing == before) {
            state.standing = next;
        }
    }

    /** Adds {@code faults}, as {@code file:line: problem}, to those of the status, in the place of those added before. */
    public void setProblems(List<String> faults) {
        troubles = List.copyOf(faults);
    }

    private synchronized State take() {
        if (newest.users == 0) {
            throw new IllegalStateException("the engine is closed");
        }
        newest.users++;
        return newest;
    }

    private void release(State state) throws IOException {
        boolean isLast;
        synchronized (this) {
            state.users--;
            isLast = state.users == 0;
        }
        if (isLast) {
            state.engine.close();
        }
    }

    private <T> T ask(Question<T> question) throws IOException {
        State state = pinned.get();
        if (state != null) {
            return question.of(state.engine);
        }
        state = take();
        try {
            return question.of(state.engine);
        } finally {
            release(state);
        }
    }

    @Override
    public void onOneState(Work work) throws Exception {
        if (pinned.get() != null) {
            work.run();
            return;
        }
        State state = take();
        pinned.set(state);
        try {
            work.run();
        } finally {
            pinned.remove();
            release(state);
        }
    }

    @Override
    public SearchResults search(SearchRequest request) throws IOException {
        return ask(engine -> engine.search(request));
    }

    @Override
    public Optional<HighlightedCase> highlight(String id, SearchRequest request) throws IOException {
        return ask(engine -> engine.highlight(id, request));
    }

    @Override
    public Optional<CaseStudy> caseStudy(String id) throws IOException {
        return ask(engine -> engine.caseStudy(id));
    }

    @Override
    public Optional<HitExplanation> explain(SearchRequest request, String caseId, String sectionId) throws IOException {
        return ask(engine -> engine.explain(request, caseId, sectionId));
    }

    @Override
    public FacetCrossTab crossTab(SearchRequest request, Facet rows, Facet columns) throws IOException {
        return ask(engine -> engine.crossTab(request, rows, columns));
    }

    @Override
    public Set<String> matchingCaseIds(SearchRequest request) throws IOException {
        return ask(engine -> engine.matchingCaseIds(request));
    }

    @Override
    public List<Hit> similarSections(String caseId, String sectionId, int limit) throws IOException {
        return ask(engine -> engine.similarSections(caseId, sectionId, limit));
    }

    @Override
    public List<SimilarCase> similarCases(String caseId, int limit) throws IOException {
        return ask(engine -> engine.similarCases(caseId, limit));
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) throws IOException {
        return ask(engine -> engine.suggest(typed, limit));
    }

    @Override
    public List<RegionMatch> similarRegions(RegionFigures like, int limit) throws IOException {
        return ask(engine -> engine.similarRegions(like, limit));
    }

    @Override
    public List<CaseSummary> casesOf(String name) throws IOException {
        return ask(engine -> engine.casesOf(name));
    }

    @Override
    public List<CaseSummary> cases() throws IOException {
        return ask(SearchEngine::cases);
    }

    @Override
    public Set<String> facetValues(Facet facet) {
        return newest().engine.facetValues(facet);
    }

    @Override
    public IndexStatus status() {
        State state = newest();
        IndexStatus status = state.engine.status();
        List<String> more = troubles;
        return new IndexStatus(
                status.cases(),
                status.sections(),
                status.faults() + more.size(),
                status.schemaVersion(),
                status.fingerprint(),
                Stream.concat(more.stream(), status.faultList().stream())
                        .limit(IndexStatus.MAX_LISTED)
                        .toList(),
                state.standing,
                status.size());
    }

    /** For what an engine answers without its files, closed or not. */
    private State newest() {
        State state = pinned.get();
        if (state != null) {
            return state;
        }
        synchronized (this) {
            return newest;
        }
    }

    @Override
    public void close() throws IOException {
        State last;
        synchronized (this) {
            last = newest;
        }
        release(last);
    }
}
