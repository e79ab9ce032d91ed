package jirei.intake.pdf;

import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jirei.intake.page.PrintedLine;
import jirei.intake.page.Tag;

/** Reads the cells of boxes as text: tables that set text beside labels, rather than values in rows. Stateless. */
final class Cells {
    /** The ids of cells, apart from those of elements and tables. */
    private static final int FIRST_ID = 2_000_000;
    /** Maximum number of cells in a row of a box: label, name and text. */
    private static final int MAX_CELLS = 3;
    /** Minimum length of the text in a box, in characters. */
    private static final int MIN_TEXT_LENGTH = 25;

    private Cells() {}

    /** A row of a table. */
    private record Row(int table, int row) {}

    /** Returns {@code lines} with each cell of a box as an element of unknown kind. */
    static List<PrintedLine> asText(List<PrintedLine> lines) {
        Set<Row> boxes = boxes(lines);
        Map<Tag, Tag> elements = new HashMap<>();
        Map<Tag, DoubleSummaryStatistics> ends = new HashMap<>();
        lines.forEach(line -> ends.computeIfAbsent(line.tag(), tag -> new DoubleSummaryStatistics())
                .accept(line.to()));
        return lines.stream()
                .map(line -> rows(line.tag()).stream().anyMatch(boxes::contains)
                        ? line.inColumn(
                                        line.columnFrom(),
                                        Objects.requireNonNull(ends.get(line.tag()))
                                                .getMax(),
                                        line.column())
                                .tagged(elements.computeIfAbsent(
                                        line.tag(), cell -> Tag.of(FIRST_ID + elements.size(), Tag.Role.UNKNOWN, 0)))
                        : line)
                .toList();
    }

    /** Returns the rows that a cell spans; empty for other elements. */
    private static List<Row> rows(Tag tag) {
        return tag.isCell()
                ? IntStream.range(
                                tag.cell().row(), tag.cell().row() + tag.cell().rows())
                        .mapToObj(row -> new Row(tag.id(), row))
                        .toList()
                : List.of();
    }

    /** Returns the rows with few cells, one of which has text. Boxes may be directly below a table, in one grid. */
    private static Set<Row> boxes(List<PrintedLine> lines) {
        Map<Tag, Integer> lengths = lines.stream()
                .filter(line -> line.tag().isCell())
                .collect(Collectors.toMap(PrintedLine::tag, line -> line.text().length(), Integer::sum));
        Map<Row, Integer> cells = new HashMap<>();
        Set<Row> boxes = new HashSet<>();
        lengths.forEach((tag, length) -> {
            rows(tag).forEach(row -> cells.merge(row, 1, Integer::sum));
            boxes.addAll(length >= MIN_TEXT_LENGTH ? rows(tag) : List.of());
        });
        boxes.removeIf(row -> cells.getOrDefault(row, 0) > MAX_CELLS);
        return boxes;
    }
}
