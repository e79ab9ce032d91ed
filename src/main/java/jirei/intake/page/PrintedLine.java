package jirei.intake.page;

import java.util.List;
import java.util.regex.Pattern;
import jirei.intake.source.JapaneseText;

/**
 * A line, or the fragment of a line in one column. Coordinates are those of {@link Glyph}, in points. Immutable.
 *
 * @param text the text
 * @param page the page number, from 1
 * @param from the start in reading direction
 * @param to the end in reading direction
 * @param across the baseline
 * @param size the font size of most glyphs
 * @param bold whether most glyphs are bold
 * @param columnFrom the start of its column
 * @param columnTo the end of its column
 * @param column the number of its column, counted through all pages of the document
 * @param tag what the line is in the structure of the document
 */
public record PrintedLine(
        String text,
        int page,
        double from,
        double to,
        double across,
        double size,
        boolean bold,
        double columnFrom,
        double columnTo,
        int column,
        Tag tag) {
    private static final Pattern LEADER = Pattern.compile("[…‥]{2}|[.．・･]{4}");
    private static final char WIDE_SPACE = '\u3000';
    /** Minimum width of a gap beyond that of its space, as a multiple of the font size. */
    private static final double MIN_GAP = 0.8;

    private static final Pattern VALUE = Pattern.compile(".*[:：][0-9０-９.,．，]+\\D{0,3}");
    private static final double MIN_INDENT = 0.7;
    private static final double MAX_RAGGEDNESS = 1.6;
    private static final double SAME_LINE = 0.35;

    /** Returns the line with its column set. */
    public PrintedLine inColumn(double newFrom, double newTo, int newColumn) {
        return new PrintedLine(text, page, from, to, across, size, bold, newFrom, newTo, newColumn, tag);
    }

    /** Returns the line with {@code newTag}. */
    public PrintedLine tagged(Tag newTag) {
        return new PrintedLine(text, page, from, to, across, size, bold, columnFrom, columnTo, column, newTag);
    }

    /** Joins fragments in one row, in reading direction, separated by full-width spaces. */
    public static PrintedLine joined(List<PrintedLine> row) {
        PrintedLine first = row.getFirst();
        String text = String.join("\u3000", row.stream().map(PrintedLine::text).toList());
        PrintedLine last = row.getLast();
        return new PrintedLine(
                text,
                first.page,
                first.from,
                last.to,
                first.across,
                first.size,
                first.bold,
                first.from,
                last.to,
                0,
                first.tag);
    }

    public boolean isIndented() {
        return from - columnFrom >= MIN_INDENT * size;
    }

    /** Returns whether the line extends to the end of its column, so that the next line may continue it. */
    public boolean isFull() {
        return columnTo - to < MAX_RAGGEDNESS * size;
    }

    /** Returns whether the line has a space wider than a character, as between the cells of a row. */
    public boolean hasGap() {
        return text.indexOf(WIDE_SPACE) > 0 && (to - from) / size - JapaneseText.width(text) > MIN_GAP;
    }

    /** Returns whether {@code glyph}, of the same page and direction, is in this line. */
    public boolean contains(Glyph glyph) {
        return Math.abs(glyph.across() - across) <= SAME_LINE * size
                && glyph.along() >= from - 1
                && glyph.end() <= to + 1;
    }

    /** Returns whether the line is a name and a number, as in 病院数（2020年）：3, which is complete without full stop. */
    public boolean isValue() {
        return VALUE.matcher(text).matches();
    }

    /** Returns whether the line has the dots that lead to a page number, as in a table of contents. */
    public boolean hasLeader() {
        return LEADER.matcher(text).find();
    }
}
