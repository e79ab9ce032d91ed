package jirei.intake.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Aligns the starts of lines: in print they are equal, but each line is measured from the ink of its first character. Stateless. */
final class LineStarts {
    /** Maximum difference of starts that are equal in print, as a multiple of the font size. */
    private static final double SAME_START = 0.35;

    private LineStarts() {}

    /** Returns {@code lines} in their order with similar starts made equal, for each direction alone. */
    static List<RecognizedLine> aligned(List<RecognizedLine> lines) {
        List<RecognizedLine> byStart = new ArrayList<>(lines);
        byStart.sort(Comparator.comparing(RecognizedLine::isVertical).thenComparingDouble(RecognizedLine::start));
        Map<RecognizedLine, Double> starts = new HashMap<>();
        List<RecognizedLine> group = new ArrayList<>();
        for (RecognizedLine line : byStart) {
            if (!group.isEmpty() && !isAligned(group.getFirst(), line)) {
                put(group, starts);
                group.clear();
            }
            group.add(line);
        }
        put(group, starts);
        return lines.stream()
                .map(line -> line.withStart(starts.getOrDefault(line, line.start())))
                .toList();
    }

    private static boolean isAligned(RecognizedLine first, RecognizedLine line) {
        return first.isVertical() == line.isVertical()
                && line.start() - first.start() <= SAME_START * Math.min(first.size(), line.size());
    }

    private static void put(List<RecognizedLine> group, Map<RecognizedLine, Double> starts) {
        group.forEach(line -> starts.put(line, group.getFirst().start()));
    }
}
