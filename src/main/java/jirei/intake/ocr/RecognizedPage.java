package jirei.intake.ocr;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jirei.intake.page.Drawing.Box;

/**
 * What was read from the picture of a page. Coordinates are in points from the upper left corner. Immutable.
 *
 * @param lines the lines of text
 * @param horizontalRules the horizontal rules of tables
 * @param verticalRules the vertical rules of tables
 * @param confidence the mean confidence of the characters in percent; 0 without text
 * @param omitted number of characters that were left out, because they are hardly text
 */
public record RecognizedPage(
        List<RecognizedLine> lines, List<Box> horizontalRules, List<Box> verticalRules, int confidence, int omitted) {
    /** Maximum difference of font sizes that are the same in print, relative to the size. */
    private static final double SAME_SIZE = 0.14;

    /** Copies the lists. */
    public RecognizedPage {
        lines = List.copyOf(lines);
        horizontalRules = List.copyOf(horizontalRules);
        verticalRules = List.copyOf(verticalRules);
    }

    /** Returns {@code pages} of one document with similar font sizes made equal, since each line is measured alone. */
    public static List<RecognizedPage> withEqualSizes(List<RecognizedPage> pages) {
        var characters = new TreeMap<Double, Integer>();
        pages.forEach(page -> page.lines.forEach(
                line -> characters.merge(line.size(), line.glyphs().size(), Integer::sum)));
        var sizes = new TreeMap<Double, Double>();
        while (sizes.size() < characters.size()) {
            addGroup(characters, sizes);
        }
        return pages.stream()
                .map(page -> page.withLines(page.lines.stream()
                        .map(line -> line.withSize(sizes.getOrDefault(line.size(), line.size())))
                        .toList()))
                .toList();
    }

    /** Adds the group of sizes around the one that has most characters with its neighbours. */
    private static void addGroup(TreeMap<Double, Integer> characters, Map<Double, Double> sizes) {
        double center = 0;
        int most = -1;
        for (Double size : characters.keySet()) {
            int near = sizes.containsKey(size)
                    ? -1
                    : near(characters, size, SAME_SIZE / 2).entrySet().stream()
                            .filter(entry -> !sizes.containsKey(entry.getKey()))
                            .mapToInt(Map.Entry::getValue)
                            .sum();
            if (near > most) {
                center = size;
                most = near;
            }
        }
        double rounded = Math.round(2 * center) / 2.0;
        near(characters, center, SAME_SIZE).keySet().forEach(size -> sizes.putIfAbsent(size, rounded));
    }

    private static Map<Double, Integer> near(TreeMap<Double, Integer> characters, double size, double tolerance) {
        return characters.subMap(size * (1 - tolerance), true, size * (1 + tolerance), true);
    }

    private RecognizedPage withLines(List<RecognizedLine> newLines) {
        return new RecognizedPage(newLines, horizontalRules, verticalRules, confidence, omitted);
    }
}
