package jirei.intake.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Separates texts that are printed over one another, as the number of a share over its name in a chart. Their
 * characters are separated by the order in which they are drawn. Stateless.
 */
final class OverprintedText {
    /** Minimum overlap of two characters, relative to the narrower one. */
    private static final double MIN_OVERLAP = 0.4;
    /** Minimum number of characters of a line that are on others. */
    private static final int MIN_OVERPRINTED = 2;
    /** Maximum distance of the baselines of a line, as a multiple of the font size. */
    private static final double MAX_MISALIGNMENT = 0.35;
    /** The first number of the elements that such lines make. */
    private static final int FIRST_ID = 2_000_000;

    private OverprintedText() {}

    /**
     * Returns the texts of a line, each in reading order; one text if none is on another.
     *
     * @param glyphs the glyphs of the line in drawing order
     */
    static List<List<Glyph>> separated(List<Glyph> glyphs) {
        List<Glyph> sorted = LineBuilder.inReadingOrder(glyphs);
        int overprinted = 0;
        for (int at = 1; at < sorted.size(); at++) {
            overprinted += areOverprinted(sorted.get(at - 1), sorted.get(at)) ? 1 : 0;
        }
        if (overprinted < MIN_OVERPRINTED) {
            return List.of(sorted);
        }
        List<List<Glyph>> texts = new ArrayList<>();
        List<Glyph> text = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            boolean goesOn = text.isEmpty()
                    || (glyph.along() >= text.getLast().along()
                            && glyph.along() - text.getLast().end() <= glyph.size()
                            && !areOverprinted(text.getLast(), glyph));
            if (!goesOn) {
                texts.add(List.copyOf(text));
                text.clear();
            }
            text.add(glyph);
        }
        texts.add(List.copyOf(text));
        return texts;
    }

    private static boolean areOverprinted(Glyph one, Glyph other) {
        double overlap = Math.min(one.end(), other.end()) - Math.max(one.along(), other.along());
        return isLetter(one) && isLetter(other) && overlap > MIN_OVERLAP * Math.min(one.advance(), other.advance());
    }

    private static boolean isLetter(Glyph glyph) {
        return Character.isLetterOrDigit(glyph.text().codePointAt(0));
    }

    /** Returns the fragments with the lines of which some are printed over one another as words of a figure. */
    static List<PrintedLine> tagged(List<PrintedLine> fragments) {
        List<PrintedLine> tagged = new ArrayList<>(fragments);
        int from = 0;
        for (int at = 1; at <= tagged.size(); at++) {
            if (at == tagged.size() || !areOnLine(tagged.get(from), tagged.get(at))) {
                tagLine(tagged.subList(from, at));
                from = at;
            }
        }
        return tagged;
    }

    private static boolean areOnLine(PrintedLine one, PrintedLine other) {
        return Math.abs(one.across() - other.across()) <= MAX_MISALIGNMENT * other.size();
    }

    private static void tagLine(List<PrintedLine> line) {
        List<PrintedLine> sorted = line.stream()
                .sorted(Comparator.comparingDouble(PrintedLine::from))
                .toList();
        double to = Double.NEGATIVE_INFINITY;
        boolean isOverprinted = false;
        for (PrintedLine one : sorted) {
            isOverprinted |= one.from() < to - 1;
            to = Math.max(to, one.to());
        }
        if (isOverprinted) {
            Tag tag = Tag.of(FIRST_ID + line.getFirst().page(), Tag.Role.FIGURE, 0);
            line.replaceAll(one -> one.tagged(tag));
        }
    }
}
