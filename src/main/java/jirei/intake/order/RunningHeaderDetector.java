package jirei.intake.order;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jirei.intake.page.PrintedLine;

/** Detects running headers and footers and page numbers: text at the same height of many pages. Stateless. */
public final class RunningHeaderDetector {
    /** Number of lines at the top and at the bottom of a page that are examined. */
    private static final int EDGE_LINES = 2;

    private static final int MIN_PAGES = 2;
    /**
     * Minimum share of pages with the same header, small because headers differ by chapter and on left and right
     * pages.
     */
    private static final double MIN_SHARE = 0.1;
    /** Granularity of heights, in points. */
    private static final double HEIGHT_STEP = 6;
    /** Maximum font size relative to body text; headings repeated at the top of pages are larger. */
    private static final double MAX_SIZE_RATIO = 1.05;

    private static final double SAME_ROW = 0.5;
    /** Minimum distance of a running header from the text, relative to the median distance of lines. */
    private static final double MIN_DISTANCE = 1.2;
    /** Minimum number of rows that have a median distance. */
    private static final int MIN_ROWS = 4;

    private static final int MAX_PAGE_NUMBER_LENGTH = 40;
    /** A page number in its usual formats: - 3 -, 3/12, p. 3, 3ページ, or a date. */
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?:[\\s\\-–—―‐~〜・|/.,:()]|[0-9]|p\\.?|P\\.?|AM|PM|Page|page|of|ページ|頁)+");

    private RunningHeaderDetector() {}

    /**
     * Returns the line fragments that are running headers or footers.
     *
     * @param pages the horizontal line fragments of each page, ordered by height
     * @param vertical the vertical line fragments of each page
     */
    public static Set<PrintedLine> of(List<List<PrintedLine>> pages, List<List<PrintedLine>> vertical) {
        double body = bodySize(pages);
        Map<String, List<PrintedLine>> byKey = new HashMap<>();
        for (List<PrintedLine> page : pages) {
            for (PrintedLine fragment : edges(page)) {
                byKey.computeIfAbsent(key(fragment, body), key -> new ArrayList<>())
                        .add(fragment);
            }
        }
        for (int at = 0; at < pages.size(); at++) {
            boolean isHorizontal = length(pages.get(at)) > length(vertical.get(at));
            for (PrintedLine fragment : isHorizontal ? vertical.get(at) : edges(vertical.get(at))) {
                byKey.computeIfAbsent("vertical " + key(fragment, Double.MAX_VALUE), key -> new ArrayList<>())
                        .add(fragment);
            }
        }
        int min = Math.max(MIN_PAGES, (int) Math.ceil(MIN_SHARE * pages.size()));
        Set<PrintedLine> running = new HashSet<>();
        byKey.forEach((key, fragments) -> {
            if (!key.isEmpty()
                    && fragments.stream().map(PrintedLine::page).distinct().count() >= min) {
                running.addAll(fragments);
            }
        });
        pages.forEach(page -> keepInner(page, running));
        return running;
    }

    /**
     * Removes from {@code running} what is inside the page: a running header has no text above it or beside it, a
     * running footer none below it or beside it, and both are farther from the text than its lines from one another.
     * The labels of a form and sentences on each page are not.
     */
    private static void keepInner(List<PrintedLine> page, Set<PrintedLine> running) {
        List<List<PrintedLine>> rows = rows(page);
        double distance = MIN_DISTANCE * medianDistance(rows);
        int top = 0;
        while (top < rows.size() && running.containsAll(rows.get(top))) {
            top++;
        }
        int bottom = rows.size();
        while (bottom > top && running.containsAll(rows.get(bottom - 1))) {
            bottom--;
        }
        while (top > 0 && top < rows.size() && distance(rows, top) < distance) {
            top--;
        }
        while (bottom < rows.size() && bottom > 0 && distance(rows, bottom) < distance) {
            bottom++;
        }
        rows.subList(top, bottom).forEach(running::removeAll);
    }

    /** Returns the distance of row {@code at} from the row above. */
    private static double distance(List<List<PrintedLine>> rows, int at) {
        return rows.get(at).getFirst().across() - rows.get(at - 1).getFirst().across();
    }

    private static double medianDistance(List<List<PrintedLine>> rows) {
        double[] distances = IntStream.range(1, rows.size())
                .mapToDouble(at -> distance(rows, at))
                .sorted()
                .toArray();
        return distances.length < MIN_ROWS ? 0 : distances[(distances.length - 1) / 2];
    }

    private static List<List<PrintedLine>> rows(List<PrintedLine> page) {
        List<List<PrintedLine>> rows = new ArrayList<>();
        for (PrintedLine fragment : page) {
            boolean isSameRow = !rows.isEmpty()
                    && fragment.across() - rows.getLast().getFirst().across() < SAME_ROW * fragment.size();
            if (!isSameRow) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(fragment);
        }
        return rows;
    }

    private static int length(List<PrintedLine> fragments) {
        return fragments.stream().mapToInt(fragment -> fragment.text().length()).sum();
    }

    private static double bodySize(List<List<PrintedLine>> pages) {
        Map<Double, Integer> characters = pages.stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        PrintedLine::size, fragment -> fragment.text().length(), Integer::sum));
        return characters.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }

    /** Returns the fragments on the first and last lines of a page. */
    private static List<PrintedLine> edges(List<PrintedLine> page) {
        List<Double> heights = page.stream()
                .map(fragment -> (double) Math.round(fragment.across()))
                .distinct()
                .toList();
        if (heights.size() <= 2 * EDGE_LINES) {
            return page;
        }
        double top = heights.get(EDGE_LINES - 1);
        double bottom = heights.get(heights.size() - EDGE_LINES);
        return page.stream()
                .filter(fragment -> Math.round(fragment.across()) <= top || Math.round(fragment.across()) >= bottom)
                .toList();
    }

    /** Returns a key of height and text, with all page numbers equal; empty for text too large for a running header. */
    private static String key(PrintedLine fragment, double body) {
        String text = Normalizer.normalize(fragment.text(), Normalizer.Form.NFKC);
        String height = Math.round(fragment.across() / HEIGHT_STEP) + " ";
        if (text.length() <= MAX_PAGE_NUMBER_LENGTH && PAGE_NUMBER.matcher(text).matches()) {
            return height + "#";
        }
        return fragment.size() > MAX_SIZE_RATIO * body ? "" : height + text;
    }
}
