package jirei.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jirei.corpus.text.Sha256;
import jirei.query.Facet;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.HighlightedCase;
import jirei.search.Hit;
import jirei.search.HitExplanation;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;

/**
 * Summarizes the results of a request in one line: readable counts and names, and digests of everything else but the
 * scores.
 */
final class GoldenAnswer {
    private static final int DIGEST = 10;
    private static final int NAMED_HITS = 3;
    private static final int SIMILAR = 5;

    private GoldenAnswer() {}

    /**
     * Returns the line of {@code request}: counts, first hits, and digests of hits, snippets, facets, words, highlights
     * and the rest.
     */
    static String line(SearchEngine engine, String request) throws IOException {
        SearchRequest searchRequest = GoldenRequest.read(request);
        SearchResults results = engine.search(searchRequest);
        List<String> names = results.hits().stream()
                .map(GoldenAnswer::name)
                .limit(NAMED_HITS)
                .toList();
        return String.join(
                "\t",
                request,
                results.total().sections() + "/" + results.total().cases(),
                results.interpretation().relaxation().toString(),
                String.join(" ", names),
                digest(results.hits().stream()
                                .map(GoldenAnswer::withoutHighlights)
                                .toList() + "" + results.groups()),
                digest(results.hits().stream()
                        .map(hit -> hit.headingMatches() + "" + hit.snippets())
                        .toList()),
                digest(results.facets() + "" + results.missingIndicators() + results.regionSimilarity()),
                digest(results.interpretation()),
                digest(highlights(engine, searchRequest, results)
                        .toString()
                        .replace(", complete=true", "")
                        .replace(", fromStatistics=[]", "")),
                digest(rest(engine, searchRequest, results)));
    }

    private static String name(Hit hit) {
        return hit.caseId() + "#" + hit.section().id();
    }

    private static String withoutHighlights(Hit hit) {
        return String.join(
                "|",
                hit.rank() + "",
                hit.caseId(),
                hit.number() + "",
                hit.caseTitle(),
                hit.prefecture() + "",
                hit.place(),
                hit.section() + "",
                hit.parentHeading());
    }

    private static List<HighlightedCase> highlights(
            SearchEngine engine, SearchRequest searchRequest, SearchResults results) throws IOException {
        List<HighlightedCase> marked = new ArrayList<>();
        for (String id :
                results.hits().stream().map(Hit::caseId).distinct().limit(2).toList()) {
            marked.add(engine.highlight(id, searchRequest, Deadline.NONE).orElseThrow());
        }
        return marked;
    }

    /** The explanation of the first hit, similar sections and cases, a cross tabulation and the list of cases. */
    private static String rest(SearchEngine engine, SearchRequest searchRequest, SearchResults results)
            throws IOException {
        var rest = new StringBuilder();
        rest.append(new TreeSet<>(engine.matchingCaseIds(searchRequest, Deadline.NONE)));
        engine.crossTab(searchRequest, Facet.KIND, Facet.PREFECTURE, Deadline.NONE).counts().entrySet().stream()
                .map(Object::toString)
                .sorted()
                .forEach(rest::append);
        for (Hit hit : results.hits().stream().limit(1).toList()) {
            HitExplanation why = engine.explain(
                            searchRequest, hit.caseId(), hit.section().id(), Deadline.NONE)
                    .orElseThrow();
            why.words().forEach(word -> word.matches()
                    .forEach(match ->
                            rest.append(word.text()).append(match.expansion()).append(match.field())));
            engine.similarSections(hit.caseId(), hit.section().id(), SIMILAR, Deadline.NONE)
                    .forEach(like -> rest.append(withoutHighlights(like.hit()))
                            .append(like.hit().snippets())
                            .append(like.words()));
            engine.similarCases(hit.caseId(), SIMILAR, Deadline.NONE)
                    .forEach(like -> rest.append(like.id()).append(like.words()));
        }
        return rest.toString();
    }

    private static String digest(Object answer) {
        return Sha256.of(answer.toString()).substring(0, DIGEST);
    }
}
