package jirei.intake.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jirei.intake.PrintedPdf;
import jirei.intake.ocr.Ocr;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Order and paragraphs of invented printed pages. */
class PdfDocumentTest {
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

    private static String joined(String... lines) {
        return String.join("", lines).replace("　", "");
    }

    @Test
    void numbersOverTheirNamesInAChartAreItsWords() throws Exception {
        var pdf = new PrintedPdf().page().lines(60, 100, PARAGRAPH);
        pdf.text(100, 200, 10, "よく使う")
                .text(110, 201, 8, "59％")
                .text(240, 200, 10, "使わない")
                .text(250, 201, 8, "41％");

        assertThat(texts(pdf)).containsExactly(joined(PARAGRAPH), "図中の文字：よく使う　59％　使わない　41％");
    }

    @Test
    void theWordsOfAChartInABoxAreApartFromItsSentences() throws Exception {
        var pdf = new PrintedPdf().page().grid(new double[] {60, 300, 480}, new double[] {100, 125});
        pdf.text(70, 115, 10, "荷物の数").text(310, 115, 10, "船の日");
        pdf.rule(60, 125, 60, 300).rule(480, 125, 480, 300).rule(60, 300, 480, 300);
        for (int bar = 0; bar < 4; bar++) {
            pdf.text(80 + 90 * bar, 160 + 15 * bar, 8, String.valueOf(120 - bar));
            pdf.text(80 + 90 * bar, 240, 8, 2019 + bar + "年");
        }
        pdf.text(70, 280, 10, "荷物の数は、船が着かない日が減った年に減っている。");

        assertThat(texts(pdf)).contains("荷物の数は、船が着かない日が減った年に減っている。").anyMatch(text -> text.startsWith("図中の文字：120"));
    }

    @Test
    void aCaptionBesideTheTextIsNotPartOfItsLines() throws Exception {
        var pdf = new PrintedPdf()
                .page()
                .lines(60, 100, PARAGRAPH)
                .lines(60, 154, "　鴎の島では郵便局の倉に置き、翌", "朝に世話役が配って回る。倉の鍵は", "局長が持つ。")
                .text(260, 158, 8, "港の板に名を書く世話役。雨の日は")
                .text(260, 170, 8, "局の壁に貼る");

        assertThat(texts(pdf))
                .containsExactly(joined(PARAGRAPH), "鴎の島では郵便局の倉に置き、翌朝に世話役が配って回る。倉の鍵は局長が持つ。", "港の板に名を書く世話役。雨の日は局の壁に貼る");
    }

    @Test
    void aLabelAtTheMiddleOfABoxIsNotPartOfItsText() throws Exception {
        var pdf = new PrintedPdf()
                .page()
                .lines(140, 100, "店の名は港の板に書き、月の初めに世話役が書き", "換える。書き忘れた月は前の月の店が続けて預か", "る。")
                .text(60, 118, 10, "要点");

        assertThat(texts(pdf)).containsExactly("要点", "店の名は港の板に書き、月の初めに世話役が書き換える。書き忘れた月は前の月の店が続けて預かる。");
    }

    @Test
    void aLabelOnTwoLinesAtTheMiddleOfABoxIsBeforeItsText() throws Exception {
        var pdf = new PrintedPdf()
                .page()
                .lines(140, 100, PARAGRAPH)
                .text(60, 111, 10, "三つの")
                .text(60, 125, 10, "店の役割");

        assertThat(texts(pdf)).containsExactly("三つの店の役割", joined(PARAGRAPH));
    }

    @Test
    void anUprightLabelIsBeforeTheTextOnItsRight() throws Exception {
        var pdf = new PrintedPdf().page().lines(140, 100, PARAGRAPH);
        for (int at = 0; at < 3; at++) {
            pdf.text(80, 108 + 11 * at, 10, "世話役".substring(at, at + 1));
        }

        assertThat(texts(pdf)).containsExactly("世話役", joined(PARAGRAPH));
    }

    @Test
    void theCellsOfABoxAreTextAndTheRowsBelowItStayWhole() throws Exception {
        var pdf = new PrintedPdf()
                .page()
                .grid(new double[] {60, 140, 240, 320, 540}, new double[] {200, 225, 250})
                .text(70, 215, 10, "灯台の島")
                .text(150, 215, 10, "3")
                .text(250, 215, 10, "12")
                .text(330, 215, 10, "世話役")
                .text(70, 240, 10, "鴎の島")
                .text(150, 240, 10, "1")
                .text(250, 240, 10, "8")
                .text(330, 240, 10, "郵便局")
                .grid(new double[] {60, 140, 540}, new double[] {300, 380})
                .text(70, 340, 10, "世話役")
                .lines(150, 320, PARAGRAPH);
        Path file = pdf.write(folder.resolve("box.pdf"));
        List<Block> print = PdfDocument.read(
                        new SourceFile(file, "box.pdf"), new Budget(Duration.ofMinutes(1)), Ocr.off())
                .print()
                .blocks();

        assertThat(print)
                .extracting(Block::kind, Block::text)
                .containsExactly(
                        tuple(Block.Kind.ROW, "灯台の島　3　12　世話役"),
                        tuple(Block.Kind.ROW, "鴎の島　1　8　郵便局"),
                        tuple(Block.Kind.PARAGRAPH, "世話役"),
                        tuple(Block.Kind.PARAGRAPH, joined(PARAGRAPH)));
    }

    @Test
    void aRaisedNumberIsTheMarkOfANote() throws Exception {
        var pdf = new PrintedPdf()
                .page()
                .text(60, 100, 10, "荷物は店が預かる")
                .text(140, 96, 6, "1")
                .text(146, 100, 10, "ことにした。");

        assertThat(texts(pdf)).containsExactly("荷物は店が預かる（注1）ことにした。");
    }

    @Test
    void itemsWithHangingIndentsAreWhole() throws Exception {
        var pdf = new PrintedPdf()
                .page()
                .lines(60, 100, "１　店の名は港の板に書き、月の初めに世話役が書き換")
                .lines(80, 118, "える。書き忘れた月は前の月の店が預かる。")
                .lines(60, 136, "２　鴎の島では郵便局の倉に置き、翌朝に世話役が配っ")
                .lines(80, 154, "て回る。");

        assertThat(texts(pdf))
                .containsExactly("１　店の名は港の板に書き、月の初めに世話役が書き換える。書き忘れた月は前の月の店が預かる。", "２　鴎の島では郵便局の倉に置き、翌朝に世話役が配って回る。");
    }

    @Test
    void theHeadOfOnePageDoesNotInterruptASentence() throws Exception {
        var pdf = new PrintedPdf()
                .page()
                .lines(60, 700, PARAGRAPH[0], PARAGRAPH[1])
                .page()
                .text(60, 50, 8, "島の荷物のきまり")
                .lines(60, 100, "える。書き忘れた月は前の月の店が続けて預かり、世話役には次の", "月に知らせる。");

        assertThat(texts(pdf).getFirst())
                .isEqualTo(joined(PARAGRAPH[0], PARAGRAPH[1]) + "える。書き忘れた月は前の月の店が続けて預かり、世話役には次の月に知らせる。");
    }

    @Test
    void headsOfLeftAndRightPagesWithPageNumbersAreLeftOut() throws Exception {
        var pdf = new PrintedPdf();
        for (int page = 1; page <= 4; page++) {
            pdf.page()
                    .text(60, 50, 8, page % 2 == 0 ? "荷物のきまり　" + page : page + "　島の店の手引き")
                    .lines(60, 100, PARAGRAPH[0], PARAGRAPH[1], page + "年目は次の月に知らせる。")
                    .lines(60, 154, PARAGRAPH[0], PARAGRAPH[1], "次の月に知らせる。");
        }

        assertThat(texts(pdf)).noneMatch(text -> text.contains("手引き") || text.contains("きまり"));
    }

    @Test
    void linesAtTheRightEdgeAreApart() throws Exception {
        var pdf = new PrintedPdf()
                .page()
                .lines(60, 60, PARAGRAPH[0], PARAGRAPH[1], "える。")
                .text(460, 132, 10, "令和２年５月11日")
                .text(440, 150, 10, "鴎の島の店の世話役")
                .lines(60, 168, PARAGRAPH[0], PARAGRAPH[1], "える。");

        assertThat(texts(pdf)).contains("令和２年５月11日", "鴎の島の店の世話役");
    }

    @Test
    void theLabelsOfAFormOnEachPageAreKept() throws Exception {
        var pdf = new PrintedPdf();
        for (String island : List.of("灯台の島", "鴎の島", "燕の島")) {
            pdf.page()
                    .text(60, 60, 10, "島の名")
                    .text(160, 60, 10, island)
                    .text(60, 100, 10, "預かり方")
                    .text(160, 100, 10, island + "の店が順に預かる。");
        }

        assertThat(texts(pdf)).contains("島の名　灯台の島", "預かり方　鴎の島の店が順に預かる。", "島の名　燕の島", "預かり方　燕の島の店が順に預かる。");
    }

    @Test
    void aTaggedPageIsReadInTheOrderOfItsStructureTree() throws Exception {
        var pdf = new PrintedPdf()
                .page()
                .element("P", 60, 300, "二番目の文である。")
                .element("P", 300, 300, "三番目の文である。")
                .element("H1", 60, 500, "はじめの見出し")
                .moveTo(0);

        assertThat(blocks(pdf))
                .extracting(Block::level, Block::text)
                .containsExactly(tuple(1, "はじめの見出し"), tuple(0, "二番目の文である。"), tuple(0, "三番目の文である。"));
    }

    @Test
    void aStructureTreeWithLittleOfTheTextIsIgnored() throws Exception {
        var pdf = new PrintedPdf().page().lines(60, 100, PARAGRAPH).element("P", 60, 60, "題");

        assertThat(texts(pdf)).containsExactly("題", joined(PARAGRAPH));
    }

    @Test
    void whatIsLeftOutOrCannotBeReadIsRemarkedWithItsPage() throws Exception {
        var pdf = new PrintedPdf();
        pdf.page().lines(60, 100, PARAGRAPH);
        for (int page = 2; page <= 4; page++) {
            pdf.page().text(60, 40, 8, "島の荷物").text(300, 820, 8, "- " + page + " -");
            pdf.lines(60, 100, PARAGRAPH);
        }
        Path file = pdf.page().image().write(folder.resolve("remarks.pdf"));
        var document =
                PdfDocument.read(new SourceFile(file, "remarks.pdf"), new Budget(Duration.ofMinutes(1)), Ocr.off());

        assertThat(document.remarks())
                .extracting(remark -> remark.place() + " " + remark.message())
                .containsExactly(
                        "2 各ページの柱とページ番号など6行は、本文ではないため除きました（2〜4ページの「島の荷物」3行）。",
                        "5 画像だけで文字の情報がないため、読み取れませんでした。本文を書き足すか、--ocr auto で取り込み直してください。");
    }

    @Test
    void aStructureTreeThatTearsSentencesIsRejectedWithARemark() throws Exception {
        var pdf = new PrintedPdf().page();
        for (int paragraph = 0; paragraph < 4; paragraph++) {
            for (int line = 0; line < PARAGRAPH.length; line++) {
                pdf.element("P", 60, 100 + 18 * (3 * paragraph + line), PARAGRAPH[line]);
            }
        }
        Path file = pdf.write(folder.resolve("torn.pdf"));
        var document = PdfDocument.read(new SourceFile(file, "torn.pdf"), new Budget(Duration.ofMinutes(1)), Ocr.off());

        assertThat(document.blocks())
                .extracting(Block::text)
                .containsOnly(joined(PARAGRAPH))
                .hasSize(4);
        assertThat(document.remarks())
                .extracting(SourceDocument.Remark::message)
                .containsExactly("文書の構造（タグ）の順では文が途切れるため、紙面の位置の順に読みました。");
    }
}
