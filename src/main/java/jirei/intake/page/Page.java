package jirei.intake.page;

import java.util.List;

/**
 * What a page draws. Immutable.
 *
 * @param number the page number, from 1
 * @param horizontal the glyphs in lines from left to right, in drawing order
 * @param vertical the glyphs in lines from top to bottom, in drawing order
 * @param drawing the rules and images
 */
public record Page(int number, List<Glyph> horizontal, List<Glyph> vertical, Drawing drawing) {}
