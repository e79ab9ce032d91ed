package jirei.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import jirei.web.page.MarkedText;
import jirei.web.page.Part;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * A Word document on A4 with page numbers, headings that Word lists, and a Japanese font. Held in memory. Not
 * thread-safe.
 */
final class WordFile implements AutoCloseable {
    /** A4 in twentieths of a point. */
    private static final int SHORT_SIDE = 11_906;

    private static final int LONG_SIDE = 16_838;
    /** 20 mm. */
    private static final int MARGIN = 1_134;

    private static final String FONT = "游ゴシック";
    private static final int TEXT_SIZE = 10;
    private static final int SMALL_SIZE = 9;
    private static final List<Integer> HEADING_SIZES = List.of(16, 12);
    private static final String HEAD_COLOUR = "E8F1FE";
    private static final String LINK_COLOUR = "0017C1";

    private final XWPFDocument document = new XWPFDocument();
    private final int textWidth;

    /** Creates an empty document. */
    WordFile(boolean isLandscape) {
        textWidth = (isLandscape ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
        setPage(isLandscape);
        setStyles();
        setFooter();
    }

    private void setPage(boolean isLandscape) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(isLandscape ? LONG_SIDE : SHORT_SIDE));
        size.setH(BigInteger.valueOf(isLandscape ? SHORT_SIDE : LONG_SIDE));
        size.setOrient(isLandscape ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(MARGIN));
        margin.setBottom(BigInteger.valueOf(MARGIN));
        margin.setLeft(BigInteger.valueOf(MARGIN));
        margin.setRight(BigInteger.valueOf(MARGIN));
    }

    private void setStyles() {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setEastAsia(FONT);
        styles.setDefaultFonts(fonts);
        styles.setEastAsia("ja-JP");
        for (int level = 1; level <= HEADING_SIZES.size(); level++) {
            CTStyle style = CTStyle.Factory.newInstance();
            style.setType(STStyleType.PARAGRAPH);
            style.setStyleId(headingStyle(level));
            style.addNewName().setVal("heading " + level);
            style.addNewQFormat();
            style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
            styles.addStyle(new XWPFStyle(style));
        }
    }

    private static String headingStyle(int level) {
        return "Heading" + level;
    }

    private void setFooter() {
        XWPFParagraph line = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        line.setAlignment(ParagraphAlignment.CENTER);
        line.getCTP().addNewFldSimple().setInstr("PAGE");
        line.createRun().setText(" / ");
        line.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    /** Appends the title and the lines of {@code head}. */
    void head(ExportHead head) {
        heading(1, head.title());
        head.facts().forEach(this::small);
    }

    /**
     * Appends a heading.
     *
     * @param level 1 or 2
     */
    void heading(int level, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(headingStyle(level));
        paragraph.setKeepNext(true);
        paragraph.setSpacingBefore(level == 1 ? 0 : 240);
        paragraph.setSpacingAfter(60);
        XWPFRun run = run(paragraph, CleanText.line(text), HEADING_SIZES.get(level - 1));
        run.setBold(true);
    }

    /** Appends a paragraph. */
    void text(MarkedText text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingAfter(60);
        for (Part part : text.parts()) {
            XWPFRun run = run(paragraph, CleanText.joined(part.text()), TEXT_SIZE);
            if (part instanceof Part.Match) {
                run.setBold(true);
                run.setTextHighlightColor("yellow");
            }
        }
    }

    /** Appends a paragraph in small letters; nothing if it is empty. */
    void small(String text) {
        if (!text.isEmpty()) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setSpacingAfter(20);
            run(paragraph, CleanText.line(text), SMALL_SIZE);
        }
    }

    /** Appends a line in small letters that stays with the text below, as a heading does. */
    void subheading(String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingAfter(20); // creates the properties that keepNext needs
        paragraph.setKeepNext(true);
        run(paragraph, CleanText.line(text), SMALL_SIZE);
    }

    /** Appends {@code url} as a link. */
    void link(String url) {
        XWPFParagraph paragraph = document.createParagraph();
        XWPFHyperlinkRun run = paragraph.createHyperlinkRun(url);
        run.setText(url);
        run.setFontSize(SMALL_SIZE);
        run.setColor(LINK_COLOUR);
    }

    /** Appends a table with its header row, which is repeated on each page. */
    XWPFTable table(List<Column> columns) {
        XWPFTable table = document.createTable(1, columns.size());
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        int all = columns.stream().mapToInt(Column::width).sum();
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        columns.forEach(
                column -> grid.addNewGridCol().setW(BigInteger.valueOf((long) textWidth * column.width() / all)));
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int at = 0; at < columns.size(); at++) {
            XWPFTableCell cell = head.getCell(at);
            cell.setColor(HEAD_COLOUR);
            run(cell.getParagraphArray(0), columns.get(at).label(), SMALL_SIZE).setBold(true);
        }
        return table;
    }

    /** Appends a row to {@code table}, with a paragraph for each line of a cell. It is not divided between pages. */
    static void row(XWPFTable table, List<String> cells) {
        XWPFTableRow row = table.createRow();
        row.setCantSplitRow(true);
        for (int at = 0; at < cells.size(); at++) {
            XWPFTableCell cell = row.getCell(at);
            List<String> lines = CleanText.of(cells.get(at)).lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                XWPFParagraph paragraph = line == 0 ? cell.getParagraphArray(0) : cell.addParagraph();
                run(paragraph, lines.get(line), SMALL_SIZE);
            }
        }
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, int size) {
        XWPFRun run = paragraph.createRun();
        run.setFontSize(size);
        run.setText(text);
        return run;
    }

    /** Writes the document to {@code out}, which is not closed. */
    void write(OutputStream out) throws IOException {
        document.write(out);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
