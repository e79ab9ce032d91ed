package jirei.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.search.CaseSummary;
import jirei.search.IndexStatus;
import jirei.search.SearchEngine;
import jirei.web.page.ChartsPage;
import jirei.web.page.RegionPoint;
import jirei.web.page.SearchState;
import org.jspecify.annotations.Nullable;

/** Shows a search as charts (見える化). */
final class Charts {
    private final SearchEngine engine;
    private final SearchParameters parameters;
    private final Templates templates;
    private volatile @Nullable Known known;

    Charts(SearchEngine engine, Templates templates) {
        this.engine = engine;
        this.parameters = new SearchParameters(engine);
        this.templates = templates;
    }

    void page(Context context) throws IOException, ProblemException {
        SearchState search = parameters.read(Objects.requireNonNullElse(context.queryString(), ""));
        SearchRequest request = search.request();
        var found = new ChartsPage.Found(
                engine.search(request.onPage(1)),
                engine.matrix(request, Facet.ACTOR, Facet.THEME),
                engine.foundCases(request));
        templates.show(context, "charts/page.jte", ChartsPage.of(search, found, corpus(), templates.assets()));
    }

    /** Read once for each state of the corpus: it takes the figures of all cases. */
    private ChartsPage.Corpus corpus() throws IOException {
        IndexStatus now = engine.status();
        Known read = known;
        if (read == null || !read.status().equals(now)) {
            List<CaseSummary> cases = engine.cases();
            read = new Known(
                    now, new ChartsPage.Corpus(RegionPoint.of(cases), cases.size(), engine.values(Facet.ACTOR)));
            known = read;
        }
        return read.corpus();
    }

    private record Known(IndexStatus status, ChartsPage.Corpus corpus) {}
}
