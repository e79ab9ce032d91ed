package jirei.intake.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what stands at the same edge of many pages: running titles and page numbers. */
final class RunningLines {
    /** How many lines at the top and at the foot of a page may be running ones. */
    private static final int EDGE = 2;

    private static final int FEWEST_PAGES = 2;
    /** Running titles change from chapter to chapter and from left to right pages. */
    private static final double LEAST_SHARE = 0.2;

    private static final double SAME_HEIGHT = 6;

    private RunningLines() {}

    /** The running lines among the pages' lines, each page's in the order of their heights. */
    static Set<PrintedLine> of(List<List<PrintedLine>> pages) {
        Map<String, List<PrintedLine>> alike = new HashMap<>();
        for (List<PrintedLine> page : pages) {
            for (PrintedLine line : edges(page)) {
                alike.computeIfAbsent(key(line), key -> new ArrayList<>()).add(line);
            }
        }
        int fewest = Math.max(FEWEST_PAGES, (int) Math.ceil(LEAST_SHARE * pages.size()));
        Set<PrintedLine> running = new HashSet<>();
        alike.values().stream()
                .filter(lines ->
                        lines.stream().map(PrintedLine::page).distinct().count() >= fewest)
                .forEach(running::addAll);
        return running;
    }

    private static List<PrintedLine> edges(List<PrintedLine> page) {
        if (page.size() <= 2 * EDGE) {
            return page;
        }
        List<PrintedLine> edges = new ArrayList<>(page.subList(0, EDGE));
        edges.addAll(page.subList(page.size() - EDGE, page.size()));
        return edges;
    }

    /** Alike are lines at one height that differ in their numbers alone. */
    private static String key(PrintedLine line) {
        String text = Normalizer.normalize(line.text(), Normalizer.Form.NFKC).replaceAll("[0-9]+|\\s+", "#");
        return Math.round(line.across() / SAME_HEIGHT) + " " + text;
    }
}
