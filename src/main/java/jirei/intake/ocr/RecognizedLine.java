package jirei.intake.ocr;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.page.Glyph;

/**
 * A line that was read from the picture of a page. Immutable.
 *
 * @param isVertical whether it runs from top to bottom
 * @param glyphs its glyphs in reading order, of one size, in points
 */
public record RecognizedLine(boolean isVertical, List<Glyph> glyphs) {
    /** Copies the list. */
    public RecognizedLine {
        glyphs = List.copyOf(glyphs);
    }

    /** Returns the font size in points. */
    double size() {
        return glyphs.getFirst().size();
    }

    /** Returns the start in reading direction, in points. */
    double start() {
        return glyphs.getFirst().along();
    }

    /** Returns the line with another font size. */
    RecognizedLine withSize(double size) {
        return new RecognizedLine(
                isVertical,
                glyphs.stream().map(glyph -> with(glyph, glyph.along(), size)).toList());
    }

    /** Returns the line with another start; only its first glyph becomes wider or narrower. */
    RecognizedLine withStart(double start) {
        List<Glyph> moved = new ArrayList<>(glyphs);
        moved.set(0, with(moved.getFirst(), Math.min(start, moved.getFirst().end()), size()));
        return new RecognizedLine(isVertical, moved);
    }

    /** Returns {@code glyph} with the same end. */
    private static Glyph with(Glyph glyph, double along, double size) {
        return new Glyph(
                glyph.text(),
                along,
                glyph.across(),
                glyph.end() - along,
                size,
                glyph.bold(),
                glyph.mark(),
                glyph.turn());
    }
}
