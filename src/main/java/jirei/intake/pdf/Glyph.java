package jirei.intake.pdf;

/**
 * A character as printed on a page, in points, seen along its line: {@code along} runs in reading direction, {@code across}
 * from line to line, so that upright and sideways lines look alike.
 *
 * @param text its characters
 * @param along where it begins
 * @param across its base line
 * @param advance how far the next one stands from it
 * @param size the size of the type
 */
record Glyph(String text, double along, double across, double advance, double size, boolean bold) {
    double end() {
        return along + advance;
    }
}
