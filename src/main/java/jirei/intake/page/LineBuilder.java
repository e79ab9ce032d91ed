package jirei.intake.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import jirei.intake.source.NoteMark;

/** Groups the glyphs of a page into lines and splits them at wide gaps. Stateless. */
public final class LineBuilder {
    private static final double SAME_LINE = 0.35;
    /** Minimum gap between columns or cells, as a multiple of the font size. */
    private static final double COLUMN_GAP = 1.5;
    /** Minimum gap between texts of different font sizes, as a multiple of the font size. */
    private static final double OTHER_TEXT_GAP = 0.4;
    /** Minimum difference of the font sizes of two texts, relative to the larger. */
    private static final double OTHER_TEXT_SIZE = 0.12;
    /** Minimum gap that is a full-width space, as a multiple of the font size. */
    private static final double WIDE_SPACE = 0.75;
    /** Minimum number of lines with a wide space at the same offset that make it a gutter. */
    private static final int MIN_GUTTER_LINES = 3;
    /** Minimum gap between words that may be in two cells, as a multiple of the font size. */
    private static final double WORD_GAP = 0.22;
    /** Minimum gap that is a space, as a multiple of the font size. */
    private static final double NARROW_SPACE = 0.15;
    /** Maximum font size of ruby relative to its base text; usually it is half the size. */
    private static final double MAX_RUBY_SIZE = 0.65;

    private static final double RUBY_DISTANCE = 1.7;
    private static final int MAX_LINES_FOR_RUBY = 3_000;

    /** Maximum font size of a raised character, relative to its line. */
    private static final double MAX_RAISED_SIZE = 0.9;
    /** Minimum and maximum height of a raised character over its line, as a multiple of the font size. */
    private static final double MIN_RAISE = 0.15;

    private static final double MAX_RAISE = 0.65;
    /** The characters of the numbers of notes. */
    private static final String NOTE_MARK = "0123456789０１２３４５６７８９*＊※()（）注,、";

    private LineBuilder() {}

    /** Returns the line fragments of page {@code number}, ordered by line, without ruby. */
    public static List<PrintedLine> of(int number, List<Glyph> glyphs) {
        List<List<Glyph>> lines = lines(glyphs);
        Map<Long, Integer> gutters = gutters(lines);
        return fragments(number, lines, (before, glyph) -> splits(before, glyph, gutters));
    }

    /** Returns the words of page {@code number} with spaces between them, ordered by line, without ruby. */
    public static List<PrintedLine> words(int number, List<Glyph> glyphs) {
        return fragments(number, lines(glyphs), (before, glyph) -> gap(before, glyph) > WORD_GAP);
    }

    private static List<PrintedLine> fragments(int number, List<List<Glyph>> lines, BiPredicate<Glyph, Glyph> isSplit) {
        List<PrintedLine> fragments = new ArrayList<>();
        lines.forEach(line -> addFragments(number, line, isSplit, fragments));
        return withoutRuby(OverprintedText.tagged(fragments));
    }

    private static List<List<Glyph>> lines(List<Glyph> glyphs) {
        List<Glyph> byLine = new ArrayList<>(glyphs);
        byLine.sort(Comparator.comparingDouble(Glyph::across));
        List<List<Glyph>> lines = new ArrayList<>();
        List<Glyph> line = new ArrayList<>();
        for (Glyph glyph : byLine) {
            if (!line.isEmpty()
                    && glyph.across() - line.getLast().across()
                            > SAME_LINE * Math.min(glyph.size(), line.getLast().size())) {
                lines.addAll(OverprintedText.separated(line));
                line.clear();
            }
            line.add(glyph);
        }
        lines.addAll(OverprintedText.separated(line));
        return withRaised(lines);
    }

    /**
     * Returns the lines of {@code glyphs} of one element in the order in which they are drawn, without ruby.
     *
     * @param splits whether a wide gap ends a line, as between a label and its box
     */
    public static List<PrintedLine> inDrawingOrder(int number, List<Glyph> glyphs, boolean splits) {
        List<List<Glyph>> lines = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            boolean isNew = true;
            for (int at = lines.size() - 1; isNew && at >= Math.max(0, lines.size() - 2); at--) {
                Glyph last = lines.get(at).getLast();
                boolean isBehind = glyph.along() >= last.along() && !(splits && splits(last, glyph, Map.of()));
                boolean isBehindRuby =
                        at == lines.size() - 1 || lines.getLast().getFirst().size() <= MAX_RUBY_SIZE * glyph.size();
                if (isBehind && isBehindRuby && isOnLine(lines.get(at).getFirst(), glyph)) {
                    lines.get(at).add(glyph);
                    isNew = false;
                }
            }
            if (isNew) {
                lines.add(new ArrayList<>(List.of(glyph)));
            }
        }
        return withoutRuby(lines.stream().map(line -> line(number, line)).toList());
    }

    /** Returns whether {@code glyph} is on the baseline of {@code first} or raised above it, as the number of a note. */
    private static boolean isOnLine(Glyph first, Glyph glyph) {
        double distance = Math.abs(first.across() - glyph.across());
        boolean isSmaller =
                Math.min(glyph.size(), first.size()) <= MAX_RAISED_SIZE * Math.max(glyph.size(), first.size());
        return distance <= (isSmaller ? MAX_RAISE : SAME_LINE) * Math.max(glyph.size(), first.size());
    }

    /** Adds lines of small raised characters, such as the numbers of notes, to the line below each. */
    private static List<List<Glyph>> withRaised(List<List<Glyph>> lines) {
        List<List<Glyph>> joined = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            List<Glyph> line = lines.get(at);
            List<Glyph> base = at + 1 < lines.size() ? lines.get(at + 1) : List.of();
            if (!line.isEmpty()
                    && !base.isEmpty()
                    && line.stream().allMatch(glyph -> isRaised(glyph, base.getFirst()))) {
                List<Glyph> all = new ArrayList<>(base);
                all.addAll(line);
                lines.set(at + 1, inReadingOrder(all));
            } else {
                joined.add(line);
            }
        }
        return joined;
    }

    private static boolean isRaised(Glyph glyph, Glyph base) {
        double raise = base.across() - glyph.across();
        return glyph.size() <= MAX_RAISED_SIZE * base.size()
                && raise >= MIN_RAISE * base.size()
                && raise <= MAX_RAISE * base.size()
                && NOTE_MARK.indexOf(glyph.text().charAt(0)) >= 0;
    }

    static List<Glyph> inReadingOrder(List<Glyph> line) {
        List<Glyph> inReadingOrder = new ArrayList<>(line);
        inReadingOrder.sort(Comparator.comparingDouble(Glyph::along));
        return inReadingOrder;
    }

    /** Returns the number of lines that start, or go on behind a wide space, at each offset, in points. */
    private static Map<Long, Integer> gutters(List<List<Glyph>> lines) {
        Map<Long, Integer> offsets = new HashMap<>();
        for (List<Glyph> line : lines) {
            if (!line.isEmpty()) {
                offsets.merge(Math.round(line.getFirst().along()), 1, Integer::sum);
            }
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
        boolean isOtherSize =
                Math.abs(before.size() - glyph.size()) > OTHER_TEXT_SIZE * Math.max(before.size(), glyph.size());
        boolean isOtherStyle = before.bold() != glyph.bold();
        return gap > COLUMN_GAP
                || (gap > WIDE_SPACE && (onManyLines || isOtherStyle))
                || (gap > OTHER_TEXT_GAP && isOtherSize);
    }

    private static void addFragments(
            int page, List<Glyph> line, BiPredicate<Glyph, Glyph> isSplit, List<PrintedLine> fragments) {
        List<Glyph> fragment = new ArrayList<>();
        for (Glyph glyph : line) {
            if (!fragment.isEmpty() && isSplit.test(fragment.getLast(), glyph)) {
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
        Map<Double, Integer> sizes = new HashMap<>();
        int bold = 0;
        for (Glyph glyph : glyphs) {
            sizes.merge(Math.round(glyph.size() * 2) / 2.0, 1, Integer::sum);
            bold += glyph.bold() ? 1 : 0;
        }
        double size = sizes.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        Glyph base = glyphs.stream()
                .filter(glyph -> Math.abs(glyph.size() - size) <= 0.5)
                .findFirst()
                .orElseGet(glyphs::getFirst);
        double from = glyphs.getFirst().along();
        double to = glyphs.getLast().end();
        return new PrintedLine(
                text(glyphs, base),
                page,
                from,
                to,
                base.across(),
                size,
                2 * bold > glyphs.size(),
                from,
                to,
                0,
                Tag.NONE);
    }

    /** Returns the characters of a line, the raised number of a note as 注1. */
    private static String text(List<Glyph> glyphs, Glyph base) {
        var text = new StringBuilder();
        Glyph before = glyphs.getFirst();
        for (int at = 0; at < glyphs.size(); at++) {
            int end = at;
            while (end < glyphs.size() && isRaised(glyphs.get(end), base)) {
                end++;
            }
            if (end > at) {
                String raised = String.join(
                        "", glyphs.subList(at, end).stream().map(Glyph::text).toList());
                text.append(NoteMark.of(text.toString(), raised));
                at = end - 1;
            } else {
                text.append(text.isEmpty() || isRaised(before, base) ? "" : space(before, glyphs.get(at)));
                text.append(glyphs.get(at).text());
            }
            before = glyphs.get(at);
        }
        return text.toString();
    }

    /** Returns the blank that the gap between two glyphs of a line is; empty if it is none. */
    public static String space(Glyph before, Glyph glyph) {
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
