package jirei.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbooks as Apache POI reads them. */
class XlsxTest {
    private static final int HEADING = 9;
    private static final int TEXT = 10;
    private static final int AGEING_RATE = 17;

    private static Sheet table(ExportedSection... sections) throws IOException {
        return workbook("", sections).getSheetAt(0);
    }

    private static XSSFWorkbook workbook(String remark, ExportedSection... sections) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Exported.bytes(ExportFormat.XLSX, remark, sections)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+81",
                "-2",
                "@SUM(A1)",
                "＝1",
                "=HYPERLINK(\"https://example.org\")",
                "<b>&amp;\"",
                "'a",
                "]]>",
                "_x0041_"
            })
    void textIsAlwaysStoredAsText(String text) throws IOException {
        Cell cell = table(Exported.section(text, "灯")).getRow(1).getCell(HEADING);

        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getRichStringCellValue().getString()).isEqualTo(text);
    }

    @Test
    void controlCharactersAreRemoved() throws IOException {
        Sheet sheet = table(Exported.section("𠮷\u0002\u0001田\uD842\0", "一行目。\n二行目。"));

        assertThat(sheet.getRow(1).getCell(HEADING).getStringCellValue()).isEqualTo("𠮷田\uFFFD\uFFFD");
        assertThat(sheet.getRow(1).getCell(TEXT).getStringCellValue()).isEqualTo("一行目。\n二行目。");
    }

    @Test
    void figuresAreNumbersAndTheHeaderIsFrozen() throws IOException {
        Sheet sheet = table(Exported.section("夜", "灯"));

        assertThat(sheet.getRow(0).getCell(AGEING_RATE).getStringCellValue()).isEqualTo("高齢化率（%）");
        assertThat(sheet.getRow(1).getCell(AGEING_RATE).getNumericCellValue()).isEqualTo(38.5);
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
        assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 3);
    }

    @Test
    void overlongTextIsTruncatedWithANote() throws IOException {
        String text = "𠮷".repeat(20_000);

        String read =
                table(Exported.section("長い", text)).getRow(1).getCell(TEXT).getStringCellValue();

        assertThat(read).hasSizeLessThanOrEqualTo(32_767).startsWith("𠮷𠮷").endsWith("…（以下略。Excel のセルに入る長さをこえるため）");
        assertThat(read).doesNotContain("\uFFFD");
    }

    @Test
    void theSecondSheetDescribesTheTable() throws IOException {
        XSSFWorkbook workbook = workbook("全3件のうち、はじめの1件です。", Exported.section("夜", "灯"));
        Sheet about = workbook.getSheet("この表について");

        assertThat(about.getRow(0).getCell(0).getStringCellValue()).isEqualTo("「灯台」の検索結果");
        assertThat(about.getRow(2).getCell(0).getStringCellValue()).isEqualTo("※ 全3件のうち、はじめの1件です。");
        assertThat(workbook.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
                .isEqualTo("※ 全3件のうち、はじめの1件です。");
    }

    @Test
    void theTablePrintsOnA4AsWideAsThePage() throws IOException {
        XSSFWorkbook workbook = workbook("", Exported.section("夜", "灯"));
        Sheet sheet = workbook.getSheetAt(0);

        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
        assertThat(sheet.getFooter().getCenter()).contains("游ゴシック").endsWith("&P / &N");
        assertThat(workbook.getFontAt(0).getFontName()).isEqualTo("游ゴシック");
        assertThat(((XSSFSheet) sheet).getCTWorksheet().getAutoFilter().getRef())
                .isEqualTo("A1:V2");
    }

    /** At its full size a page takes 130 characters of 11 points across. */
    @Test
    void printedCharactersHaveAReadableSize() throws IOException {
        XSSFWorkbook workbook = workbook("", Exported.section("夜", "灯"));
        Sheet sheet = workbook.getSheetAt(0);

        assertThat(workbook.getPrintArea(0)).endsWith("$A$1:$K$2");
        assertThat(sheet.getRow(0).getCell(10).getStringCellValue()).isEqualTo("本文");
        int characters = IntStream.range(0, 11)
                .map(column -> sheet.getColumnWidth(column) / 256)
                .sum();
        assertThat(11.0 * 130 / characters).isGreaterThan(7.5);
    }

    @Test
    void linksAreLinks() throws IOException {
        Cell cell = table(Exported.section("夜", "灯")).getRow(1).getCell(21);

        assertThat(cell.getHyperlink().getAddress()).isEqualTo("http://localhost:7070/cases/invented-1#s1");
        assertThat(cell.getStringCellValue()).isEqualTo("http://localhost:7070/cases/invented-1#s1");
    }

    @Test
    void manyRowsAreWritten() throws IOException {
        var sections = new ExportedSection[175];
        java.util.Arrays.setAll(sections, i -> Exported.section("第" + i + "夜", "灯"));

        Sheet sheet = table(sections);

        assertThat(sheet.getLastRowNum()).isEqualTo(175);
        assertThat(sheet.getRow(175).getCell(HEADING).getStringCellValue()).isEqualTo("第174夜");
    }
}
