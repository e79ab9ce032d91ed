package jirei.intake.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes lines of the characters of a page. */
final class PageLines {
    private static final double SAME_LINE = 0.35;
    /** A gap as wide parts what stands beside each other, as columns and cells do. */
    private static final double PART_GAP = 1.5;

    private static final double WIDE_BLANK = 0.75;
    private static final double NARROW_BLANK = 0.15;
    /** Readings over a word are set in half its size. */
    private static final double LARGEST_RUBY = 0.65;

    private static final double RUBY_DISTANCE = 1.7;
    private static final int MOST_FOR_RUBY = 3_000;

    private PageLines() {}

    /** The pieces of lines on page {@code number}, from line to line, without the readings over words. */
    static List<PrintedLine> of(int number, List<Glyph> glyphs) {
        List<Glyph> byLine = new ArrayList<>(glyphs);
        byLine.sort(Comparator.comparingDouble(Glyph::across));
        List<PrintedLine> pieces = new ArrayList<>();
        List<Glyph> line = new ArrayList<>();
        for (Glyph glyph : byLine) {
            if (!line.isEmpty()
                    && glyph.across() - line.getLast().across()
                            > SAME_LINE * Math.min(glyph.size(), line.getLast().size())) {
                addPieces(number, line, pieces);
                line.clear();
            }
            line.add(glyph);
        }
        addPieces(number, line, pieces);
        return withoutRuby(pieces);
    }

    private static void addPieces(int page, List<Glyph> line, List<PrintedLine> pieces) {
        List<Glyph> inOrder = new ArrayList<>(line);
        inOrder.sort(Comparator.comparingDouble(Glyph::along));
        List<Glyph> piece = new ArrayList<>();
        for (Glyph glyph : inOrder) {
            if (!piece.isEmpty()
                    && glyph.along() - piece.getLast().end()
                            > PART_GAP * Math.max(glyph.size(), piece.getLast().size())) {
                pieces.add(line(page, piece));
                piece.clear();
            }
            piece.add(glyph);
        }
        if (!piece.isEmpty()) {
            pieces.add(line(page, piece));
        }
    }

    private static PrintedLine line(int page, List<Glyph> glyphs) {
        var text = new StringBuilder();
        Map<Double, Integer> sizes = new HashMap<>();
        int bold = 0;
        Glyph before = glyphs.getFirst();
        for (Glyph glyph : glyphs) {
            text.append(text.isEmpty() ? "" : blank(before, glyph)).append(glyph.text());
            sizes.merge(Math.round(glyph.size() * 2) / 2.0, 1, Integer::sum);
            bold += glyph.bold() ? 1 : 0;
            before = glyph;
        }
        double size = sizes.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        double from = glyphs.getFirst().along();
        double to = before.end();
        double across = glyphs.getFirst().across();
        return new PrintedLine(text.toString(), page, from, to, across, size, 2 * bold > glyphs.size(), from, to, 0);
    }

    private static String blank(Glyph before, Glyph glyph) {
        double gap = glyph.along() - before.end();
        if (gap < NARROW_BLANK * glyph.size()) {
            return "";
        }
        return gap >= WIDE_BLANK * glyph.size() ? "\u3000" : " "; // the narrow one stays between Latin letters only
    }

    private static List<PrintedLine> withoutRuby(List<PrintedLine> pieces) {
        if (pieces.size() > MOST_FOR_RUBY) {
            return pieces;
        }
        return pieces.stream().filter(piece -> !isRuby(piece, pieces)).toList();
    }

    private static boolean isRuby(PrintedLine piece, List<PrintedLine> pieces) {
        boolean isKana =
                piece.text().codePoints().allMatch(c -> (c >= 0x3041 && c <= 0x30FE) || c == ' ' || c == 0x3000);
        return isKana && pieces.stream().anyMatch(base -> standsOver(piece, base));
    }

    private static boolean standsOver(PrintedLine ruby, PrintedLine base) {
        double down = base.across() - ruby.across();
        return ruby.size() <= LARGEST_RUBY * base.size()
                && down > 0
                && down < RUBY_DISTANCE * base.size()
                && ruby.from() > base.from() - base.size()
                && ruby.to() < base.to() + base.size();
    }
}
