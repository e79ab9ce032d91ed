package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups the glyphs of a page into lines and splits them at wide gaps. Stateless. */
final class LineBuilder {
    private static final double SAME_LINE = 0.35;
    /** Minimum gap between columns or cells, as a multiple of the font size. */
    private static final double COLUMN_GAP = 1.5;
    /** Minimum gap that is a full-width space, as a multiple of the font size. */
    private static final double WIDE_SPACE = 0.75;
    /** Minimum number of lines with a wide space at the same offset that make it a gutter. */
    private static final int MIN_GUTTER_LINES = 6;
    /** Minimum gap that is a space, as a multiple of the font size. */
    private static final double NARROW_SPACE = 0.15;
    /** Maximum font size of ruby relative to its base text; usually it is half the size. */
    private static final double MAX_RUBY_SIZE = 0.65;

    private static final double RUBY_DISTANCE = 1.7;
    private static final int MAX_LINES_FOR_RUBY = 3_000;

    private LineBuilder() {}

    /** Returns the line fragments of page {@code number}, ordered by line, without ruby. */
    static List<PrintedLine> of(int number, List<Glyph> glyphs) {
        List<Glyph> byLine = new ArrayList<>(glyphs);
        byLine.sort(Comparator.comparingDouble(Glyph::across));
        List<List<Glyph>> lines = new ArrayList<>();
        List<Glyph> line = new ArrayList<>();
        for (Glyph glyph : byLine) {
            if (!line.isEmpty()
                    && glyph.across() - line.getLast().across()
                            > SAME_LINE * Math.min(glyph.size(), line.getLast().size())) {
                lines.add(inReadingOrder(line));
                line.clear();
            }
            line.add(glyph);
        }
        lines.add(inReadingOrder(line));
        Map<Long, Integer> gutters = gutters(lines);
        List<PrintedLine> fragments = new ArrayList<>();
        lines.forEach(glyphsOfLine -> addFragments(number, glyphsOfLine, gutters, fragments));
        return withoutRuby(fragments);
    }

    private static List<Glyph> inReadingOrder(List<Glyph> line) {
        List<Glyph> inReadingOrder = new ArrayList<>(line);
        inReadingOrder.sort(Comparator.comparingDouble(Glyph::along));
        return inReadingOrder;
    }

    /** Returns the number of lines with a wide space by the offset of its end, in points. */
    private static Map<Long, Integer> gutters(List<List<Glyph>> lines) {
        Map<Long, Integer> offsets = new HashMap<>();
        for (List<Glyph> line : lines) {
            for (int i = 1; i < line.size(); i++) {
                if (gap(line.get(i - 1), line.get(i)) > WIDE_SPACE) {
                    offsets.merge(Math.round(line.get(i).along()), 1, Integer::sum);
                }
            }
        }
        return offsets;
    }

    /** Returns the gap between two glyphs, as a multiple of the larger font size. */
    private static double gap(Glyph before, Glyph glyph) {
        return (glyph.along() - before.end()) / Math.max(glyph.size(), before.size());
    }

    /**
     * Returns whether to split a line: at a wide gap, or at a narrower one that is at the same offset on many lines.
     */
    private static boolean splits(Glyph before, Glyph glyph, Map<Long, Integer> gutters) {
        double gap = gap(before, glyph);
        boolean onManyLines = gutters.getOrDefault(Math.round(glyph.along()), 0) >= MIN_GUTTER_LINES;
        return gap > COLUMN_GAP || (gap > WIDE_SPACE && onManyLines);
    }

    private static void addFragments(
            int page, List<Glyph> line, Map<Long, Integer> gutters, List<PrintedLine> fragments) {
        List<Glyph> fragment = new ArrayList<>();
        for (Glyph glyph : line) {
            if (!fragment.isEmpty() && splits(fragment.getLast(), glyph, gutters)) {
                fragments.add(line(page, fragment));
                fragment.clear();
            }
            fragment.add(glyph);
        }
        if (!fragment.isEmpty()) {
            fragments.add(line(page, fragment));
        }
    }

    private static PrintedLine line(int page, List<Glyph> glyphs) {
        var text = new StringBuilder();
        Map<Double, Integer> sizes = new HashMap<>();
        int bold = 0;
        Glyph before = glyphs.getFirst();
        for (Glyph glyph : glyphs) {
            text.append(text.isEmpty() ? "" : space(before, glyph)).append(glyph.text());
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

    private static String space(Glyph before, Glyph glyph) {
        double gap = glyph.along() - before.end();
        if (gap < NARROW_SPACE * glyph.size()) {
            return "";
        }
        return gap >= WIDE_SPACE * glyph.size()
                ? "\u3000"
                : " "; // later, the narrow one is kept between Latin letters only
    }

    private static List<PrintedLine> withoutRuby(List<PrintedLine> fragments) {
        if (fragments.size() > MAX_LINES_FOR_RUBY) {
            return fragments;
        }
        return fragments.stream()
                .filter(fragment -> !isRuby(fragment, fragments))
                .toList();
    }

    private static boolean isRuby(PrintedLine fragment, List<PrintedLine> fragments) {
        boolean isKana =
                fragment.text().codePoints().allMatch(c -> (c >= 0x3041 && c <= 0x30FE) || c == ' ' || c == 0x3000);
        return isKana && fragments.stream().anyMatch(base -> isAbove(fragment, base));
    }

    private static boolean isAbove(PrintedLine ruby, PrintedLine base) {
        double down = base.across() - ruby.across();
        return ruby.size() <= MAX_RUBY_SIZE * base.size()
                && down > 0
                && down < RUBY_DISTANCE * base.size()
                && ruby.from() > base.from() - base.size()
                && ruby.to() < base.to() + base.size();
    }
}
