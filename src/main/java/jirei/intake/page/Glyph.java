package jirei.intake.page;

/**
 * A character on a page. Coordinates are in points relative to its line: {@code along} increases in reading direction,
 * {@code across} from line to line, so that horizontal and vertical lines are handled alike. Immutable.
 *
 * @param text the characters of the glyph
 * @param along its start
 * @param across its baseline
 * @param advance the distance to the next glyph
 * @param size the font size
 * @param bold whether the font is bold
 * @param mark the number of its marked content, see {@link #NO_MARK} and {@link #ARTIFACT}
 * @param turn the counterclockwise angle of the text on the page as shown: 0, 90, 180 or 270
 */
public record Glyph(
        String text, double along, double across, double advance, double size, boolean bold, int mark, int turn) {
    /** The mark of a glyph outside marked content. */
    public static final int NO_MARK = -1;
    /** The mark of a glyph that is no content, such as a running header or a decoration. */
    public static final int ARTIFACT = -2;

    /** Returns the end in reading direction. */
    public double end() {
        return along + advance;
    }
}
