package jirei.intake.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jirei.intake.sheet.Sheet;
import jirei.intake.source.JapaneseText;

/** Reads forms, in which a name and its value are side by side, as tables of one row. Stateless. */
final class FormSheet {
    private static final int MIN_NAMES = 3;
    private static final int MAX_NAME_LENGTH = 30;
    private static final int MAX_SECOND_NAME_LENGTH = 12;
    private static final int MAX_ROWS = 300;

    private FormSheet() {}

    /** Returns the sheet as a table with a row for each case; empty if the sheet is not a form. */
    static Optional<CaseTable> find(Sheet sheet) {
        if (sheet.rows().size() > MAX_ROWS) {
            return Optional.empty();
        }
        int inRow =
                sheet.rows().stream().mapToInt(FormSheet::namesSideBySide).max().orElse(0);
        int nameColumn = 0;
        int inColumn = 0;
        for (int column = 0; column < sheet.width(); column++) {
            int known = knownNames(sheet, column);
            if (known > inColumn) {
                inColumn = known;
                nameColumn = column;
            }
        }
        return inColumn < MIN_NAMES || inColumn <= inRow ? Optional.empty() : Optional.of(table(sheet, nameColumn));
    }

    /** Returns the number of names in a row that have no value beside them. */
    private static int namesSideBySide(Sheet.Row row) {
        List<String> texts = row.texts();
        int names = 0;
        for (int at = 0; at < texts.size(); at++) {
            boolean hasValue = at + 1 < texts.size() && !ColumnName.isKnown(texts.get(at + 1));
            names += ColumnName.isKnown(texts.get(at)) && !hasValue ? 1 : 0;
        }
        return names;
    }

    private static int knownNames(Sheet sheet, int column) {
        Set<String> names = new HashSet<>();
        for (Sheet.Row row : sheet.rows()) {
            String cell = row.cell(column);
            if (ColumnName.isKnown(cell)) {
                names.add(ColumnName.key(cell));
            }
        }
        return names.size();
    }

    private static CaseTable table(Sheet sheet, int nameColumn) {
        int first = 0;
        while (!isEntry(sheet.rows().get(first), nameColumn)) {
            first++;
        }
        List<Sheet.Row> entries = sheet.rows().subList(first, sheet.rows().size());
        List<String> above = new ArrayList<>();
        sheet.rows().subList(0, first).forEach(row -> above.addAll(row.texts()));
        boolean hasSeveralCases = entries.stream()
                        .filter(row -> row.cells().size() > nameColumn + 2 && !hasSecondName(row, nameColumn))
                        .count()
                > entries.size() / 2;
        var table = new Transposed(nameColumn, hasSeveralCases);
        entries.forEach(table::add);
        return table.table(sheet.name(), above, sheet.rows().get(first).number());
    }

    private static boolean isEntry(Sheet.Row row, int nameColumn) {
        return ColumnName.isKnown(row.cell(nameColumn)) && row.cells().size() > nameColumn + 1;
    }

    private static boolean hasSecondName(Sheet.Row row, int nameColumn) {
        return row.cells().subList(nameColumn + 1, row.cells().size()).stream().anyMatch(ColumnName::isField);
    }

    /** Collects names and values. Not thread-safe. */
    private static final class Transposed {
        private final int nameColumn;
        private final boolean hasSeveralCases;
        private final List<String> names = new ArrayList<>();
        private final List<List<String>> values = new ArrayList<>();

        Transposed(int nameColumn, boolean hasSeveralCases) {
            this.nameColumn = nameColumn;
            this.hasSeveralCases = hasSeveralCases;
        }

        void add(Sheet.Row row) {
            String name = row.cell(nameColumn);
            if (name.isEmpty()
                    || name.length() > MAX_NAME_LENGTH
                    || row.continued().contains(nameColumn)) {
                append(row);
            } else if (hasSeveralCases) {
                names.add(name);
                values.add(row.cells()
                        .subList(
                                Math.min(row.cells().size(), nameColumn + 1),
                                row.cells().size()));
            } else {
                addPairs(row);
            }
        }

        /** Adds the names of a row, each with the texts up to the next one. */
        private void addPairs(Sheet.Row row) {
            String name = "";
            List<String> texts = new ArrayList<>();
            for (int column = nameColumn; column < row.cells().size(); column++) {
                String cell = row.cell(column);
                boolean isName = name.isEmpty() || (!texts.isEmpty() && isSecondName(row, column));
                if (isName && !cell.isEmpty()) {
                    addPair(name, texts);
                    name = cell;
                    texts.clear();
                } else if (!cell.isEmpty()) {
                    texts.add(cell);
                }
            }
            addPair(name, texts);
        }

        private static boolean isSecondName(Sheet.Row row, int column) {
            String cell = row.cell(column);
            boolean hasValue =
                    row.cells().subList(column + 1, row.cells().size()).stream().anyMatch(text -> !text.isEmpty());
            return ColumnName.isField(cell)
                    || (hasValue && cell.length() <= MAX_SECOND_NAME_LENGTH && ColumnName.isKnown(cell));
        }

        private void addPair(String name, List<String> texts) {
            if (!name.isEmpty()) {
                names.add(name);
                values.add(List.of(String.join("\n", texts)));
            }
        }

        /** Adds a row without a name to the values above. */
        private void append(Sheet.Row row) {
            if (values.isEmpty()) {
                return;
            }
            List<String> texts = new ArrayList<>();
            for (int column = 0; column < row.cells().size(); column++) {
                if (!row.cell(column).isEmpty() && !row.continued().contains(column)) {
                    texts.add(row.cell(column));
                }
            }
            String more = String.join("　", texts);
            List<String> last = new ArrayList<>(values.getLast());
            if (!hasSeveralCases && !last.isEmpty()) {
                last.set(0, JapaneseText.strip(last.getFirst() + "\n" + more));
                values.set(values.size() - 1, last);
            }
        }

        CaseTable table(String sheetName, List<String> above, int firstRow) {
            int cases = values.stream().mapToInt(List::size).max().orElse(0);
            List<Sheet.Row> rows = new ArrayList<>();
            for (int at = 0; at < cases; at++) {
                List<String> cells = new ArrayList<>();
                for (List<String> value : values) {
                    cells.add(at < value.size() ? value.get(at) : "");
                }
                rows.add(new Sheet.Row(firstRow + at, cells, Set.of()));
            }
            List<String> plain = names.stream()
                    .map(name -> JapaneseText.joinKeepingSpaces(name.lines().toList()))
                    .toList();
            return new CaseTable(sheetName, above, firstRow, plain, rows);
        }
    }
}
