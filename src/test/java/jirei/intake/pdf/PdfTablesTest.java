package jirei.intake.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jirei.intake.PrintedPdf;
import jirei.intake.ocr.Ocr;
import jirei.intake.page.PrintedLine;
import jirei.intake.page.Tag;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of invented printed pages: with rules, between horizontal rules, and by aligned columns. */
class PdfTablesTest {
    private static final String[] PARAGRAPH = {"　灯台の島では、船が着かない日の荷物を三つの店が順に預かるこ", "とにしている。店の名は港の板に書き、月の初めに世話役が書き換", "える。"
    };

    @TempDir
    private Path folder = Path.of("");

    private List<Block> blocks(PrintedPdf pdf) throws Exception {
        Path file = pdf.write(folder.resolve("printed.pdf"));
        return PdfDocument.read(new SourceFile(file, "printed.pdf"), new Budget(Duration.ofMinutes(1)), Ocr.off())
                .blocks();
    }

    private List<String> texts(PrintedPdf pdf) throws Exception {
        return blocks(pdf).stream().map(Block::text).toList();
    }

    @Test
    void aRowOfARuledTableIsOneLineWithTheHeadersOfItsColumns() throws Exception {
        var pdf = new PrintedPdf()
                .page()
                .grid(new double[] {60, 140, 400, 480}, new double[] {100, 125, 170, 215})
                .text(70, 115, 10, "島の名")
                .text(150, 115, 10, "預かり方")
                .text(410, 115, 10, "店の数")
                .text(70, 140, 10, "灯台の島")
                .lines(150, 140, "船が着かない日の荷物を三つの店が", "順に預かる。")
                .text(410, 140, 10, "3")
                .text(70, 190, 10, "鴎の島")
                .lines(150, 190, "郵便局の倉に置き、翌朝に世話役が", "配って回る。")
                .text(410, 190, 10, "1");

        assertThat(texts(pdf))
                .containsExactly(
                        "島の名　預かり方　店の数",
                        "島の名: 灯台の島 / 預かり方: 船が着かない日の荷物を三つの店が順に預かる。 / 店の数: 3",
                        "島の名: 鴎の島 / 預かり方: 郵便局の倉に置き、翌朝に世話役が配って回る。 / 店の数: 1");
    }

    @Test
    void aTableThatGoesOnOnTheNextPageHasItsHeadersThereToo() throws Exception {
        double[] xs = {60, 140, 400, 480};
        var pdf = new PrintedPdf();
        for (String island : List.of("灯台の島", "鴎の島")) {
            pdf.page()
                    .grid(xs, new double[] {60, 90, 130})
                    .text(70, 80, 10, "島の名")
                    .text(150, 80, 10, "預かり方")
                    .text(410, 80, 10, "店の数")
                    .text(70, 110, 10, island)
                    .text(150, 110, 10, "店が順に預かる")
                    .text(410, 110, 10, "2");
        }

        assertThat(texts(pdf))
                .containsExactly(
                        "島の名　預かり方　店の数", "島の名: 灯台の島 / 預かり方: 店が順に預かる / 店の数: 2", "島の名: 鴎の島 / 預かり方: 店が順に預かる / 店の数: 2");
    }

    @Test
    void aRowThatThePageBreaksIsOneRow() throws Exception {
        double[] xs = {60, 100, 300};
        var pdf = new PrintedPdf().page().grid(xs, new double[] {60, 90, 130});
        row(pdf, 80, new double[] {65, 105}, "島の名", "灯台の島");
        row(pdf, 110, new double[] {65, 105}, "実施主", "灯台の島の三つの店が船の着かない雨の");
        pdf.page().grid(xs, new double[] {60, 90, 130});
        row(pdf, 80, new double[] {65, 105}, "体", "日に順に預かる。");
        row(pdf, 110, new double[] {65, 105}, "年度", "令和2年度");

        assertThat(texts(pdf)).containsExactly("島の名　灯台の島", "実施主体　灯台の島の三つの店が船の着かない雨の日に順に預かる。", "年度　令和2年度");
    }

    @Test
    void linesOfATableWithOneCellAreThoseOfACover() {
        Tag cell = Tag.of(1, Tag.Cell.NONE);
        List<PrintedLine> lines = Stream.of(
                        line("灯台の島の役場", 300, 60, 10),
                        line("荷物を預かる店の手引き", 100, 260, 24),
                        line("（令和２年度の分）", 120, 300, 14),
                        line("三つの店が書いたものを集めた。", 60, 500, 10))
                .map(line -> line.tagged(cell))
                .toList();

        assertThat(new PdfBlockBuilder(lines, Map.of()).blocks())
                .extracting(Block::text)
                .containsExactly("灯台の島の役場", "荷物を預かる店の手引き", "（令和２年度の分）", "三つの店が書いたものを集めた。");
    }

    private static PrintedLine line(String text, double from, double across, double size) {
        double to = from + size * text.length();
        return new PrintedLine(text, 1, from, to, across, size, false, 60, 540, 0, Tag.NONE);
    }

    /** Prints cells beside one another, one for each position. */
    private static void row(PrintedPdf pdf, double y, double[] xs, String... cells) {
        for (int at = 0; at < cells.length; at++) {
            if (!cells[at].isEmpty()) {
                pdf.text(xs[at], y, 10, cells[at]);
            }
        }
    }

    @Test
    void rowsOfAlignedWordsBelowAHeaderAreATable() throws Exception {
        double[] xs = {60, 150, 400};
        var pdf = new PrintedPdf().page();
        row(pdf, 100, xs, "事業所名", "取組の内容", "開始");
        row(pdf, 124, xs, "灯台屋", "船が着かない日の荷物を冷たい倉で預か", "平成30年");
        row(pdf, 140, xs, "", "る。", "");
        row(pdf, 164, xs, "鴎の湯", "湯の釜の熱で濡れた荷物を乾かす。", "令和元年");
        row(pdf, 188, xs, "燕食堂", "弁当と荷物を一緒に坂の上へ運ぶ。", "令和2年");

        assertThat(texts(pdf))
                .containsExactly(
                        "事業所名　取組の内容　開始",
                        "事業所名: 灯台屋 / 取組の内容: 船が着かない日の荷物を冷たい倉で預かる。 / 開始: 平成30年",
                        "事業所名: 鴎の湯 / 取組の内容: 湯の釜の熱で濡れた荷物を乾かす。 / 開始: 令和元年",
                        "事業所名: 燕食堂 / 取組の内容: 弁当と荷物を一緒に坂の上へ運ぶ。 / 開始: 令和2年");
    }

    @Test
    void cellsInTheMiddleOfTheirRowsAreInIt() throws Exception {
        double[] xs = {60, 150, 400};
        var pdf = new PrintedPdf().page();
        row(pdf, 100, xs, "島の名", "預かり方", "店の数");
        row(pdf, 130, xs, "", "船が着かない日の荷物を三つの店が順に", "");
        row(pdf, 137, xs, "灯台の島", "", "3");
        row(pdf, 144, xs, "", "預かる。", "");
        row(pdf, 174, xs, "", "郵便局の倉に置き、翌朝に世話役が配っ", "");
        row(pdf, 181, xs, "鴎の島", "", "1");
        row(pdf, 188, xs, "", "て回る。", "");

        assertThat(texts(pdf))
                .containsExactly(
                        "島の名　預かり方　店の数",
                        "島の名: 灯台の島 / 預かり方: 船が着かない日の荷物を三つの店が順に預かる。 / 店の数: 3",
                        "島の名: 鴎の島 / 預かり方: 郵便局の倉に置き、翌朝に世話役が配って回る。 / 店の数: 1");
    }

    @Test
    void aTableBetweenHorizontalRulesHasTheHeaderAboveTheSecond() throws Exception {
        double[] xs = {60, 200};
        var pdf = new PrintedPdf().page();
        pdf.rule(50, 85, 300, 85).rule(50, 108, 300, 108).rule(50, 165, 300, 165);
        row(pdf, 100, xs, "港", "係の人");
        row(pdf, 120, xs, "白浜", "山田");
        row(pdf, 140, xs, "青崎", "川上");
        row(pdf, 160, xs, "岬", "森");

        assertThat(texts(pdf)).containsExactly("港　係の人", "港: 白浜 / 係の人: 山田", "港: 青崎 / 係の人: 川上", "港: 岬 / 係の人: 森");
    }

    @Test
    void aShadedRowIsAHeader() throws Exception {
        double[] xs = {60, 200};
        var pdf = new PrintedPdf().page().shade(50, 85, 300, 108);
        row(pdf, 100, xs, "港", "係の人");
        row(pdf, 120, xs, "白浜", "山田");
        row(pdf, 140, xs, "青崎", "川上");
        row(pdf, 160, xs, "岬", "森");

        assertThat(texts(pdf)).containsExactly("港　係の人", "港: 白浜 / 係の人: 山田", "港: 青崎 / 係の人: 川上", "港: 岬 / 係の人: 森");
    }

    @Test
    void aHeaderOverSeveralColumnsHoldsForEach() throws Exception {
        double[] xs = {60, 150, 220, 290, 360};
        var pdf = new PrintedPdf().page();
        row(pdf, 100, new double[] {165, 305}, "令和４年度", "令和５年度");
        row(pdf, 120, xs, "港", "件数", "金額", "件数", "金額");
        row(pdf, 140, xs, "白浜", "12", "3,400", "15", "4,100");
        row(pdf, 160, xs, "青崎", "8", "2,100", "9", "2,600");
        row(pdf, 180, xs, "岬", "21", "7,000", "30", "9,900");

        assertThat(texts(pdf)).contains("港: 青崎 / 令和４年度 件数: 8 / 令和４年度 金額: 2,100 / 令和５年度 件数: 9 / 令和５年度 金額: 2,600");
    }

    @Test
    void anAlignedTableGoesOnOnTheNextPage() throws Exception {
        double[] xs = {60, 200, 340};
        var pdf = new PrintedPdf().page().lines(60, 60, PARAGRAPH);
        row(pdf, 700, xs, "島の名", "店の数", "荷物の数");
        row(pdf, 720, xs, "灯台の島", "3", "210");
        row(pdf, 740, xs, "鴎の島", "1", "35");
        pdf.page();
        row(pdf, 60, xs, "燕の島", "2", "98");
        row(pdf, 80, xs, "霧の島", "4", "1,204");

        assertThat(texts(pdf))
                .endsWith(
                        "島の名: 鴎の島 / 店の数: 1 / 荷物の数: 35",
                        "島の名: 燕の島 / 店の数: 2 / 荷物の数: 98",
                        "島の名: 霧の島 / 店の数: 4 / 荷物の数: 1,204");
    }

    @Test
    void textInColumnsFormsAndContentsPagesAreNoTables() throws Exception {
        var columns = new PrintedPdf().page();
        for (int paragraph = 0; paragraph < 3; paragraph++) {
            columns.lines(60, 100 + 54 * paragraph, "　灯台の島では、船が着かない日の荷物", "を三つの店が順に預かることにしてい", "る。");
            columns.lines(320, 100 + 54 * paragraph, "　鴎の島では郵便局の倉に置き、翌朝に", "世話役が配って回る。倉の鍵は局長が", "持つ。");
        }
        var form = new PrintedPdf().page();
        double[] four = {60, 150, 300, 390};
        row(form, 100, four, "島の名", "灯台の島", "係", "山田");
        row(form, 120, four, "店の数", "三つ", "人の数", "210人");
        row(form, 140, four, "面積", "25平方キロ", "電話", "なし");
        var contents = new PrintedPdf().page();
        double[] three = {60, 120, 400};
        row(contents, 100, three, "第１章", "はじめに", "1");
        row(contents, 120, three, "第２章", "港の荷物", "5");
        row(contents, 140, three, "第３章", "倉の鍵", "12");

        assertThat(blocks(columns)).noneMatch(block -> block.kind() == Block.Kind.ROW);
        assertThat(texts(form)).containsExactly("島の名　灯台の島　係　山田", "店の数　三つ　人の数　210人", "面積　25平方キロ　電話　なし");
        assertThat(texts(contents)).containsExactly("第１章　はじめに　1", "第２章　港の荷物　5", "第３章　倉の鍵　12");
    }

    @Test
    void aRuledTableWithOpenSidesHasItsFirstAndLastColumns() throws Exception {
        var pdf = new PrintedPdf().page();
        for (double y : new double[] {100, 125, 150, 175}) {
            pdf.rule(60, y, 480, y);
        }
        pdf.rule(180, 100, 180, 175).rule(400, 100, 400, 175);
        double[] xs = {70, 190, 410};
        row(pdf, 117, xs, "島の名", "預かり方", "店の数");
        row(pdf, 142, xs, "灯台の島", "店が順に預かる", "3");
        row(pdf, 167, xs, "鴎の島", "局の倉に置く", "1");

        assertThat(texts(pdf)).endsWith("島の名: 鴎の島 / 預かり方: 局の倉に置く / 店の数: 1");
    }
}
