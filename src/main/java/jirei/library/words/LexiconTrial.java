package jirei.library.words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.query.SearchRequest;
import jirei.search.Hit;
import jirei.search.HitCount;
import jirei.search.MatchLevel;
import jirei.search.Relaxation;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;

/**
 * What a query finds before and after a change of the lexicon: sections that match all its words. Immutable.
 *
 * @param query the query
 * @param now the number of sections and cases that it finds now
 * @param then the number that it finds after the change
 * @param added the first sections that it finds only then
 * @param lost the first sections that it finds only now
 * @param addedCount the number of all sections that it finds only then
 * @param lostCount the number of all sections that it finds only now
 * @param newFaults the first faults of cases that the change causes, as {@code file:line: problem}
 * @param isComplete whether the sections were compared; if not, there were too many
 */
public record LexiconTrial(
        String query,
        HitCount now,
        HitCount then,
        List<Section> added,
        List<Section> lost,
        int addedCount,
        int lostCount,
        List<String> newFaults,
        boolean isComplete) {
    /** The maximum number of sections of {@link #added} and {@link #lost}. */
    public static final int MAX_LISTED = 20;

    private static final int MAX_COMPARED = 1_000;

    /** A section that was found. Immutable. */
    public record Section(String caseId, String caseTitle, String id, String heading) {
        static Section of(Hit hit) {
            return new Section(
                    hit.caseId(),
                    hit.caseTitle(),
                    hit.section().id(),
                    hit.section().heading());
        }
    }

    public LexiconTrial {
        added = List.copyOf(added);
        lost = List.copyOf(lost);
        newFaults = List.copyOf(newFaults);
    }

    /** Returns what {@code query} finds in {@code before} and {@code after}. */
    public static LexiconTrial of(String query, SearchEngine before, SearchEngine after) throws IOException {
        SearchRequest request = SearchRequest.of(query, before.facets()).withSize(SearchRequest.MAX_PAGE_SIZE);
        SearchRequest verbatim = request.with(request.expansionOptions().verbatim(true));
        var now = new Found(before, verbatim);
        var then = new Found(after, verbatim);
        boolean isComplete = now.isComplete && then.isComplete;
        List<Section> added = isComplete ? missing(then, now) : List.of();
        List<Section> lost = isComplete ? missing(now, then) : List.of();
        List<String> faults = new ArrayList<>(after.status().faultList());
        faults.removeAll(before.status().faultList());
        return new LexiconTrial(
                query, now.total, then.total, first(added), first(lost), added.size(), lost.size(), faults, isComplete);
    }

    private static List<Section> missing(Found found, Found other) {
        List<Section> missing = new ArrayList<>();
        found.sections.forEach((docno, section) -> {
            if (!other.sections.containsKey(docno)) {
                missing.add(section);
            }
        });
        return missing;
    }

    private static List<Section> first(List<Section> sections) {
        return sections.subList(0, Math.min(MAX_LISTED, sections.size()));
    }

    /** The sections that match all words of a query, by rank. */
    private static final class Found {
        private final Map<String, Section> sections = new LinkedHashMap<>();
        private final HitCount total;
        private final boolean isComplete;

        Found(SearchEngine engine, SearchRequest request) throws IOException {
            SearchResults results = engine.search(request);
            Relaxation relaxation = results.interpretation().relaxation();
            boolean hasAllWords = (relaxation == Relaxation.NONE || relaxation == Relaxation.SAME_CASE)
                    && results.interpretation().dropped().isEmpty();
            total = hasAllWords ? results.total() : HitCount.NONE;
            isComplete = total.sections() <= MAX_COMPARED;
            int page = 1;
            while (isComplete && hasAllWords && !results.hits().isEmpty()) {
                results.hits().stream()
                        .filter(hit -> hit.match() == MatchLevel.ALL)
                        .forEach(hit ->
                                sections.put(hit.caseId() + "/" + hit.section().id(), Section.of(hit)));
                page++;
                if (results.hits().size() < request.size() || page > MAX_COMPARED / request.size()) {
                    break;
                }
                results = engine.search(request.withPage(page));
            }
        }
    }
}
