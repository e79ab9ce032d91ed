package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jirei.cases.CaseStudy;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.table.ColumnChoice;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In spreadsheets, CSV and TSV a row is a case, with or without titles above the header. */
class TablesTest {
    private static final String CSV =
            """
            No,都道府県,市町村,人口（人）,事業名,概要,効果,年度
            1,島根県,杉谷村,"1,204",朝の送迎,"医院まで車を出す。
            村が運転する。",欠席が減った,令和2年度
            2,高知県,滝本町,"9,310",配食の見守り,昼に弁当を届ける。,異変に早く気づいた,R3
            """;

    @TempDir
    private Path folder = Path.of("");

    private static ImportResult read(Path file) throws Exception {
        return Intake.read(file, Lexicon.shipped());
    }

    private Path write(Workbook workbook) throws IOException {
        Path file = folder.resolve("list.bin");
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    private static void add(Sheet sheet, int number, Object... cells) {
        Row row = sheet.createRow(number);
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof Number value) {
                row.createCell(column).setCellValue(value.doubleValue());
            } else {
                row.createCell(column).setCellValue((String) cells[column]);
            }
        }
    }

    private static BigDecimal population(CaseStudy found) {
        return found.region().of(RegionFigure.POPULATION).orElseThrow().value();
    }

    private static void assertAreBothCases(ImportResult read) {
        assertThat(read.cases()).extracting(CaseStudy::title).containsExactly("朝の送迎", "配食の見守り");
        assertThat(read.cases())
                .extracting(CaseStudy::prefecture)
                .containsExactly(Prefecture.SHIMANE, Prefecture.KOCHI);
        assertThat(read.cases()).extracting(CaseStudy::place).containsExactly("杉谷村", "滝本町");
        assertThat(read.cases()).extracting(CaseStudy::year).containsExactly(2020, 2021);
        assertThat(read.cases())
                .extracting(TablesTest::population)
                .containsExactly(new BigDecimal(1204), new BigDecimal(9310));
        assertThat(read.cases().getFirst().sections())
                .extracting(Section::heading)
                .containsExactly("概要", "効果");
        assertThat(read.cases().getFirst().sections().getFirst().text()).isEqualTo("医院まで車を出す。\n村が運転する。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j", "UTF-16", "EUC-JP"})
    void aRowOfACsvFileIsACase(String encoding) throws Exception {
        Path file = Files.write(folder.resolve("list.csv"), CSV.getBytes(Charset.forName(encoding)));

        assertAreBothCases(read(file));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
        Path file = Files.writeString(folder.resolve("list.csv"), "\uFEFF" + CSV);

        assertThat(read(file).cases()).extracting(CaseStudy::number).containsExactly(1, 2);
    }

    @Test
    void tabsSeparateColumnsToo() throws Exception {
        String text =
                CSV.replace("\"1,204\"", "1204").replace("\"9,310\"", "9310").replace(',', '\t');

        assertAreBothCases(read(Files.writeString(folder.resolve("list.tsv"), text)));
    }

    @Test
    void titlesAboveTheHeaderNeedNoSeparators() throws Exception {
        String text = "令和2年度　取組の一覧\n（各村の報告）\n\n" + CSV;

        ImportResult read = read(Files.writeString(folder.resolve("list.csv"), text));

        assertAreBothCases(read);
    }

    @Test
    void textWithCommasIsNoTable() throws Exception {
        String text = "朝の送迎\n\n村は、医師会, 薬剤師会, 社協と車を出す。\n費用は, 村が負担する。\n";

        assertThat(read(Files.writeString(folder.resolve("talk.txt"), text)).cases())
                .hasSize(1);
    }

    private static void addList(Workbook workbook) {
        Sheet sheet = workbook.createSheet("送迎");
        add(sheet, 0, "島根県の取組一覧（令和２年度）");
        add(sheet, 2, "地域", "", "事業", "", "人口\n（人）");
        add(sheet, 3, "市町村", "圏域", "名称", "内容", "");
        add(sheet, 4, "杉谷村", "東部", "朝の送迎", "医院まで車を出す。", 1204);
        add(sheet, 5, "", "", "配食の見守り", "昼に弁当を届ける。", "");
        add(sheet, 6, "合計", "", "", "", 1204);
        add(sheet, 7, "※人口は住民基本台帳による。");
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 0, 1));
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 2, 3));
        sheet.addMergedRegion(new CellRangeAddress(2, 3, 4, 4));
        sheet.addMergedRegion(new CellRangeAddress(4, 5, 0, 0));
        sheet.addMergedRegion(new CellRangeAddress(4, 5, 4, 4));
        Sheet other = workbook.createSheet("病院");
        add(other, 0, "都道府県", "市町村", "取組名", "課題");
        add(other, 1, "高知県", "滝本町", "夕方の回診", "医師が足りない。");
        add(workbook.createSheet("注意"), 0, "数字は概数。");
        add(workbook.createSheet("候補"), 0, "都道府県", "事業名", "概要");
        workbook.setSheetHidden(3, true);
    }

    private static void assertIsList(ImportResult read) {
        assertThat(read.cases()).extracting(CaseStudy::title).containsExactly("朝の送迎", "配食の見守り", "夕方の回診");
        assertThat(read.cases()).extracting(CaseStudy::place).containsExactly("杉谷村", "杉谷村", "滝本町");
        assertThat(read.cases())
                .extracting(CaseStudy::prefecture)
                .containsExactly(Prefecture.SHIMANE, Prefecture.SHIMANE, Prefecture.KOCHI);
        assertThat(read.cases()).extracting(CaseStudy::year).containsExactly(2020, 2020, null);
        assertThat(population(read.cases().get(1))).isEqualByComparingTo("1204");
        assertThat(read.cases().getFirst().section("s4")).hasValueSatisfying(section -> {
            assertThat(section.heading()).isEqualTo("内容");
            assertThat(section.kind()).isEqualTo(SectionKind.LEAD);
        });
        assertThat(read.warnings())
                .extracting(ImportWarning::message)
                .contains(
                        "シート「送迎」: 列を次のように読みました（市町村=市町村、題=名称、人口=人口（人）、節=圏域・内容）。違うときは --columns で指定してください。",
                        "「合計」の行は、どの事例にも入れませんでした。",
                        "シート「注意」: 事例の表ではないため、どの事例にも入れませんでした。")
                .noneMatch(message -> message.contains("候補"));
    }

    @Test
    void titlesAboveTheHeaderTwoLinesMergedCellsAndSeveralSheetsAreRead() throws Exception {
        var workbook = new XSSFWorkbook();
        addList(workbook);

        assertIsList(read(write(workbook)));
    }

    @Test
    void oldExcelFilesAreReadAsNewOnes() throws Exception {
        var workbook = new HSSFWorkbook();
        addList(workbook);

        assertIsList(read(write(workbook)));
    }

    @Test
    void theRowsOfAMergedTitleAreOneCase() throws Exception {
        var workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("一覧");
        add(sheet, 0, "取組名", "市町村", "参加機関");
        add(sheet, 1, "朝の送迎", "杉谷村", "杉谷医院");
        add(sheet, 2, "", "", "杉谷薬局");
        sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));

        List<CaseStudy> found = read(write(workbook)).cases();

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().sections().getFirst().text()).isEqualTo("杉谷医院\n杉谷薬局");
    }

    @Test
    void aFormIsOneCase() throws Exception {
        var workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("様式");
        add(sheet, 0, "様式１　取組の報告");
        add(sheet, 1, "都道府県", "島根県", "", "市町村", "杉谷村", "", "担当課", "福祉の係");
        add(sheet, 2, "事業名", "朝の送迎");
        add(sheet, 3, "概要", "医院まで車を出す。");
        add(sheet, 4, "", "村が運転する。");
        add(sheet, 5, "苦労したこと", "雪の日は出られない。");

        List<CaseStudy> found = read(write(workbook)).cases();

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().title()).isEqualTo("朝の送迎");
        assertThat(found.getFirst().place()).isEqualTo("杉谷村");
        assertThat(found.getFirst().sections()).extracting(Section::heading).containsExactly("担当課", "概要", "苦労したこと");
        assertThat(found.getFirst().sections().get(1).text()).isEqualTo("医院まで車を出す。\n村が運転する。");
    }

    @Test
    void columnsWithoutAKnownNameAreMatchedByTheirContents() throws Exception {
        String text = "どこ,なに,くわしく\n島根県杉谷村,朝の送迎,医院まで車を出す。\n高知県滝本町,配食の見守り,昼に弁当を届ける。\n";

        List<CaseStudy> found =
                read(Files.writeString(folder.resolve("list.csv"), text)).cases();

        assertThat(found).extracting(CaseStudy::title).containsExactly("朝の送迎", "配食の見守り");
        assertThat(found).extracting(CaseStudy::place).containsExactly("杉谷村", "滝本町");
    }

    @Test
    void anOrganizationAmongPlacesIsNoPlace() throws Exception {
        String text = "事業名,実施主体,概要\n朝の送迎,杉谷村,車を出す。\n配食,滝本町,昼に届ける。\n体操,滝本町の体操の会,集まる。\n";

        List<CaseStudy> found =
                read(Files.writeString(folder.resolve("list.csv"), text)).cases();

        assertThat(found).extracting(CaseStudy::place).containsExactly("杉谷村", "滝本町", "");
        assertThat(found.getLast().sections()).extracting(Section::heading).containsExactly("実施主体", "概要");
    }

    @Test
    void theUserChoosesColumns() throws Exception {
        Path file = Files.writeString(folder.resolve("list.csv"), CSV);
        var intake = new Intake(Lexicon.shipped(), ColumnChoice.parse("題=効果、使わない=概要,節=年度,節=ない列"));

        ImportResult read = intake.read(SourceFile.of(file));

        assertThat(read.cases()).extracting(CaseStudy::title).containsExactly("欠席が減った", "異変に早く気づいた");
        assertThat(read.cases().getFirst().sections())
                .extracting(Section::heading)
                .containsExactly("事業名", "年度");
        assertThat(read.warnings())
                .extracting(ImportWarning::message)
                .contains("--columns の列「ない列」が表にありません。列の名前を確かめてください。");
        assertThatThrownBy(() -> ColumnChoice.parse("だい=効果")).hasMessageContaining("「だい=効果」は「項目=列の名前」の形ではありません");
    }

    @Test
    void anOpenDocumentSpreadsheetIsReadWithRepeatedAndSpannedCells() throws Exception {
        String xml = "<table:table table:name='一覧'>"
                + row("<table:table-cell/>" + cell("都道府県") + cell("市町村") + cell("事業名") + cell("概要"))
                + row("<table:table-cell table:number-columns-repeated='1'/>"
                        + "<table:table-cell table:number-rows-spanned='2'><text:p>島根県</text:p></table:table-cell>"
                        + cell("杉谷村") + cell("朝の送迎") + cell("医院まで</text:p><text:p>車を出す。"))
                + row("<table:table-cell/><table:covered-table-cell/>" + cell("滝本町") + cell("配食の見守り") + cell("昼に届ける。"))
                + "<table:table-row table:number-rows-repeated='1048570'><table:table-cell"
                + " table:number-columns-repeated='16384'/></table:table-row></table:table>";

        List<CaseStudy> found = read(spreadsheet(xml)).cases();

        assertThat(found).extracting(CaseStudy::title).containsExactly("朝の送迎", "配食の見守り");
        assertThat(found).extracting(CaseStudy::prefecture).containsOnly(Prefecture.SHIMANE);
        assertThat(found.getFirst().sections().getFirst().text()).isEqualTo("医院まで\n車を出す。");
    }

    @Test
    void manyRowsAreRefusedWithTheLimit() throws Exception {
        String repeated = "<table:table-row table:number-rows-repeated='900'>" + cell("村") + cell("送迎") + cell("文。")
                + "</table:table-row>";
        Path file = spreadsheet("<table:table table:name='一覧'>" + row(cell("市町村") + cell("事業名") + cell("概要"))
                + repeated.repeat(30) + "</table:table>");

        assertThatThrownBy(() -> read(file)).hasMessageContaining("事例の行が20000を超えるため");
    }

    private static String row(String cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    }

    private static String cell(String text) {
        return "<table:table-cell><text:p>" + text + "</text:p></table:table-cell>";
    }

    private Path spreadsheet(String tables) throws IOException {
        String content = "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
                + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'><office:body><office:spreadsheet>"
                + tables + "</office:spreadsheet></office:body></office:document-content>";
        return Documents.zip(
                folder.resolve("list.ods"),
                "mimetype",
                "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8),
                "content.xml",
                content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void figuresAloneAreNoCases() throws Exception {
        var workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("人口");
        add(sheet, 0, "都道府県", "市町村", "人口");
        add(sheet, 1, "島根県", "杉谷村", 1204);

        Path file = write(workbook);

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(SourceFormatException.class)
                .hasMessageContaining("事例の表も文章もありません");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: a@example.org\nTo: b@example.org\nSubject: list\n\n朝の送迎を始めました。\n",
                "https://example.org/a\nhttps://example.org/b\n",
                "送迎の資料 https://example.org/a.pdf\n配食の資料 https://example.org/b.pdf\n"
            })
    void mailAndListsOfAddressesAreRefused(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), text);

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(SourceFormatException.class)
                .hasMessageContaining("事例の文書ではありません");
    }
}
