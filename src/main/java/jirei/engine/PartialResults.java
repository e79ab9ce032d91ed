package jirei.engine;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jirei.query.Facet;
import jirei.query.QueryParser;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.FacetCount;
import jirei.search.HitCount;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SearchResults;
import jirei.search.SearchTimeoutException;

/** What is answered where the time of a search was over before its end. */
public final class PartialResults {
    private PartialResults() {}

    /** A search that began when {@link System#nanoTime} was {@code start}. */
    public interface Search {
        SearchResults run(long start) throws IOException;
    }

    /** What {@code search} finds; nothing where its time is over before the sections that answer are known. */
    public static SearchResults orNothing(SearchRequest request, Search search) throws IOException {
        long start = System.nanoTime();
        try {
            return search.run(start);
        } catch (SearchTimeoutException e) {
            return nothing(request, millisSince(start));
        }
    }

    public static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static SearchResults nothing(SearchRequest request, long tookMillis) {
        Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            facets.put(facet, List.of());
        }
        return new SearchResults(
                new QueryInterpretation(QueryParser.parse(request.query()), Relaxation.NONE, List.of(), null),
                HitCount.NONE.asLowerBound(),
                List.of(),
                facets,
                List.of(),
                Map.of(),
                Map.of(),
                tookMillis);
    }

    /** {@code counted}, which may not be all. */
    public static HitCount total(HitCount counted) {
        return Deadline.current().isPartial() ? counted.asLowerBound() : counted;
    }
}
