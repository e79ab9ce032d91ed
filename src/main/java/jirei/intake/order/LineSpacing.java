package jirei.intake.order;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jirei.intake.page.PrintedLine;

/**
 * How far the lines of a document are from one another, in points; 0 if it has too few.
 *
 * @param lines the median distance
 * @param paragraphs a distance that few exceed
 */
record LineSpacing(double lines, double paragraphs) {
    /** Minimum distance of a running header from the text, relative to that of the lines or paragraphs. */
    private static final double MIN_DISTANCE = 1.2;
    /** Minimum number of distances that have a median. */
    private static final int MIN_DISTANCES = 4;

    private static final double MEDIAN = 0.5;
    private static final double FEW = 0.9;

    static LineSpacing of(List<PageRows> pages, Set<PrintedLine> running) {
        double[] all = pages.stream()
                .flatMapToDouble(page -> Arrays.stream(page.distances()))
                .toArray();
        double[] inner = pages.stream()
                .flatMapToDouble(page -> Arrays.stream(page.innerDistances(running)))
                .toArray();
        return new LineSpacing(quantile(all, MEDIAN), quantile(inner, FEW));
    }

    /** Returns the minimum distance of a running header of {@code page} from the text. */
    double min(PageRows page, boolean isProse) {
        double[] own = page.distances();
        double line = own.length < MIN_DISTANCES ? lines : quantile(own, MEDIAN);
        return MIN_DISTANCE * (isProse ? Math.max(line, paragraphs) : line);
    }

    private static double quantile(double[] distances, double share) {
        if (distances.length < MIN_DISTANCES) {
            return 0;
        }
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        return sorted[(int) ((sorted.length - 1) * share)];
    }
}
