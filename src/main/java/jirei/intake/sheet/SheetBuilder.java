package jirei.intake.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.JapaneseText;
import jirei.intake.source.Limits;

/** Collects the cells of one sheet, within the limits of a document. Not thread-safe. */
final class SheetBuilder {
    /** Cells that are merged; all numbers are from 0 and inclusive. */
    private record Merge(int firstRow, int lastRow, int column) {}

    private final String name;
    private final Budget budget;
    private final NavigableMap<Integer, NavigableMap<Integer, String>> rows = new TreeMap<>();
    private final Map<Integer, Set<Integer>> continued = new TreeMap<>();
    private final List<Merge> merges = new ArrayList<>();

    SheetBuilder(String name, Budget budget) {
        this.name = name;
        this.budget = budget;
    }

    /**
     * Adds a cell.
     *
     * @param row the row, from 0
     * @param column the column, from 0
     */
    void add(int row, int column, String text) {
        budget.addElement(1);
        String stripped = JapaneseText.strip(text);
        if (stripped.isEmpty()) {
            return;
        }
        if (column >= Limits.MAX_COLUMNS) {
            throw new DocumentLimitException("列が" + Limits.MAX_COLUMNS + "を超える");
        }
        if (rows.size() > Limits.MAX_ROWS) {
            throw new DocumentLimitException("行が" + Limits.MAX_ROWS / 10_000 + "万を超える");
        }
        budget.addCharacters(stripped.length());
        rows.computeIfAbsent(row, key -> new TreeMap<>()).put(column, stripped);
    }

    /** Merges the cells of {@code column} in a range of rows, whose text is that of the first one. */
    void merge(int firstRow, int lastRow, int column) {
        budget.addElement(1);
        if (lastRow > firstRow) {
            merges.add(new Merge(firstRow, lastRow, column));
        }
    }

    Sheet build() {
        merges.forEach(this::fill);
        List<Sheet.Row> built = new ArrayList<>();
        rows.forEach((number, cells) -> {
            List<String> texts = new ArrayList<>();
            for (int column = 0; column <= cells.lastKey(); column++) {
                budget.addElement(1);
                texts.add(cells.getOrDefault(column, ""));
            }
            built.add(new Sheet.Row(number + 1, texts, continued.getOrDefault(number, Set.of())));
        });
        return new Sheet(name, built);
    }

    private void fill(Merge merge) {
        String text = rows.getOrDefault(merge.firstRow, new TreeMap<>()).get(merge.column);
        if (text == null) {
            return;
        }
        rows.subMap(merge.firstRow, false, merge.lastRow, true).forEach((row, cells) -> {
            budget.addCharacters(text.length());
            if (cells.putIfAbsent(merge.column, text) == null) {
                continued.computeIfAbsent(row, key -> new HashSet<>()).add(merge.column);
            }
        });
    }
}
