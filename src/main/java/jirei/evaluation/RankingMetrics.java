package jirei.evaluation;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How good a ranked answer to one question is, by what people judged about it.
 *
 * <p>A grade of 3 answers the question, 2 helps, 1 touches it, 0 or less doesn't, nor does what nobody judged. The gain of a grade g
 * is 2<sup>g</sup> − 1 (Burges et al., Learning to Rank using Gradient Descent, ICML 2005), its discount log<sub>2</sub>(rank + 1),
 * and the sum is divided by that of the best possible order (Järvelin and Kekäläinen, Cumulated Gain-Based Evaluation of IR
 * Techniques, ACM TOIS 20(4), 2002). Recall and reciprocal rank (Voorhees, The TREC-8 Question Answering Track Report, 1999) know
 * only relevant or not: from grade {@value #RELEVANT} on.
 *
 * @param grades the grade of each judged document, by its name
 */
public record RankingMetrics(Map<String, Integer> grades) {
    /** The lowest grade that is relevant where there is no more than yes and no. */
    public static final int RELEVANT = 2;

    public RankingMetrics {
        grades = Map.copyOf(grades);
    }

    /** What a document of {@code grade} is worth, from 0. */
    public static double gain(int grade) {
        return Math.pow(2, Math.max(grade, 0)) - 1;
    }

    /** The discounted cumulated gain of {@code grades} in the order of their ranks. */
    public static double dcg(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < grades.size(); i++) {
            sum += gain(grades.get(i)) * Math.log(2) / Math.log(i + 2.0);
        }
        return sum;
    }

    /**
     * The discounted cumulated gain of the first {@code depth} of {@code ranked} against the best possible, 0 to 1; 0 where no
     * document has a gain. A name that comes twice counts where it comes first.
     */
    public double ndcg(List<String> ranked, int depth) {
        double best = dcg(grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(depth)
                .toList());
        List<Integer> found = first(ranked, depth).stream()
                .map(name -> grades.getOrDefault(name, 0))
                .toList();
        return best == 0 ? 0 : dcg(found) / best;
    }

    /**
     * The share of the relevant documents that stand among the first {@code depth} of {@code ranked}, 0 to 1. Where more than
     * {@code depth} are relevant, {@code depth} of them are all that can be asked for; 0 where none is.
     */
    public double recall(List<String> ranked, int depth) {
        long relevant = grades.keySet().stream().filter(this::isRelevant).count();
        long found = first(ranked, depth).stream().filter(this::isRelevant).count();
        return relevant == 0 ? 0 : (double) found / Math.min(relevant, depth);
    }

    /** 1 divided by the rank of the first relevant document of {@code ranked}; 0 where there is none. */
    public double reciprocalRank(List<String> ranked) {
        int rank = 0;
        for (String name : ranked) {
            rank++;
            if (isRelevant(name)) {
                return 1.0 / rank;
            }
        }
        return 0;
    }

    private boolean isRelevant(String name) {
        return grades.getOrDefault(name, 0) >= RELEVANT;
    }

    private static Set<String> first(List<String> ranked, int depth) {
        return new LinkedHashSet<>(ranked).stream().limit(depth).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
