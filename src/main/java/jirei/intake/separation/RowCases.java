package jirei.intake.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jirei.intake.facts.Field;
import jirei.intake.facts.FieldLabel;
import jirei.intake.source.Block;

/** Reads the rows of a table below a row of labels as cases. Stateless. */
public final class RowCases {
    private static final int MIN_ROWS = 3;

    /**
     * A row as a case. Immutable.
     *
     * @param title the title; empty if no column has one
     * @param blocks the fields of the row
     */
    public record Row(String title, List<Block> blocks) {}

    private RowCases() {}

    /**
     * Returns the cases in the tables of {@code blocks}; empty if their rows are no cases.
     *
     * @param isWanted whether the user wants rows to be cases; else the tables must have columns with place and title
     *     and be all of the text
     */
    public static List<Row> find(List<Block> blocks, boolean isWanted) {
        List<Row> cases = new ArrayList<>();
        int rows = 0;
        int at = 0;
        while (at < blocks.size()) {
            int end = at;
            while (end < blocks.size() && blocks.get(end).kind() == Block.Kind.ROW) {
                end++;
            }
            if (end - at >= MIN_ROWS && isLabelRow(blocks.get(at), isWanted)) {
                addTable(blocks.subList(at, end), cases);
                rows += end - at;
            }
            at = end == at ? at + 1 : end;
        }
        return isWanted || 2 * rows > blocks.size() ? cases : List.of();
    }

    private static boolean isLabelRow(Block block, boolean isWanted) {
        List<FieldLabel> labels = block.cells().stream().map(RowCases::kind).toList();
        return isWanted
                ? block.cells().size() > 1
                : labels.contains(FieldLabel.PLACE) && labels.contains(FieldLabel.TITLE);
    }

    private static FieldLabel kind(String label) {
        return new Field(0, Field.label(label), "").kind();
    }

    private static void addTable(List<Block> table, List<Row> cases) {
        List<String> labels = table.getFirst().cells();
        for (Block row : table.subList(1, table.size())) {
            List<Block> fields = new ArrayList<>();
            String title = "";
            for (int column = 0; column < Math.min(labels.size(), row.cells().size()); column++) {
                String value = row.cells().get(column);
                if (value.isEmpty()) {
                    continue;
                }
                boolean isTitle = kind(labels.get(column)) == FieldLabel.TITLE && title.isEmpty();
                title = isTitle ? value : title;
                fields.add(Block.row(List.of(labels.get(column), value), row.place()));
            }
            if (!fields.isEmpty()) {
                cases.add(new Row(title.isEmpty() ? place(fields).orElse("") : title, fields));
            }
        }
    }

    private static Optional<String> place(List<Block> fields) {
        return Field.of(fields).stream()
                .filter(field -> field.kind() == FieldLabel.PLACE)
                .map(Field::value)
                .reduce((one, other) -> one + other);
    }
}
