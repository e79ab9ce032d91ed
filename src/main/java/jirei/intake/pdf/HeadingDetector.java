package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import jirei.intake.page.PrintedLine;
import jirei.intake.source.HeadingSign;
import jirei.intake.source.JapaneseText;

/** Detects headings and their levels by bookmarks, font size and font weight. Immutable. */
final class HeadingDetector {
    /** Minimum font size of a heading relative to body text. */
    private static final double MIN_SIZE_RATIO = 1.1;

    private static final int MIN_RUNNING_LENGTH = 12;
    /** Minimum number of characters of body text, relative to the most frequent style. */
    private static final double MIN_BODY_SHARE = 0.15;

    private static final int MAX_LENGTH = 60;
    private static final int MAX_DEPTH = 6;
    private static final int MIN_BOOKMARKED = 2;
    private static final int MIN_DISTINCTIVE = 2;

    /** A font style. */
    private record Style(double size, boolean bold) {}

    private final double bodySize;
    private final boolean bodyIsBold;
    private final Map<String, Integer> bookmarks;
    private final Map<Style, Integer> levels = new HashMap<>();
    private final long headingCount;

    private HeadingDetector(List<PrintedLine> lines, Map<String, Integer> bookmarks) {
        Style body =
                mostFrequent(runningText(lines)).or(() -> mostFrequent(lines)).orElse(new Style(1, false));
        this.bodySize = body.size();
        this.bodyIsBold = body.bold();
        boolean useful = lines.stream()
                        .filter(line -> bookmarks.containsKey(JapaneseText.comparisonKey(line.text())))
                        .count()
                >= MIN_BOOKMARKED;
        this.bookmarks = useful ? bookmarks : Map.of();
        rankStyles(lines);
        this.headingCount = lines.stream().filter(line -> level(line) > 0).count();
    }

    /** Returns the lines that fill their column and go on in the next one: headings, notes and tables rarely do. */
    private static List<PrintedLine> runningText(List<PrintedLine> lines) {
        List<PrintedLine> running = new ArrayList<>();
        for (int at = 1; at < lines.size(); at++) {
            PrintedLine line = lines.get(at - 1);
            boolean goesOn = line.isFull()
                    && line.text().length() >= MIN_RUNNING_LENGTH
                    && !JapaneseText.endsSentence(line.text())
                    && style(line).equals(style(lines.get(at)))
                    && !line.tag().isCell();
            if (goesOn) {
                running.add(line);
            }
        }
        return running;
    }

    /**
     * Returns the style of body text: of the styles with a fair share of the characters the largest, since notes may
     * be longer than the text.
     */
    private static Optional<Style> mostFrequent(List<PrintedLine> lines) {
        Map<Style, Integer> characters = new HashMap<>();
        lines.forEach(line -> characters.merge(style(line), line.text().length(), Integer::sum));
        int max = characters.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return characters.entrySet().stream()
                .filter(entry -> entry.getValue() >= MIN_BODY_SHARE * max)
                .map(Map.Entry::getKey)
                .max(Comparator.comparingDouble(Style::size).thenComparing(Style::bold, Comparator.reverseOrder()));
    }

    static HeadingDetector of(List<PrintedLine> lines, Map<String, Integer> bookmarks) {
        return new HeadingDetector(lines, bookmarks);
    }

    /** Returns the level of the heading {@code line}, from 1; 0 if it is not a heading. */
    int level(PrintedLine line) {
        boolean canBeHeading = levels.isEmpty() || looksLikeHeading(line); // excludes mentions in the text
        Integer bookmarked = bookmarks.get(JapaneseText.comparisonKey(line.text()));
        if (bookmarked != null && canBeHeading) {
            return bookmarked;
        }
        return canBeHeading ? levels.getOrDefault(style(line), 0) : 0;
    }

    /** Returns the font size of running text, in points. */
    double bodySize() {
        return bodySize;
    }

    /** Returns whether enough headings are detected by style, so that numbers and symbols are ignored. */
    boolean hasStyledHeadings() {
        return headingCount >= MIN_DISTINCTIVE;
    }

    /** Assigns levels to styles: the level of their bookmarks or else, below these, by decreasing size. */
    private void rankStyles(List<PrintedLine> lines) {
        var styles = new TreeSet<>(Comparator.comparingDouble(Style::size)
                .thenComparing(Style::bold)
                .reversed());
        Map<Style, Integer> byBookmark = new HashMap<>();
        for (PrintedLine line : lines) {
            if (looksLikeHeading(line)) {
                styles.add(style(line));
                Integer depth = bookmarks.get(JapaneseText.comparisonKey(line.text()));
                if (depth != null) {
                    byBookmark.merge(style(line), depth, Math::min);
                }
            }
        }
        int deepest = deepest(byBookmark.values());
        int rank = 0;
        for (Style style : styles) {
            Integer depth = byBookmark.get(style);
            if (depth == null) {
                rank++;
            }
            levels.put(style, Math.min(MAX_DEPTH, depth == null ? deepest + rank : depth));
        }
    }

    private static int deepest(Collection<Integer> depths) {
        return depths.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private boolean looksLikeHeading(PrintedLine line) {
        boolean isHeavier =
                line.bold() && !bodyIsBold && line.size() >= bodySize && HeadingSign.canBeHeading(line.text());
        boolean isLarger = line.size() >= MIN_SIZE_RATIO * bodySize;
        boolean isShort = line.text().length() <= MAX_LENGTH && !line.text().endsWith("。");
        boolean hasWord = line.text().codePoints().anyMatch(Character::isLetter);
        return isShort && hasWord && (isLarger || isHeavier);
    }

    private static Style style(PrintedLine line) {
        return new Style(line.size(), line.bold());
    }
}
