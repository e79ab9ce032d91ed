package jirei.intake.order;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import jirei.intake.page.PrintedLine;

/**
 * The words of a page on one baseline. Immutable.
 *
 * @param across the baseline, in points
 * @param size the largest font size
 * @param words the words from left to right, with wide spaces between them
 */
record TextLine(double across, double size, List<PrintedLine> words) {
    /** A number, which may have signs and a unit. */
    private static final Pattern VALUE = Pattern.compile("[0-9０-９.,，．%％+＋\\-－―–△▲~〜～ \u3000]+.{0,3}");

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,.]*+");
    /** Maximum length of a number with its unit, as in 令和0年0月0日. */
    private static final int MAX_UNIT_LENGTH = 10;

    private static final double SAME_LINE = 0.35;

    /** Returns the lines of {@code words} from top to bottom. */
    static List<TextLine> of(List<PrintedLine> words) {
        List<PrintedLine> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble(PrintedLine::across));
        List<TextLine> lines = new ArrayList<>();
        List<PrintedLine> line = new ArrayList<>();
        for (PrintedLine word : sorted) {
            if (!line.isEmpty() && word.across() - line.getFirst().across() > SAME_LINE * word.size()) {
                lines.add(of(line.getFirst().across(), line));
                line.clear();
            }
            line.add(word);
        }
        if (!line.isEmpty()) {
            lines.add(of(line.getFirst().across(), line));
        }
        return lines;
    }

    private static TextLine of(double across, List<PrintedLine> words) {
        List<PrintedLine> sorted = words.stream()
                .sorted(Comparator.comparingDouble(PrintedLine::from))
                .toList();
        double size = sorted.stream().mapToDouble(PrintedLine::size).max().orElse(1);
        return new TextLine(across, size, sorted);
    }

    /** Returns whether {@code text} is a number with or without a unit. */
    static boolean isValue(String text) {
        return VALUE.matcher(text).matches();
    }

    /** Returns how a number is written, with 0 for its digits, as in 令和0年; empty for other texts. */
    static String unit(String text) {
        String unit =
                NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("0");
        return unit.indexOf('0') >= 0 && unit.length() <= MAX_UNIT_LENGTH ? unit : "";
    }
}
