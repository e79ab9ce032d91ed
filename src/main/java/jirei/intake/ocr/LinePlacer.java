package jirei.intake.ocr;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.page.Drawing.Box;
import jirei.intake.page.Glyph;

/** Places the characters of lines that tesseract found as glyphs. Immutable. */
final class LinePlacer {
    /** The height of the characters of a line, as a multiple of the font size. */
    private static final double CHARACTER_HEIGHT = 0.94;
    /** Distance from the middle of a line to its baseline, as a multiple of the font size. */
    private static final double BASELINE = 0.38;
    /** Minimum gap that is a space between Japanese characters, as a multiple of the font size. */
    private static final double SPACE = 1.5;
    /** Minimum gap that is a space behind the number of a heading or item, as a multiple of the font size. */
    private static final double SPACE_BEHIND_NUMBER = 0.8;
    /** Minimum distance of two characters, as a multiple of the font size. */
    private static final double MIN_STEP = 0.2;
    /** Minimum number of full-width characters whose distance shows the font size. */
    private static final int MIN_MEASURED = 5;

    /** Maximum length that the characters of a line without spaces do not fill, as a multiple of the font size. */
    private static final double MAX_SLACK = 0.5;

    private static final double MIN_MEASURED_SHARE = 0.7;
    /** The width of other characters, as a multiple of the font size. */
    private static final double HALF_WIDTH = 0.5;

    private static final double MIN_PIXELS = 8;
    /** Code point from which characters are full-width. */
    private static final int FIRST_FULL_WIDTH = 0x2E80;

    private final double pointsPerPixel;
    private final double pageWidth;

    /**
     * @param pointsPerPixel the size of a pixel in points
     * @param pageWidth the width of the page in points
     */
    LinePlacer(double pointsPerPixel, double pageWidth) {
        this.pointsPerPixel = pointsPerPixel;
        this.pageWidth = pageWidth;
    }

    /** Returns the line in points; its words are placed from left to right or from top to bottom. */
    RecognizedLine place(TesseractLine line, boolean isVertical) {
        double size = Math.round(4 * pointsPerPixel * size(line, isVertical)) / 4.0;
        Box box = line.box();
        double across = isVertical
                ? pageWidth - pointsPerPixel * (box.left() + box.right()) / 2
                : pointsPerPixel * (box.top() + box.bottom()) / 2 + BASELINE * size;
        List<Glyph> glyphs = new ArrayList<>();
        List<Span> spans = spans(line.words(), isVertical, size, isTight(line, isVertical, size));
        for (int at = 0; at < spans.size(); at++) {
            Span span = spans.get(at);
            int[] characters = line.words().get(at).text().codePoints().toArray();
            double step = (span.to - span.from) / characters.length;
            for (int i = 0; i < characters.length; i++) {
                boolean isLast = i + 1 == characters.length;
                double along = span.from + i * step;
                double advance = isLast ? span.next - along : step;
                String text = Character.toString(characters[i]);
                glyphs.add(new Glyph(text, along, across, advance, size, false, Glyph.NO_MARK, 0));
            }
        }
        return new RecognizedLine(isVertical, glyphs);
    }

    /**
     * Where a word is in its line, in points. Immutable.
     *
     * @param from its start
     * @param to its end
     * @param next the start of the next word if there is no space between them, else its end
     */
    private record Span(double from, double to, double next) {}

    /** Returns the words in the order in which tesseract reads them: their areas are inexact and may overlap. */
    private List<Span> spans(List<TesseractLine.Word> words, boolean isVertical, double size, boolean isTight) {
        List<Span> spans = new ArrayList<>();
        double from = start(words.getFirst(), isVertical);
        for (int at = 0; at < words.size(); at++) {
            TesseractLine.Word word = words.get(at);
            double to = Math.max(end(word, isVertical), from + MIN_STEP * size * word.length());
            if (at + 1 == words.size()) {
                spans.add(new Span(from, to, to));
                break;
            }
            double next = Math.max(start(words.get(at + 1), isVertical), from + MIN_STEP * size * word.length());
            to = Math.min(to, next);
            boolean isSpace = next - to >= (isTight && !isLatin(words, at) ? next : space(words, at, size));
            spans.add(new Span(from, to, isSpace ? to : next));
            from = next;
        }
        return spans;
    }

    /**
     * Returns the minimum gap behind a word that is a space in print, in points: tesseract divides Japanese text into
     * words.
     */
    private static double space(List<TesseractLine.Word> words, int at, double size) {
        String before = words.get(at).text();
        boolean isBehindLatin = isLatin(before.codePointBefore(before.length()));
        boolean isBehindNumber = at == 0 && isBehindLatin;
        return isLatin(words, at) ? 0 : (isBehindNumber ? SPACE_BEHIND_NUMBER : SPACE) * size;
    }

    /** Returns whether the words {@code at} and behind it meet in Latin characters. */
    private static boolean isLatin(List<TesseractLine.Word> words, int at) {
        String before = words.get(at).text();
        return isLatin(before.codePointBefore(before.length()))
                && isLatin(words.get(at + 1).text().codePointAt(0));
    }

    private static boolean isLatin(int character) {
        return character < FIRST_FULL_WIDTH;
    }

    /** Returns whether the characters fill the line, so that there is no space between them. */
    private boolean isTight(TesseractLine line, boolean isVertical, double size) {
        double length = pointsPerPixel * length(line.box(), isVertical);
        return length < (width(line) + MAX_SLACK) * size;
    }

    private static double length(Box box, boolean isVertical) {
        return isVertical ? box.height() : box.width();
    }

    /** Returns the width of the characters, as a multiple of the font size. */
    private static double width(TesseractLine line) {
        return HALF_WIDTH * line.length() + (1 - HALF_WIDTH) * fullWidth(line);
    }

    private static long fullWidth(TesseractLine line) {
        return line.words().stream()
                .flatMapToInt(word -> word.text().codePoints())
                .filter(character -> !isLatin(character))
                .count();
    }

    private double start(TesseractLine.Word word, boolean isVertical) {
        return pointsPerPixel * (isVertical ? word.box().top() : word.box().left());
    }

    private double end(TesseractLine.Word word, boolean isVertical) {
        return pointsPerPixel * (isVertical ? word.box().bottom() : word.box().right());
    }

    /**
     * Returns the font size in pixels: by the height of the line, which brackets and slant make larger, or by the
     * distance of its characters, which loose setting makes larger.
     */
    private static double size(TesseractLine line, boolean isVertical) {
        Box box = line.box();
        double height = (isVertical ? box.width() : box.height()) / CHARACTER_HEIGHT;
        boolean isMeasured = fullWidth(line) >= MIN_MEASURED && fullWidth(line) >= MIN_MEASURED_SHARE * line.length();
        double measured = length(box, isVertical) / width(line);
        return Math.max(MIN_PIXELS, isMeasured ? Math.min(height, measured) : height);
    }
}
