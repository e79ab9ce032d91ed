package jirei.intake.pdf;

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
 */
record Glyph(String text, double along, double across, double advance, double size, boolean bold) {
    /** Returns the end in reading direction. */
    double end() {
        return along + advance;
    }
}
