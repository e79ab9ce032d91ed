package jirei.intake.order;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jirei.intake.page.PrintedLine;

/** Detects running headers and footers and page numbers: text at the same height of many pages. Stateless. */
public final class RunningHeaderDetector {
    /** Number of lines at the top and at the bottom of a page that are examined. */
    private static final int EDGE_LINES = 2;

    private static final int MIN_PAGES = 2;
    /** Minimum length of a line of text, in characters. */
    private static final int MIN_TEXT_LENGTH = 10;
    /**
     * Minimum share of pages with the same header, small because headers differ by chapter and on left and right
     * pages.
     */
    private static final double MIN_SHARE = 0.1;
    /** Granularity of heights, in points. */
    private static final double HEIGHT_STEP = 6;
    /** Maximum font size relative to body text; headings repeated at the top of pages are larger. */
    private static final double MAX_SIZE_RATIO = 1.05;

    private static final int MAX_PAGE_NUMBER_LENGTH = 40;
    /** A page number in its usual formats: - 3 -, 3/12, p. 3, 3ページ, or a date. */
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?:[\\s\\-–—―‐~〜・|/.,:()]|[0-9]|p\\.?|P\\.?|AM|PM|Page|page|of|ページ|頁)+");

    /** A running header with the page number beside it, which is not the number of a case or an enclosure. */
    private static final Pattern NUMBERED = Pattern.compile("[0-9]{1,4}[\\s|/・-]+(?<behind>\\D.{3,})"
            + "|(?<before>.{3,}\\D)(?<!事例|取組|実践|ケース|[第図表例])[\\s|/・-]+[0-9]{1,4}");

    private RunningHeaderDetector() {}

    /**
     * Returns the line fragments that are running headers or footers.
     *
     * @param pages the horizontal line fragments of each page, ordered by height
     * @param vertical the vertical line fragments of each page
     * @param width the width of a page
     */
    public static Set<PrintedLine> of(List<List<PrintedLine>> pages, List<List<PrintedLine>> vertical, double width) {
        Map<String, List<PrintedLine>> byKey = candidates(pages, vertical, width);
        int min = Math.max(MIN_PAGES, (int) Math.ceil(MIN_SHARE * pages.size()));
        Set<PrintedLine> running = new HashSet<>();
        byKey.forEach((key, fragments) -> {
            if (!key.isEmpty() && countPages(fragments) >= min) {
                running.addAll(fragments);
            }
        });
        List<PageRows> rows = Stream.concat(
                        pages.stream(),
                        IntStream.range(0, pages.size())
                                .filter(at -> !isHorizontal(pages.get(at), vertical.get(at)))
                                .mapToObj(vertical::get))
                .map(PageRows::of)
                .toList();
        rows.forEach(page -> page.removeInner(running));
        LineSpacing spacing = LineSpacing.of(rows, running);
        Set<PrintedLine> near = new HashSet<>();
        rows.forEach(page -> near.addAll(page.nearText(running, spacing)));
        byKey.values().forEach(fragments -> keepNear(fragments, near, running));
        return running;
    }

    private static boolean isHorizontal(List<PrintedLine> horizontal, List<PrintedLine> vertical) {
        return length(horizontal) > length(vertical);
    }

    private static long countPages(List<PrintedLine> fragments) {
        return fragments.stream().map(PrintedLine::page).distinct().count();
    }

    /** Returns the fragments that may be running headers or footers, by what is the same on all of their pages. */
    private static Map<String, List<PrintedLine>> candidates(
            List<List<PrintedLine>> pages, List<List<PrintedLine>> vertical, double width) {
        double body = bodySize(pages);
        Map<String, List<PrintedLine>> byKey = new HashMap<>();
        for (List<PrintedLine> page : pages) {
            for (PrintedLine fragment : edges(page)) {
                byKey.computeIfAbsent(key(fragment, body), key -> new ArrayList<>())
                        .add(fragment);
            }
        }
        for (int at = 0; at < pages.size(); at++) {
            boolean isHorizontal = isHorizontal(pages.get(at), vertical.get(at));
            for (PrintedLine fragment :
                    isHorizontal ? besideText(vertical.get(at), pages.get(at), width) : edges(vertical.get(at))) {
                byKey.computeIfAbsent("vertical " + key(fragment, Double.MAX_VALUE), key -> new ArrayList<>())
                        .add(fragment);
            }
        }
        return byKey;
    }

    /**
     * Removes from {@code running} the fragments near the text, unless the same ones are apart from it on most pages,
     * and what is then on one page only: a line that occurs once is no running header.
     */
    private static void keepNear(List<PrintedLine> fragments, Set<PrintedLine> near, Set<PrintedLine> running) {
        List<PrintedLine> edge = fragments.stream().filter(running::contains).toList();
        List<PrintedLine> nearText = edge.stream().filter(near::contains).toList();
        int apart = edge.size() - nearText.size();
        if (apart < MIN_PAGES || apart <= nearText.size()) {
            nearText.forEach(running::remove);
        }
        List<PrintedLine> rest = edge.stream().filter(running::contains).toList();
        if (countPages(rest) < MIN_PAGES) {
            rest.forEach(running::remove);
        }
    }

    /** Returns the vertical lines that are on the left or right of all horizontal text, which labels of boxes are not. */
    private static List<PrintedLine> besideText(List<PrintedLine> vertical, List<PrintedLine> page, double width) {
        List<PrintedLine> text = page.stream()
                .filter(line -> line.text().length() >= MIN_TEXT_LENGTH)
                .toList();
        double left = text.stream().mapToDouble(PrintedLine::from).min().orElse(width);
        double right = text.stream().mapToDouble(PrintedLine::to).max().orElse(0);
        return vertical.stream()
                .filter(line -> width - line.across() <= left || width - line.across() >= right)
                .toList();
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
        return fragment.size() > MAX_SIZE_RATIO * body ? "" : height + withoutNumber(text);
    }

    private static String withoutNumber(String text) {
        Matcher numbered = NUMBERED.matcher(text);
        if (!numbered.matches()) {
            return text;
        }
        return numbered.group("behind") == null ? numbered.group("before") + " #" : "# " + numbered.group("behind");
    }
}
