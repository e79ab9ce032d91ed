package jirei.intake.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import jirei.intake.page.PrintedLine;
import jirei.intake.page.Tag;
import jirei.intake.source.HeadingSign;
import jirei.intake.source.JapaneseText;

/**
 * Joins the paragraphs that a structure tree tears apart, as some programs do where a paragraph goes on in the next
 * column or on the next page. Not thread-safe.
 */
final class BrokenParagraphs {
    /** Maximum number of lines of figures, captions, tables and notes between the parts of a paragraph. */
    private static final int MAX_BETWEEN = 40;
    /** Minimum number of characters of a line that goes on, so that labels are not joined. */
    private static final int MIN_LENGTH = 10;
    /** Maximum difference of equal font sizes, relative to the size. */
    private static final double SIZE_TOLERANCE = 0.08;
    /** Maximum distance of the starts of the lines in a column, as a multiple of the font size. */
    private static final double MAX_INDENT = 3;
    /** Minimum indentation of a new paragraph, as a multiple of the font size. */
    private static final double MIN_INDENT = 0.7;
    /** Maximum distance of the end of a full line from the edge of its column, as a multiple of the font size. */
    private static final double MAX_RAGGEDNESS = 1.6;

    private final List<PrintedLine> lines;
    private final Map<Integer, List<PrintedLine>> byPage = new HashMap<>();

    private BrokenParagraphs(List<PrintedLine> lines) {
        this.lines = new ArrayList<>(lines);
        lines.forEach(line ->
                byPage.computeIfAbsent(line.page(), page -> new ArrayList<>()).add(line));
    }

    /** Returns {@code lines}, tagged and in logical order, with the parts of each paragraph together and of one tag. */
    static List<PrintedLine> join(List<PrintedLine> lines) {
        var paragraphs = new BrokenParagraphs(lines);
        for (int at = 0; at < paragraphs.lines.size(); at++) {
            if (paragraphs.isOpen(at)) {
                paragraphs.joinNext(at);
            }
        }
        return paragraphs.lines;
    }

    /** Returns whether the line is the last of its element, and its sentence goes on. */
    private boolean isOpen(int at) {
        PrintedLine line = lines.get(at);
        boolean isLast = at + 1 == lines.size()
                || lines.get(at + 1).tag().id() != line.tag().id();
        return isLast
                && (line.tag().role() == Tag.Role.PARAGRAPH || line.tag().role() == Tag.Role.ITEM)
                && line.text().length() >= MIN_LENGTH
                && !JapaneseText.endsSentence(line.text())
                && !line.hasLeader()
                && !line.isValue()
                && edge(line, PrintedLine::to, true) - line.to() < MAX_RAGGEDNESS * line.size();
    }

    private void joinNext(int at) {
        PrintedLine last = lines.get(at);
        for (int next = at + 1; next < lines.size() && next <= at + MAX_BETWEEN; next++) {
            PrintedLine line = lines.get(next);
            if (line.page() > last.page() + 1 || startsSection(last, line)) {
                return;
            }
            if (isText(line) && isLike(last, line)) {
                if (goesOn(last, line)) {
                    move(at, next);
                }
                return;
            }
        }
    }

    private static boolean isText(PrintedLine line) {
        return switch (line.tag().role()) {
            case PARAGRAPH, UNKNOWN, ITEM, HEADING -> true;
            case FIGURE, NOTE, CELL -> false;
        };
    }

    /** Returns whether {@code line} is a heading, also one that is set larger only: what follows it is under it. */
    private static boolean startsSection(PrintedLine last, PrintedLine line) {
        boolean isLarger = line.size() > (1 + SIZE_TOLERANCE) * last.size();
        return line.tag().role() == Tag.Role.HEADING || (isText(line) && isLarger);
    }

    private static boolean isLike(PrintedLine last, PrintedLine line) {
        return last.bold() == line.bold() && Math.abs(last.size() - line.size()) <= SIZE_TOLERANCE * last.size();
    }

    private boolean goesOn(PrintedLine last, PrintedLine line) {
        boolean isElsewhere = line.page() != last.page() || line.across() < last.across();
        return isElsewhere
                && line.tag().role() == Tag.Role.PARAGRAPH
                && !HeadingSign.isMarked(line.text())
                && !JapaneseText.startsItem(line.text())
                && line.from() - edge(line, PrintedLine::from, false) < MIN_INDENT * line.size();
    }

    /** Returns the first or last offset of the lines of the same size in the column of {@code line}. */
    private double edge(PrintedLine line, ToDoubleFunction<PrintedLine> offset, boolean isEnd) {
        var offsets = byPage.getOrDefault(line.page(), List.of()).stream()
                .filter(other -> isLike(line, other))
                .filter(other -> Math.abs(other.from() - line.from()) <= MAX_INDENT * line.size())
                .mapToDouble(offset);
        double own = offset.applyAsDouble(line);
        return isEnd ? offsets.max().orElse(own) : offsets.min().orElse(own);
    }

    /** Moves the element that starts at {@code next} behind the line {@code at}, and into its element. */
    private void move(int at, int next) {
        int id = lines.get(next).tag().id();
        Tag tag = lines.get(at).tag();
        int end = next;
        while (end < lines.size() && lines.get(end).tag().id() == id) {
            end++;
        }
        List<PrintedLine> moved = new ArrayList<>(lines.subList(next, end));
        lines.subList(next, end).clear();
        lines.addAll(at + 1, moved.stream().map(line -> line.tagged(tag)).toList());
    }
}
