package jirei.lucene.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.engine.backend.BackendRequest;
import jirei.engine.schema.SchemaQueries;
import jirei.engine.similar.RegionSimilaritySearch;
import jirei.engine.sort.HitSorts;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.HitGroup;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;

/**
 * Finds the cases of a result page by their best sections, then retrieves the sections of these cases only.
 * Thread-safe.
 */
final class CaseGrouping {
    private static final BitSetProducer CASES = new QueryBitSetProducer(SchemaQueries.allCases());

    private final IndexSearcher searcher;

    CaseGrouping(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /**
     * A result page grouped by case. Immutable.
     *
     * @param hits the sections shown, case by case
     * @param groups the case of each run of hits, in the same order, with its section counts
     */
    record GroupedPage(List<ScoreDoc> hits, List<HitGroup> groups) {}

    /** Returns the requested page of the matches of {@code scored}; partial if {@code deadline} expires. */
    GroupedPage page(Query scored, BackendRequest<?> page, Deadline deadline) throws IOException {
        if (page.size() == 0) {
            return new GroupedPage(List.of(), List.of());
        }
        SearchRequest request = page.request();
        List<ScoreDoc> cases = topDocs(
                new ToParentBlockJoinQuery(scored, CASES, ScoreMode.Max),
                HitSorts.ofCases(request.sort(), request.filters()),
                page.from() + page.size(),
                deadline);
        Map<String, List<ScoreDoc>> sections = new LinkedHashMap<>();
        cases.stream().skip(page.from()).map(HitSorts::caseIdOf).forEach(id -> sections.put(id, new ArrayList<>()));
        Query inPageCases = new BooleanQuery.Builder()
                .add(scored, Occur.MUST)
                .add(RegionSimilaritySearch.inCases(sections.keySet()), Occur.FILTER)
                .build();
        int limit = Math.max(1, searcher.count(inPageCases));
        Sort order = HitSorts.ofSections(request.sort(), request.filters());
        for (ScoreDoc section : topDocs(inPageCases, order, limit, deadline)) {
            sections.computeIfAbsent(HitSorts.caseIdOf(section), id -> new ArrayList<>())
                    .add(section);
        }
        return groupedPage(sections);
    }

    private static GroupedPage groupedPage(Map<String, List<ScoreDoc>> sections) {
        List<ScoreDoc> hits = new ArrayList<>();
        List<HitGroup> groups = new ArrayList<>();
        sections.forEach((id, all) -> {
            List<ScoreDoc> shown = all.subList(0, Math.min(BackendRequest.MAX_SHOWN_OF_CASE, all.size()));
            hits.addAll(shown);
            groups.add(new HitGroup(id, all.size(), shown.size()));
        });
        return new GroupedPage(hits, groups);
    }

    private List<ScoreDoc> topDocs(Query query, Sort order, int limit, Deadline deadline) throws IOException {
        var manager = new TopFieldCollectorManager(order, limit, null, Integer.MAX_VALUE);
        return List.of(searcher.search(query, new TimeLimitedCollectorManager<>(manager, deadline)).scoreDocs);
    }
}
