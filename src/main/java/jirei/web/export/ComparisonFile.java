package jirei.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.web.page.compare.Comparison;

/**
 * Writes a comparison as a table with one column for each case and the full text of each section. A Word document has
 * excerpts in place of the text and a row for each section, so that no row is longer than a page and each has its label.
 * Stateless.
 */
public final class ComparisonFile {
    /** The columns of group and label, which come before the cases. */
    private static final int FROZEN_COLUMNS = 2;

    private static final int GROUP_WIDTH = 12;
    private static final int LABEL_WIDTH = 16;
    private static final int CASE_WIDTH = 40;
    private static final String NOTHING = "記載なし";
    private static final String EXCERPTS = "記述は、はじめの部分です。全文は、CSV、Excel、Markdown のファイルに入ります。";

    private ComparisonFile() {}

    /**
     * Writes {@code comparison} in {@code format} to {@code out}, which is not closed.
     *
     * @param citations the citation of each case, in the order of the columns
     * @throws IllegalArgumentException if the format has no tables
     * @throws IOException if writing fails
     */
    public static void write(
            Comparison comparison, List<String> citations, ExportFormat format, ExportHead head, OutputStream out)
            throws IOException {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("区分", GROUP_WIDTH));
        columns.add(new Column("項目", LABEL_WIDTH));
        comparison.heads().forEach(one -> columns.add(new Column(one.name(), CASE_WIDTH)));
        TableWriter table = format.table(out, head, columns, FROZEN_COLUMNS);
        table.row(cells("事例", "事例の題", comparison.heads().stream().map(Comparison.Head::title)));
        for (Comparison.Group group : comparison.groups()) {
            for (Comparison.Row row : group.rows()) {
                write(table, group.label(), row, format == ExportFormat.WORD);
            }
        }
        table.row(cells("出典", "引用", citations.stream()));
        table.finish(Stream.concat(
                        Stream.of(format == ExportFormat.WORD ? EXCERPTS : ""),
                        comparison.groups().stream()
                                .filter(group -> !group.remark().isEmpty())
                                .map(group -> group.label() + "：" + group.remark()))
                .filter(remark -> !remark.isEmpty())
                .collect(Collectors.joining("　")));
    }

    private static void write(TableWriter table, String group, Comparison.Row row, boolean hasExcerpts)
            throws IOException {
        if (!hasExcerpts) {
            table.row(cells(group, row.label(), row.cells().stream().map(ComparisonFile::text)));
            return;
        }
        int sections = row.cells().stream()
                .mapToInt(cell -> cell.entries().size())
                .max()
                .orElse(0);
        for (int at = 0; at < Math.max(1, sections); at++) {
            int section = at;
            table.row(cells(group, row.label(), row.cells().stream().map(cell -> excerpt(cell, section))));
        }
    }

    /** Returns the excerpt of a section of {@code cell}; a cell without sections has its text in the first row. */
    private static String excerpt(Comparison.Cell cell, int section) {
        if (cell.entries().isEmpty()) {
            return section == 0 ? text(cell) : "";
        }
        return section < cell.entries().size()
                ? text(
                        cell.entries().get(section),
                        cell.entries().get(section).excerpt().text())
                : "";
    }

    private static String text(Comparison.Entry entry, String text) {
        return ("【" + entry.heading().text() + "】\n" + text).strip();
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
                        Stream.of(cell.text() + basis), cell.entries().stream().map(entry -> text(entry, entry.text())))
                .filter(text -> !text.isEmpty())
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }
}
