package jirei.intake.pdf;

import jirei.intake.page.Area;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The size of a page. Immutable.
 *
 * @param width the width as shown, in points
 * @param height the height as shown, in points
 * @param unturnedWidth the width before the rotation of the page, in points
 */
record PageArea(double width, double height, double unturnedWidth) {
    static PageArea of(PDPage page) {
        PDRectangle box = page.getCropBox();
        return page.getRotation() % 180 == 0
                ? new PageArea(box.getWidth(), box.getHeight(), box.getWidth())
                : new PageArea(box.getHeight(), box.getWidth(), box.getWidth());
    }

    /**
     * Returns the area between the edges of text, in points as if the page were turned so that the text is upright.
     *
     * @param turn the counterclockwise angle of the text on the page as shown: 0, 90, 180 or 270
     */
    Area area(double left, double top, double right, double bottom, int turn) {
        return switch (turn) {
            case 90 -> shown(top, height - right, bottom, height - left);
            case 180 -> shown(width - right, height - bottom, width - left, height - top);
            case 270 -> shown(width - bottom, left, width - top, right);
            default -> shown(left, top, right, bottom);
        };
    }

    private Area shown(double left, double top, double right, double bottom) {
        return Area.between(left / width, top / height, right / width, bottom / height);
    }
}
