package jirei.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Markdown document with one table in the syntax of GitHub; {@code <br>} separates lines within a cell. Not
 * thread-safe.
 */
final class MarkdownTable implements TableWriter {
    private final Writer out;

    MarkdownTable(OutputStream stream, ExportHead head, List<Column> columns) throws IOException {
        this.out = Utf8Writers.writer(stream);
        SectionMarkdown.writeHead(out, head);
        row(columns.stream().map(column -> Cell.of(column.label())).toList());
        out.write("|" + " --- |".repeat(columns.size()) + "\n");
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        out.write(cells.stream().map(MarkdownTable::field).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String field(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) ->
                CleanText.of(text).lines().map(Markdown::line).collect(Collectors.joining("<br>"));
            case Cell.Link(String url) -> Markdown.line(url);
            case Cell.Numeric(var value) -> value.toPlainString();
        };
    }

    @Override
    public void finish(String remark) throws IOException {
        if (!remark.isEmpty()) {
            out.write("\n※ " + Markdown.line(remark) + "\n");
        }
        out.flush();
    }
}
