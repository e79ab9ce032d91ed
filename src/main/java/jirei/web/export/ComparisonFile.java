package jirei.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.web.page.compare.Comparison;

/** Writes a comparison as a table with one column for each case and the full text of each section. Stateless. */
public final class ComparisonFile {
    /** The columns of group and label, which come before the cases. */
    private static final int FROZEN_COLUMNS = 2;

    private static final int GROUP_WIDTH = 16;
    private static final int LABEL_WIDTH = 22;
    private static final int CASE_WIDTH = 50;
    private static final String NOTHING = "記載なし";

    private ComparisonFile() {}

    /**
     * Writes {@code comparison} in {@code format} to {@code out}, which is not closed.
     *
     * @throws IllegalArgumentException if the format has no tables
     * @throws IOException if writing fails
     */
    public static void write(Comparison comparison, ExportFormat format, ExportHead head, OutputStream out)
            throws IOException {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("区分", GROUP_WIDTH));
        columns.add(new Column("項目", LABEL_WIDTH));
        comparison.heads().forEach(one -> columns.add(new Column(one.name(), CASE_WIDTH)));
        TableWriter table = format.table(out, head, columns, FROZEN_COLUMNS);
        table.row(cells("事例", "事例の題", comparison.heads().stream().map(Comparison.Head::title)));
        for (Comparison.Group group : comparison.groups()) {
            for (Comparison.Row row : group.rows()) {
                table.row(cells(group.label(), row.label(), row.cells().stream().map(ComparisonFile::text)));
            }
        }
        table.finish(comparison.groups().stream()
                .filter(group -> !group.remark().isEmpty())
                .map(group -> group.label() + "：" + group.remark())
                .collect(Collectors.joining("　")));
    }

    private static List<Cell> cells(String group, String label, Stream<String> texts) {
        return Stream.concat(Stream.of(group, label), texts).map(Cell::of).toList();
    }

    private static String text(Comparison.Cell cell) {
        if (cell.isEmpty()) {
            return NOTHING;
        }
        String basis = cell.basis().isEmpty() ? "" : "（" + cell.basis() + "）";
        return Stream.concat(
                        Stream.of(cell.text() + basis),
                        cell.entries().stream()
                                .map(entry -> "【" + entry.heading().text() + "】\n" + entry.text()))
                .filter(text -> !text.isEmpty())
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }
}
