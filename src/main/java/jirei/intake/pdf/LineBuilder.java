package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes lines of the characters of a page. */
final class LineBuilder {
    private static final double SAME_LINE = 0.35;
    /** A gap as wide parts what stands beside each other, as columns and cells do. */
    private static final double PART_GAP = 1.5;

    private static final double WIDE_BLANK = 0.75;
    private static final int MIN_GUTTER_LINES = 6;
    private static final double NARROW_BLANK = 0.15;
    /** Readings over a word are set in half its size. */
    private static final double LARGEST_RUBY = 0.65;

    private static final double RUBY_DISTANCE = 1.7;
    private static final int MAX_LINES_FOR_RUBY = 3_000;

    private LineBuilder() {}

    /** The pieces of lines on page {@code number}, from line to line, without the readings over words. */
    static List<PrintedLine> of(int number, List<Glyph> glyphs) {
        List<Glyph> byLine = new ArrayList<>(glyphs);
        byLine.sort(Comparator.comparingDouble(Glyph::across));
        List<List<Glyph>> lines = new ArrayList<>();
        List<Glyph> line = new ArrayList<>();
        for (Glyph glyph : byLine) {
            if (!line.isEmpty()
                    && glyph.across() - line.getLast().across()
                            > SAME_LINE * Math.min(glyph.size(), line.getLast().size())) {
                lines.add(inOrder(line));
                line.clear();
            }
            line.add(glyph);
        }
        lines.add(inOrder(line));
        Map<Long, Integer> gutters = gutters(lines);
        List<PrintedLine> pieces = new ArrayList<>();
        lines.forEach(glyphsOfLine -> addPieces(number, glyphsOfLine, gutters, pieces));
        return withoutRuby(pieces);
    }

    private static List<Glyph> inOrder(List<Glyph> line) {
        List<Glyph> inOrder = new ArrayList<>(line);
        inOrder.sort(Comparator.comparingDouble(Glyph::along));
        return inOrder;
    }

    /** How many lines have a blank before the same place, by the place in points. */
    private static Map<Long, Integer> gutters(List<List<Glyph>> lines) {
        Map<Long, Integer> places = new HashMap<>();
        for (List<Glyph> line : lines) {
            for (int i = 1; i < line.size(); i++) {
                if (gap(line.get(i - 1), line.get(i)) > WIDE_BLANK) {
                    places.merge(Math.round(line.get(i).along()), 1, Integer::sum);
                }
            }
        }
        return places;
    }

    /** The blank between two characters, against the size of the larger. */
    private static double gap(Glyph before, Glyph glyph) {
        return (glyph.along() - before.end()) / Math.max(glyph.size(), before.size());
    }

    /** A wide blank parts a line; a narrow one does where it stands at the same place on many lines, as between columns. */
    private static boolean parts(Glyph before, Glyph glyph, Map<Long, Integer> gutters) {
        double gap = gap(before, glyph);
        boolean onManyLines = gutters.getOrDefault(Math.round(glyph.along()), 0) >= MIN_GUTTER_LINES;
        return gap > PART_GAP || (gap > WIDE_BLANK && onManyLines);
    }

    private static void addPieces(int page, List<Glyph> line, Map<Long, Integer> gutters, List<PrintedLine> pieces) {
        List<Glyph> piece = new ArrayList<>();
        for (Glyph glyph : line) {
            if (!piece.isEmpty() && parts(piece.getLast(), glyph, gutters)) {
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
        if (pieces.size() > MAX_LINES_FOR_RUBY) {
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
