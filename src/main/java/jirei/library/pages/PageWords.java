package jirei.library.pages;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.page.Area;
import jirei.intake.page.PageText;
import jirei.intake.page.PageText.Direction;
import jirei.intake.page.PageText.Line;
import jirei.library.pages.PassageLocator.Mark;

/**
 * The text of a page as one, so that a word that goes on in the next line is found too, and where its parts are printed. Lines of
 * another size or column begin a paragraph. Immutable.
 */
public final class PageWords {
    /** Maximum share by which lines of a paragraph differ in size. */
    private static final double MAX_SIZE_DIFFERENCE = 0.2;
    /** Maximum distance of two lines of a paragraph in sizes of the line. */
    private static final double MAX_DISTANCE = 1.5;

    private final PageText page;
    private final List<Integer> starts = new ArrayList<>();
    private final String text;

    /** Creates the text of {@code page}. */
    public PageWords(PageText page) {
        this.page = page;
        var joined = new StringBuilder();
        Line before = null;
        for (Line line : page.lines()) {
            if (before != null && !isContinued(before, line)) {
                joined.append('\n');
            }
            starts.add(joined.length());
            joined.append(line.text());
            before = line;
        }
        this.text = joined.toString();
    }

    /** Returns the text; paragraphs are separated by line feeds. */
    public String text() {
        return text;
    }

    /**
     * Returns where a part of the text is printed: a mark for each line.
     *
     * @param from the offset of the first UTF-16 unit
     * @param to the offset behind the last
     */
    public List<Mark> marks(int from, int to) {
        List<Mark> marks = new ArrayList<>();
        for (int at = 0; at < starts.size(); at++) {
            Line line = page.lines().get(at);
            int first = Math.max(0, from - starts.get(at));
            int last = Math.min(line.text().length(), to - starts.get(at));
            if (first < last) {
                marks.add(new Mark(page.page(), line.number(), line.area(first, last)));
            }
        }
        return marks;
    }

    private static boolean isContinued(Line line, Line next) {
        Area area = line.area();
        Area below = next.area();
        if (area == null || below == null || line.direction() != next.direction()) {
            return false;
        }
        return switch (line.direction()) {
            case RIGHT, LEFT ->
                isNext(area.height(), below.height(), below.y() - area.y())
                        && overlaps(area.x(), area.width(), below.x(), below.width());
            case DOWN, UP ->
                isNext(
                                area.width(),
                                below.width(),
                                line.direction() == Direction.DOWN ? area.x() - below.x() : below.x() - area.x())
                        && overlaps(area.y(), area.height(), below.y(), below.height());
        };
    }

    /** Returns whether a line of the size {@code other}, which begins {@code offset} behind one of {@code size}, is the next one. */
    private static boolean isNext(double size, double other, double offset) {
        return Math.abs(size - other) <= MAX_SIZE_DIFFERENCE * size
                && offset > 0
                && offset - size <= MAX_DISTANCE * size;
    }

    private static boolean overlaps(double start, double length, double otherStart, double otherLength) {
        return start < otherStart + otherLength && otherStart < start + length;
    }
}
