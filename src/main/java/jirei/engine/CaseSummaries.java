package jirei.engine;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jirei.engine.backend.BackendHit;
import jirei.engine.backend.SearchBackend;
import jirei.engine.schema.SchemaQueries;
import jirei.engine.similar.RegionSimilaritySearch;
import jirei.engine.sort.CaseSorts;
import jirei.search.CaseSummary;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Lists the cases of an index. Thread-safe. */
final class CaseSummaries {
    private final SearchBackend<?> backend;
    /** The summaries of all cases; softly referenced, so that the garbage collector may free them. */
    private volatile SoftReference<@Nullable List<CaseSummary>> all = new SoftReference<>(null);

    CaseSummaries(SearchBackend<?> backend) {
        this.backend = backend;
    }

    /** Returns all cases by number. */
    List<CaseSummary> all() throws IOException {
        List<CaseSummary> cached = all.get();
        if (cached == null) {
            cached = summaries(SchemaQueries.allCases(), CaseSorts.BY_NUMBER);
            all = new SoftReference<>(cached);
        }
        return cached;
    }

    /** Returns the cases of the municipality {@code name}, newest first. */
    List<CaseSummary> ofMunicipality(String name) throws IOException {
        return summaries(RegionSimilaritySearch.municipalityQuery(name), CaseSorts.NEWEST_FIRST);
    }

    private List<CaseSummary> summaries(Query cases, Comparator<CaseSummary> order) throws IOException {
        List<BackendHit> hits = new ArrayList<>();
        backend.scan(cases, hits::add);
        return backend.summaries(hits).stream().sorted(order).toList();
    }
}
