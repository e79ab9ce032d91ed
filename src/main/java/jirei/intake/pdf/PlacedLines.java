package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jirei.intake.order.ColumnDetector;
import jirei.intake.page.Drawing.Box;
import jirei.intake.page.Glyph;
import jirei.intake.page.LineBuilder;
import jirei.intake.page.Page;
import jirei.intake.page.PageText.Direction;
import jirei.intake.page.PageText.Line;
import jirei.intake.page.PrintedLine;

/** The lines of a page with the position of each character. Not thread-safe. */
final class PlacedLines {
    /** The part of a character below its baseline, as a multiple of the font size. */
    private static final double DESCENT = 0.14;

    private final PageArea area;
    private final List<Line> lines = new ArrayList<>();

    private PlacedLines(PageArea area) {
        this.area = area;
    }

    /** Returns the lines in reading order, without ruby; upright text first, then text that is turned. */
    static List<Line> of(Page page, PageArea area) {
        var placed = new PlacedLines(area);
        byTurn(page.horizontal()).forEach((turn, glyphs) -> {
            List<Box> rules = turn == 0 ? page.drawing().horizontal() : List.of();
            byLine(page.number(), glyphs, rules).forEach(line -> placed.add(line, turn, false));
        });
        byTurn(page.vertical()).forEach((turn, glyphs) -> byLine(page.number(), glyphs, List.of())
                .forEach(line -> placed.add(line, turn, true)));
        return placed.lines;
    }

    private static Map<Integer, List<Glyph>> byTurn(List<Glyph> glyphs) {
        return glyphs.stream().collect(Collectors.groupingBy(Glyph::turn, TreeMap::new, Collectors.toList()));
    }

    /** Returns the glyphs of each line, in the order of the lines in their columns. */
    private static List<List<Glyph>> byLine(int page, List<Glyph> glyphs, List<Box> rules) {
        NavigableMap<Double, List<Glyph>> byBaseline = new TreeMap<>();
        glyphs.forEach(glyph -> byBaseline
                .computeIfAbsent(glyph.across(), across -> new ArrayList<>())
                .add(glyph));
        List<List<Glyph>> lines = new ArrayList<>();
        for (PrintedLine line : ColumnDetector.order(LineBuilder.of(page, glyphs), 0, rules)) {
            Collection<List<Glyph>> near = byBaseline
                    .subMap(line.across() - line.size(), line.across() + line.size())
                    .values();
            List<Glyph> own = near.stream()
                    .flatMap(List::stream)
                    .filter(line::contains)
                    .sorted(Comparator.comparingDouble(Glyph::along))
                    .toList();
            if (!own.isEmpty()) {
                near.forEach(row -> row.removeIf(line::contains));
                lines.add(own);
            }
        }
        return lines;
    }

    private void add(List<Glyph> glyphs, int turn, boolean vertical) {
        double from = glyphs.getFirst().along();
        double to = Math.max(from, glyphs.stream().mapToDouble(Glyph::end).max().orElse(from));
        double size = glyphs.stream().mapToDouble(Glyph::size).max().orElse(0);
        double across = glyphs.getFirst().across();
        double down = DESCENT * size;
        double middle = area.unturnedWidth() - across;
        lines.add(new Line(
                lines.size() + 1,
                text(glyphs),
                vertical
                        ? area.area(middle - size / 2, from + down, middle + size / 2, to + down, turn)
                        : area.area(from, across + down - size, to, across + down, turn),
                (vertical ? Direction.DOWN : Direction.RIGHT).turned(turn),
                stops(glyphs, from, to)));
    }

    /** Returns the characters, with a blank for each gap that is one. */
    private static String text(List<Glyph> glyphs) {
        var text = new StringBuilder();
        for (int at = 0; at < glyphs.size(); at++) {
            text.append(glyphs.get(at).text()).append(blankBehind(glyphs, at));
        }
        return text.toString();
    }

    /** A narrow gap is a blank between Latin letters or digits only: Japanese characters are set apart, too. */
    private static String blankBehind(List<Glyph> glyphs, int at) {
        if (at + 1 == glyphs.size()) {
            return "";
        }
        String before = glyphs.get(at).text();
        String behind = glyphs.get(at + 1).text();
        String blank = LineBuilder.space(glyphs.get(at), glyphs.get(at + 1));
        boolean isKept = !blank.equals(" ") || (endsInLatin(before) && startsWithLatin(behind));
        return isKept && !before.isBlank() && !behind.isBlank() ? blank : "";
    }

    private static boolean endsInLatin(String text) {
        return !text.isEmpty() && isLatin(text.codePointBefore(text.length()));
    }

    private static boolean startsWithLatin(String text) {
        return !text.isEmpty() && isLatin(text.codePointAt(0));
    }

    private static boolean isLatin(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN || Character.isDigit(character);
    }

    private static List<Double> stops(List<Glyph> glyphs, double from, double to) {
        double length = Math.max(to - from, Double.MIN_NORMAL);
        List<Double> stops = new ArrayList<>(List.of(0.0));
        for (int at = 0; at < glyphs.size(); at++) {
            double next = at + 1 < glyphs.size() ? glyphs.get(at + 1).along() : to;
            boolean hasBlank = !blankBehind(glyphs, at).isEmpty();
            add(
                    (hasBlank ? glyphs.get(at).end() - from : next - from) / length,
                    glyphs.get(at).text().length(),
                    stops);
            if (hasBlank) {
                add((next - from) / length, 1, stops);
            }
        }
        return stops;
    }

    /** Divides the way from the last stop to {@code to} into {@code units}. */
    private static void add(double to, int units, List<Double> stops) {
        double start = stops.getLast();
        double end = Math.max(start, Math.min(1, to));
        for (int unit = 1; unit <= units; unit++) {
            stops.add(start + (end - start) * unit / units);
        }
    }
}
