package jirei.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An Excel workbook with the table and a second sheet that describes it. Text cells have the type string, so that no
 * text becomes a formula. Not thread-safe.
 */
final class XlsxTable implements TableWriter {
    /** The maximum length of a cell in Excel, in UTF-16 code units. */
    private static final int MAX_TEXT_LENGTH = 32_767;

    /** Excel decodes _x0041_ in a string to the character A. */
    private static final Pattern ESCAPE_PREFIX = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final String TRUNCATION_NOTE = "…（以下略。Excel のセルに入る長さをこえるため）";
    private static final int ROWS_IN_MEMORY = 50;
    /** In points: about four lines. */
    private static final double ROW_HEIGHT = 66;

    private static final int MAX_LINK_LENGTH = 2_079;
    /** A font of every Excel in Japanese. */
    private static final String FONT = "游ゴシック";

    private static final double FONT_SIZE = 11;
    private static final int FOOTER_SIZE = 9;
    /** In inches: 10 mm at the sides, 15 mm above and below. */
    private static final float SIDE_MARGIN = 0.4f;

    private static final float END_MARGIN = 0.6f;

    /** The name that Excel gives to the printed cells of a sheet. */
    private static final String PRINT_AREA = "_xlnm.Print_Area";

    private static final int FACT_WIDTH = 100;
    private static final String HEADER_COLOUR = "E8F1FE";

    private final Workbook workbook;
    private final Worksheet sheet;
    private final ExportHead head;
    private final int columns;
    private final int printedColumns;
    private int rows = 1;

    XlsxTable(OutputStream stream, ExportHead head, List<Column> columns, int frozenColumns) {
        this.workbook = new Workbook(stream, "Jirei", null);
        workbook.setGlobalDefaultFont(FONT, FONT_SIZE);
        this.sheet = workbook.newWorksheet("一覧");
        this.head = head;
        this.columns = columns.size();
        this.printedColumns =
                (int) columns.stream().takeWhile(Column::isPrinted).count();
        for (int at = 0; at < columns.size(); at++) {
            sheet.width(at, columns.get(at).width());
            sheet.inlineString(0, at, columns.get(at).label());
        }
        sheet.range(0, 0, 0, this.columns - 1)
                .style()
                .bold()
                .fillColor(HEADER_COLOUR)
                .verticalAlignment("top")
                .wrapText(true)
                .set();
        sheet.freezePane(frozenColumns, 1);
        setPage(sheet);
        sheet.repeatRows(0);
    }

    /** A4 in landscape, as wide as the printed columns and as many pages long as it needs, with page numbers. */
    private static void setPage(Worksheet printed) {
        printed.paperSize(PaperSize.A4_PAPER);
        printed.pageOrientation("landscape");
        printed.setFitToPage(true);
        printed.fitToWidth((short) 1);
        printed.fitToHeight((short) 0);
        printed.leftMargin(SIDE_MARGIN);
        printed.rightMargin(SIDE_MARGIN);
        printed.topMargin(END_MARGIN);
        printed.bottomMargin(END_MARGIN);
        printed.footer("&P / &N", Position.CENTER, FONT, FOOTER_SIZE);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        for (int at = 0; at < cells.size(); at++) {
            switch (cells.get(at)) {
                case Cell.Text(String text) when text.isEmpty() -> {}
                case Cell.Text(String text) -> sheet.inlineString(rows, at, truncated(escaped(text)));
                case Cell.Link(String url) -> link(at, url);
                case Cell.Numeric(var value) -> sheet.value(rows, at, value);
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

    /** Excel rejects the whole workbook for a link that is too long. */
    private void link(int column, String url) {
        if (url.length() <= MAX_LINK_LENGTH) {
            sheet.hyperlink(rows, column, new HyperLink(escaped(url)));
        } else {
            sheet.inlineString(rows, column, truncated(escaped(url)));
        }
    }

    private static String escaped(String text) {
        return ESCAPE_PREFIX.matcher(CleanText.of(text)).replaceAll("_x005F_");
    }

    private static String truncated(String text) {
        if (text.length() <= MAX_TEXT_LENGTH) {
            return text;
        }
        int end = MAX_TEXT_LENGTH - TRUNCATION_NOTE.length();
        return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + TRUNCATION_NOTE;
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
        int lastPrinted = remark.isEmpty() ? last : rows;
        sheet.range(0, 0, lastPrinted, printedColumns - 1).setName(PRINT_AREA);
        sheet.finish();
        writeDescriptionSheet(remark);
        workbook.finish();
    }

    private void writeDescriptionSheet(String remark) throws IOException {
        Worksheet about = workbook.newWorksheet("この表について");
        about.width(0, FACT_WIDTH);
        setPage(about);
        int row = 0;
        about.inlineString(row, 0, truncated(escaped(CleanText.line(head.title()))));
        about.style(row, 0).bold().set();
        for (String fact : head.facts()) {
            about.inlineString(++row, 0, truncated(escaped(CleanText.line(fact))));
        }
        if (!remark.isEmpty()) {
            about.inlineString(++row, 0, "※ " + remark);
        }
        about.finish();
    }
}
