package jirei.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Excel workbook: the table, and a second sheet that says what it is. Text is stored as text, so that no formula can arise. */
final class XlsxTable implements TableWriter {
    /** The most UTF-16 code units that Excel takes in a cell. */
    private static final int MAX_TEXT_LENGTH = 32_767;

    /** What Excel would read as a character by its number: _x0041_ is A. */
    private static final Pattern LIKE_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final String CUT = "…（以下略。Excel のセルに入る長さをこえるため）";
    private static final int ROWS_IN_MEMORY = 50;
    /** In points: some four lines. */
    private static final double ROW_HEIGHT = 66;

    private static final int WIDTH_OF_FACTS = 100;
    private static final String HEAD_COLOUR = "E8F1FE";

    private final Workbook workbook;
    private final Worksheet sheet;
    private final ExportHead head;
    private final int columns;
    private int rows = 1;

    XlsxTable(OutputStream stream, ExportHead head, List<Column> columns, int frozenColumns) {
        this.workbook = new Workbook(stream, "Jirei", null);
        this.sheet = workbook.newWorksheet("一覧");
        this.head = head;
        this.columns = columns.size();
        for (int at = 0; at < columns.size(); at++) {
            sheet.width(at, columns.get(at).width());
            sheet.inlineString(0, at, columns.get(at).label());
        }
        sheet.range(0, 0, 0, this.columns - 1)
                .style()
                .bold()
                .fillColor(HEAD_COLOUR)
                .verticalAlignment("top")
                .wrapText(true)
                .set();
        sheet.freezePane(frozenColumns, 1);
        sheet.pageOrientation("landscape");
        sheet.repeatRows(0);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        for (int at = 0; at < cells.size(); at++) {
            switch (cells.get(at)) {
                case Cell.Text(String text) when text.isEmpty() -> {}
                case Cell.Text(String text) -> sheet.inlineString(rows, at, fitting(plain(text)));
                case Cell.Amount(var value) -> sheet.value(rows, at, value);
            }
        }
        sheet.range(rows, 0, rows, columns - 1)
                .style()
                .verticalAlignment("top")
                .wrapText(true)
                .set();
        sheet.rowHeight(rows, ROW_HEIGHT);
        rows++;
        if (rows % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private static String plain(String text) {
        return LIKE_ESCAPE.matcher(CleanText.of(text)).replaceAll("_x005F_");
    }

    private static String fitting(String text) {
        if (text.length() <= MAX_TEXT_LENGTH) {
            return text;
        }
        int end = MAX_TEXT_LENGTH - CUT.length();
        return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + CUT;
    }

    @Override
    public void finish(String remark) throws IOException {
        int last = rows - 1;
        if (!remark.isEmpty()) {
            sheet.inlineString(rows, 0, "※ " + remark);
        }
        if (last > 0) {
            sheet.setAutoFilter(0, 0, last, columns - 1);
        }
        sheet.finish();
        about(remark);
        workbook.finish();
    }

    private void about(String remark) throws IOException {
        Worksheet about = workbook.newWorksheet("この表について");
        about.width(0, WIDTH_OF_FACTS);
        int row = 0;
        about.inlineString(row, 0, fitting(plain(CleanText.line(head.title()))));
        about.style(row, 0).bold().set();
        for (String fact : head.facts()) {
            about.inlineString(++row, 0, fitting(plain(CleanText.line(fact))));
        }
        if (!remark.isEmpty()) {
            about.inlineString(++row, 0, "※ " + remark);
        }
        about.finish();
    }
}
