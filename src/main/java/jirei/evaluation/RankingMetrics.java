package jirei.evaluation;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ranking metrics of one topic, computed from graded relevance judgments. Immutable.
 *
 * <p>Grade 3 is highly relevant, 2 relevant, 1 marginally relevant, 0 or less not relevant; unjudged documents are not
 * relevant. The gain of grade g is 2<sup>g</sup> − 1 (Burges et al., Learning to Rank using Gradient Descent, ICML
 * 2005), the discount is log<sub>2</sub>(rank + 1), and the sum is normalized by that of the ideal ranking (Järvelin
 * and Kekäläinen, Cumulated Gain-Based Evaluation of IR Techniques, ACM TOIS 20(4), 2002). Recall and reciprocal rank
 * (Voorhees, The TREC-8 Question Answering Track Report, 1999) are binary: a document is relevant from grade
 * {@value #RELEVANT}.
 *
 * @param grades grade by docno of each judged document
 */
public record RankingMetrics(Map<String, Integer> grades) {
    /** Lowest grade that counts as relevant in the binary metrics. */
    public static final int RELEVANT = 2;

    public RankingMetrics {
        grades = Map.copyOf(grades);
    }

    /** Returns the gain of a document with {@code grade}, >= 0. */
    public static double gain(int grade) {
        return Math.pow(2, Math.max(grade, 0)) - 1;
    }

    /** Returns the discounted cumulated gain of {@code grades}, which are in rank order. */
    public static double dcg(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < grades.size(); i++) {
            sum += gain(grades.get(i)) * Math.log(2) / Math.log(i + 2.0);
        }
        return sum;
    }

    /**
     * Returns the normalized discounted cumulated gain at rank {@code depth}, 0 to 1; 0 if no document has a gain. Of
     * duplicates in {@code ranked}, only the first counts.
     */
    public double ndcg(List<String> ranked, int depth) {
        double ideal = dcg(grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(depth)
                .toList());
        List<Integer> found = first(ranked, depth).stream()
                .map(docno -> grades.getOrDefault(docno, 0))
                .toList();
        return ideal == 0 ? 0 : dcg(found) / ideal;
    }

    /**
     * Returns the fraction of relevant documents among the first {@code depth} of {@code ranked}, 0 to 1. The
     * denominator is at most {@code depth}, so that a value of 1 is always attainable; 0 if no document is relevant.
     */
    public double recall(List<String> ranked, int depth) {
        long relevant = grades.keySet().stream().filter(this::isRelevant).count();
        long found = first(ranked, depth).stream().filter(this::isRelevant).count();
        return relevant == 0 ? 0 : (double) found / Math.min(relevant, depth);
    }

    /** Returns the reciprocal rank of the first relevant document of {@code ranked}; 0 if there is none. */
    public double reciprocalRank(List<String> ranked) {
        int rank = 0;
        for (String docno : ranked) {
            rank++;
            if (isRelevant(docno)) {
                return 1.0 / rank;
            }
        }
        return 0;
    }

    private boolean isRelevant(String docno) {
        return grades.getOrDefault(docno, 0) >= RELEVANT;
    }

    private static Set<String> first(List<String> ranked, int depth) {
        return new LinkedHashSet<>(ranked).stream().limit(depth).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
