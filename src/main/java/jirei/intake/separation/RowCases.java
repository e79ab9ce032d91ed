package jirei.intake.separation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jirei.intake.facts.Field;
import jirei.intake.facts.FieldLabel;
import jirei.intake.source.Block;

/** Reads the rows of a table below a row of labels as cases, or as the parts of one. Stateless. */
public final class RowCases {
    /**
     * A row as a case. Immutable.
     *
     * @param title the title; empty if no column has one
     * @param blocks the fields of the row
     */
    public record Row(String title, List<Block> blocks) {}

    /**
     * A row as a section. Immutable.
     *
     * @param heading the name of the case in the row
     * @param text its cells with their labels
     */
    public record RowSection(String heading, String text) {}

    private RowCases() {}

    /**
     * Returns the cases in the tables of {@code blocks}; empty if their rows are no cases.
     *
     * @param isWanted whether the user wants rows to be cases; else the tables must have columns with place and title
     *     and be all of the text
     */
    public static List<Row> find(List<Block> blocks, boolean isWanted) {
        List<CaseTable> tables = CaseTable.of(blocks);
        List<CaseTable> suitable = tables.stream()
                .filter(table -> isWanted ? table.hasCases(blocks) : table.hasPlacesAndTitles())
                .toList();
        List<CaseTable> used = isWanted && suitable.isEmpty() ? tables : suitable;
        List<Row> cases = new ArrayList<>();
        int rows = 0;
        for (CaseTable table : used) {
            blocks.subList(table.from(), table.to()).forEach(row -> add(table, row, cases));
            rows += table.to() - table.from() + 1;
        }
        return isWanted || 2 * rows > blocks.size() ? cases : List.of();
    }

    /** Returns the rows that are cases within one document, by the index of their block. */
    public static Map<Integer, RowSection> sections(List<Block> blocks) {
        Map<Integer, RowSection> sections = new HashMap<>();
        for (CaseTable table : CaseTable.of(blocks)) {
            for (int at = table.from(); at < table.to() && table.hasCases(blocks); at++) {
                String name = table.name(blocks.get(at));
                if (!name.isEmpty()) {
                    sections.put(at, new RowSection(name, table.text(blocks.get(at))));
                }
            }
        }
        return sections;
    }

    private static void add(CaseTable table, Block row, List<Row> cases) {
        List<Block> fields = table.fields(row);
        if (!fields.isEmpty()) {
            String name = table.name(row);
            cases.add(new Row(name.isEmpty() ? place(fields).orElse("") : name, fields));
        }
    }

    private static Optional<String> place(List<Block> fields) {
        return Field.of(fields).stream()
                .filter(field -> field.kind() == FieldLabel.PLACE)
                .map(Field::value)
                .reduce((one, other) -> one + other);
    }
}
