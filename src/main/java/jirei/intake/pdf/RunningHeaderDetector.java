package jirei.intake.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what stands at the same edge of many pages: running titles and page numbers. */
final class RunningHeaderDetector {
    /** How many lines at the top and at the foot of a page may be running ones. */
    private static final int EDGE = 2;

    private static final int MIN_PAGES = 2;
    /** Running titles change from chapter to chapter and from left to right pages. */
    private static final double MIN_SHARE = 0.1;

    private static final double SAME_HEIGHT = 6;
    /** Headings that repeat at the top of pages are larger than the text, running titles are not. */
    private static final double LARGEST = 1.05;

    private static final int MAX_PAGE_NUMBER_LENGTH = 40;
    /** A number with what printers put around it: - 3 -, 3/12, p. 3, 3ページ, a date. */
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?:[\\s\\-–—―‐~〜・|/.,:()]|[0-9]|p\\.?|P\\.?|AM|PM|Page|page|of|ページ|頁)+");

    private RunningHeaderDetector() {}

    /** The pieces of all pages that run, each page's given in the order of their heights. */
    static Set<PrintedLine> of(List<List<PrintedLine>> pages) {
        double body = bodySize(pages);
        Map<String, List<PrintedLine>> alike = new HashMap<>();
        for (List<PrintedLine> page : pages) {
            for (PrintedLine piece : edges(page)) {
                alike.computeIfAbsent(key(piece, body), key -> new ArrayList<>())
                        .add(piece);
            }
        }
        int min = Math.max(MIN_PAGES, (int) Math.ceil(MIN_SHARE * pages.size()));
        Set<PrintedLine> running = new HashSet<>();
        alike.forEach((key, pieces) -> {
            if (!key.isEmpty()
                    && pieces.stream().map(PrintedLine::page).distinct().count() >= min) {
                running.addAll(pieces);
            }
        });
        return running;
    }

    private static double bodySize(List<List<PrintedLine>> pages) {
        Map<Double, Integer> characters = pages.stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        PrintedLine::size, piece -> piece.text().length(), Integer::sum));
        return characters.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }

    /** The pieces on the first and the last lines of a page. */
    private static List<PrintedLine> edges(List<PrintedLine> page) {
        List<Double> heights = page.stream()
                .map(piece -> (double) Math.round(piece.across()))
                .distinct()
                .toList();
        if (heights.size() <= 2 * EDGE) {
            return page;
        }
        double top = heights.get(EDGE - 1);
        double foot = heights.get(heights.size() - EDGE);
        return page.stream()
                .filter(piece -> Math.round(piece.across()) <= top || Math.round(piece.across()) >= foot)
                .toList();
    }

    /** Alike are texts at one height, and numbers of pages whatever they count; empty for what can't run. */
    private static String key(PrintedLine piece, double body) {
        String text = Normalizer.normalize(piece.text(), Normalizer.Form.NFKC);
        String height = Math.round(piece.across() / SAME_HEIGHT) + " ";
        if (text.length() <= MAX_PAGE_NUMBER_LENGTH && PAGE_NUMBER.matcher(text).matches()) {
            return height + "#";
        }
        return piece.size() > LARGEST * body ? "" : height + text;
    }
}
