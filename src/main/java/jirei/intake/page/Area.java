package jirei.intake.page;

/**
 * A rectangle on a page as it is shown, with rotation and crop box applied. All components are fractions of the width
 * or height of the page, from 0 to 1, from the upper left corner. Immutable.
 *
 * @param x the left edge
 * @param y the upper edge
 * @param width the width
 * @param height the height
 */
public record Area(double x, double y, double width, double height) {
    private static final double PRECISION = 1e5;

    /** Returns the area between two edges each, cut off at the edges of the page. */
    public static Area between(double left, double top, double right, double bottom) {
        double x = rounded(left);
        double y = rounded(top);
        return new Area(x, y, rounded(rounded(right) - x), rounded(rounded(bottom) - y));
    }

    /** Returns {@code fraction} within 0 to 1, with five digits. */
    static double rounded(double fraction) {
        return Math.round(Math.min(1, Math.max(0, fraction)) * PRECISION) / PRECISION;
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }
}
