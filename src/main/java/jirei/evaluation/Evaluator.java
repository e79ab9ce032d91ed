package jirei.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.Hit;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;

/** Runs judged topics against an engine and computes ranking metrics. Stateless. */
public final class Evaluator {
    /** Cut-off rank of nDCG. */
    static final int NDCG_DEPTH = 10;
    /** Cut-off rank of recall. */
    static final int RECALL_DEPTH = 20;
    /** Cut-off rank of the reciprocal rank. */
    private static final int MAX_RANK = SearchRequest.MAX_PAGE_SIZE;

    private Evaluator() {}

    /**
     * Metrics of a topic, or the mean over several topics; each 0 to 1. Immutable.
     *
     * @param ndcg nDCG@{@value Evaluator#NDCG_DEPTH}
     * @param recall recall@{@value Evaluator#RECALL_DEPTH}
     * @param reciprocalRank reciprocal rank of the first relevant document
     * @param noHits fraction of topics without hits
     */
    public record Scores(double ndcg, double recall, double reciprocalRank, double noHits) {
        /** Returns the mean of each metric; 0 if {@code all} is empty. */
        public static Scores mean(List<Scores> all) {
            return new Scores(
                    mean(all, Scores::ndcg),
                    mean(all, Scores::recall),
                    mean(all, Scores::reciprocalRank),
                    mean(all, Scores::noHits));
        }

        private static double mean(List<Scores> all, ToDoubleFunction<Scores> metric) {
            return all.stream().mapToDouble(metric).average().orElse(0);
        }
    }

    /**
     * Runs {@code topic} and computes the metrics of its ranking.
     *
     * @throws IOException if the index cannot be read
     */
    public static Scores evaluate(SearchEngine engine, Topic topic) throws IOException {
        List<String> ranked = ranked(engine, topic);
        var metrics = new RankingMetrics(topic.grades());
        return new Scores(
                metrics.ndcg(ranked, NDCG_DEPTH),
                metrics.recall(ranked, RECALL_DEPTH),
                metrics.reciprocalRank(ranked),
                ranked.isEmpty() ? 1 : 0);
    }

    /** Returns the docnos of the hits, best first; at case level each case once, at the rank of its first section. */
    private static List<String> ranked(SearchEngine engine, Topic topic) throws IOException {
        Set<String> docnos = new LinkedHashSet<>();
        SearchResults results;
        int page = 0;
        do {
            page++;
            SearchRequest request = SearchRequest.of(topic.query(), engine.facets())
                    .withSize(SearchRequest.MAX_PAGE_SIZE)
                    .withPage(page);
            results = engine.fill(request, engine.search(request), false, Deadline.NONE);
            results.hits().forEach(hit -> docnos.add(docno(hit, topic)));
        } while (docnos.size() < MAX_RANK
                && results.hits().size() == SearchRequest.MAX_PAGE_SIZE
                && page * SearchRequest.MAX_PAGE_SIZE < SearchRequest.MAX_HIT_RANK);
        return new ArrayList<>(docnos);
    }

    private static String docno(Hit hit, Topic topic) {
        return topic.caseLevel()
                ? hit.caseId()
                : hit.caseId() + Topic.SECTION_SEPARATOR + hit.section().id();
    }
}
