package jirei.intake.page;

import java.util.List;

/**
 * The lines and images that a page draws, in points from its upper left corner. Immutable.
 *
 * @param width the width of the page
 * @param height the height of the page
 * @param horizontal the horizontal rules, with {@code top} = {@code bottom}
 * @param vertical the vertical rules, with {@code left} = {@code right}
 * @param images the areas of the images
 * @param shades the rectangles filled with a color other than white, thicker than rules
 */
public record Drawing(
        double width, double height, List<Box> horizontal, List<Box> vertical, List<Box> images, List<Box> shades) {
    /** Returns the share of the page that is covered by images; more than 1 if images overlap. */
    public double imageShare() {
        double covered = images.stream().mapToDouble(Box::area).sum();
        return covered / Math.max(1, width * height);
    }

    /** A rectangle; left and top are not greater than right and bottom. Immutable. */
    public record Box(double left, double top, double right, double bottom) {
        public double width() {
            return right - left;
        }

        public double height() {
            return bottom - top;
        }

        double area() {
            return width() * height();
        }
    }
}
