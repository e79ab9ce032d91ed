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
 * Comma-separated values (RFC 4180) with the byte order mark that Excel needs to detect UTF-8. Text that a spreadsheet
 * would evaluate as a formula is prefixed with an apostrophe, as OWASP recommends against CSV injection. Not
 * thread-safe.
 *
 * <p>Not written with Commons CSV, which also quotes text that starts with {@code !} or {@code #}, and the first field
 * of a record if it is empty.
 */
final class CsvTable implements TableWriter {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern FORMULA_START = Pattern.compile("^[=+\\-@\t\n＝＋－＠]");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\n]|^\\s|\\s$");

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
            case Cell.Text(String text) -> quoted(withoutFormula(CleanText.of(text)));
            case Cell.Link(String url) -> quoted(withoutFormula(CleanText.of(url)));
            case Cell.Numeric(var value) -> value.toPlainString();
        };
    }

    private static String withoutFormula(String text) {
        return FORMULA_START.matcher(text).find() ? "'" + text : text;
    }

    private static String quoted(String text) {
        return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
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
