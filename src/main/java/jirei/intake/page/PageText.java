package jirei.intake.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of one page of a document by line, in reading order. Documents without pages are divided into pages of a
 * number of lines. Immutable.
 *
 * @param page the page, from 1
 * @param pages the number of pages of the document; less than {@code page} if it has no such page
 * @param unit the unit of the numbers of lines, such as 行 or 段落
 * @param width the width of the page as shown, in points; 0 if it has no image
 * @param height the height of the page as shown, in points; 0 if it has no image
 * @param lines the lines
 */
public record PageText(int page, int pages, String unit, double width, double height, List<Line> lines) {
    public PageText {
        lines = List.copyOf(lines);
    }

    /** The direction in which a line runs on the page as shown. Immutable. */
    public enum Direction {
        RIGHT,
        DOWN,
        LEFT,
        UP;

        /** Returns this direction turned counterclockwise by {@code degrees}, a multiple of 90 from 0. */
        public Direction turned(int degrees) {
            return degrees == 0 ? this : left().turned(degrees - 90);
        }

        private Direction left() {
            return switch (this) {
                case RIGHT -> UP;
                case UP -> LEFT;
                case LEFT -> DOWN;
                case DOWN -> RIGHT;
            };
        }
    }

    /**
     * A line, or the part of a line in one column. Immutable.
     *
     * @param number the number of the line on a printed page, or of the line or paragraph in another document, from 1
     * @param text the characters
     * @param area where it is printed; null if the page has no image
     * @param direction its direction
     * @param stops the start of each UTF-16 unit of the text in reading direction, and the end of the last, as
     *     fractions of the length of the line, ascending from 0 to 1; empty if the page has no image
     */
    public record Line(int number, String text, @Nullable Area area, Direction direction, List<Double> stops) {
        public Line {
            stops = stops.stream().map(Area::rounded).toList();
        }

        /** Creates a line of a page without an image. */
        public Line(int number, String text) {
            this(number, text, null, Direction.RIGHT, List.of());
        }

        /**
         * Returns where a part of the text is printed; null if the page has no image.
         *
         * @param from the offset of the first UTF-16 unit
         * @param to the offset behind the last
         */
        public @Nullable Area area(int from, int to) {
            if (area == null) {
                return null;
            }
            double start = stops.get(from);
            double end = stops.get(to);
            return switch (direction) {
                case RIGHT -> part(area, start, end, 0, 1);
                case LEFT -> part(area, 1 - end, 1 - start, 0, 1);
                case DOWN -> part(area, 0, 1, start, end);
                case UP -> part(area, 0, 1, 1 - end, 1 - start);
            };
        }

        private static Area part(Area area, double left, double right, double top, double bottom) {
            return Area.between(
                    area.x() + left * area.width(),
                    area.y() + top * area.height(),
                    area.x() + right * area.width(),
                    area.y() + bottom * area.height());
        }
    }

    /** Returns whether the document has this page. */
    public boolean exists() {
        return page <= pages;
    }

    /** Returns whether the page has an image. */
    public boolean hasImage() {
        return width > 0;
    }
}
