package jirei.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** A Word document with one table on A4 in landscape. Not thread-safe. */
final class WordTable implements TableWriter {
    private final OutputStream out;
    private final WordFile file = new WordFile(true);
    private final XWPFTable table;

    WordTable(OutputStream stream, ExportHead head, List<Column> columns) {
        this.out = stream;
        file.head(head);
        table = file.table(columns);
    }

    @Override
    public void row(List<Cell> cells) {
        WordFile.row(table, cells.stream().map(WordTable::text).toList());
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> text;
            case Cell.Link(String url) -> url;
            case Cell.Numeric(var value) -> value.toPlainString();
        };
    }

    @Override
    public void finish(String remark) throws IOException {
        try (file) {
            file.small(remark.isEmpty() ? "" : "※ " + remark);
            file.write(out);
        }
    }
}
