package jirei.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import jirei.query.SearchRequest;
import jirei.search.Hit;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;

/** Searches with judged topics and measures the answers. */
public final class Evaluator {
    /** How many ranks nDCG looks at. */
    static final int NDCG_DEPTH = 10;
    /** How many ranks recall looks at. */
    static final int RECALL_DEPTH = 20;
    /** How many ranks are looked at for the first relevant one. */
    private static final int MAX_RANK = SearchRequest.MAX_PAGE_SIZE;

    private Evaluator() {}

    /**
     * What was measured, of a topic or as the mean of several, each 0 to 1.
     *
     * @param ndcg nDCG@{@value Evaluator#NDCG_DEPTH}
     * @param recall recall@{@value Evaluator#RECALL_DEPTH}
     * @param reciprocalRank the reciprocal rank of the first relevant answer
     * @param noHits the share of topics without any hit
     */
    public record Scores(double ndcg, double recall, double reciprocalRank, double noHits) {
        /** The mean of {@code all}. */
        public static Scores mean(List<Scores> all) {
            return new Scores(
                    mean(all, Scores::ndcg),
                    mean(all, Scores::recall),
                    mean(all, Scores::reciprocalRank),
                    mean(all, Scores::noHits));
        }

        private static double mean(List<Scores> all, ToDoubleFunction<Scores> measure) {
            return all.stream().mapToDouble(measure).average().orElse(0);
        }
    }

    /**
     * Searches with {@code topic} and measures the order of what it finds.
     *
     * @throws IOException if the index can't be read
     */
    public static Scores evaluate(SearchEngine engine, Topic topic) throws IOException {
        List<String> ranked = ranked(engine, topic);
        var measures = new RankingMetrics(topic.grades());
        return new Scores(
                measures.ndcg(ranked, NDCG_DEPTH),
                measures.recall(ranked, RECALL_DEPTH),
                measures.reciprocalRank(ranked),
                ranked.isEmpty() ? 1 : 0);
    }

    /** What is found, best first; at case level each case once, where its first section stands. */
    private static List<String> ranked(SearchEngine engine, Topic topic) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        SearchResults results;
        int page = 0;
        do {
            page++;
            results = engine.search(SearchRequest.of(topic.query())
                    .withSize(SearchRequest.MAX_PAGE_SIZE)
                    .withPage(page));
            results.hits().forEach(hit -> names.add(name(hit, topic)));
        } while (names.size() < MAX_RANK
                && results.hits().size() == SearchRequest.MAX_PAGE_SIZE
                && page * SearchRequest.MAX_PAGE_SIZE < SearchRequest.MAX_HIT_RANK);
        return new ArrayList<>(names);
    }

    private static String name(Hit hit, Topic topic) {
        return topic.caseLevel()
                ? hit.caseId()
                : hit.caseId() + Topic.SECTION_SEPARATOR + hit.section().id();
    }
}
