package jirei.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180), with the byte order mark that Excel needs to read UTF-8. What a spreadsheet would take for a
 * formula is led in by an apostrophe, as OWASP advises against CSV injection.
 */
final class CsvTable implements TableWriter {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern LIKE_FORMULA = Pattern.compile("^[=+\\-@\t\n＝＋－＠]");
    private static final Pattern QUOTED = Pattern.compile("[\",\n]|^\\s|\\s$");

    private final Writer out;
    private final int columns;

    CsvTable(OutputStream stream, List<Column> columns) throws IOException {
        this.out = Utf8Writers.writer(stream);
        this.columns = columns.size();
        out.write(BYTE_ORDER_MARK);
        row(columns.stream().map(column -> Cell.of(column.label())).toList());
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        out.write(cells.stream().map(CsvTable::field).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    private static String field(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> quoted(safe(CleanText.of(text)));
            case Cell.Amount(var value) -> value.toPlainString();
        };
    }

    private static String safe(String text) {
        return LIKE_FORMULA.matcher(text).find() ? "'" + text : text;
    }

    private static String quoted(String text) {
        return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public void finish(String remark) throws IOException {
        if (!remark.isEmpty()) {
            List<Cell> cells = new ArrayList<>(Collections.nCopies(columns, Cell.of("")));
            cells.set(0, Cell.of("※ " + remark));
            row(cells);
        }
        out.flush();
    }
}
