package jirei.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jirei.Eventually;
import jirei.query.Facet;
import jirei.query.QueryParser;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.FacetCount;
import jirei.search.HitCount;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SearchResults;

/** An engine whose search blocks until it is released, and has no hits. Thread-safe. */
public final class PausingEngine extends FailingEngine {
    public final CountDownLatch started = new CountDownLatch(1);
    public final CountDownLatch released = new CountDownLatch(1);

    @Override
    public SearchResults search(SearchRequest request, Deadline deadline) throws IOException {
        started.countDown();
        try {
            if (!released.await(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the search was not released");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        Map<Facet, List<FacetCount>> facets = new TreeMap<>(Facet.ORDER);
        for (Facet facet : Facet.Fixed.values()) {
            facets.put(facet, List.of());
        }
        var interpretation =
                new QueryInterpretation(QueryParser.parse(request.query().text()), Relaxation.NONE, List.of(), null);
        return new SearchResults(interpretation, HitCount.NONE, List.of(), facets, List.of(), Map.of(), Map.of(), 1);
    }
}
