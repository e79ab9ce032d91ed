package jirei.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import jirei.search.MatchRange;
import jirei.web.page.MarkedText;
import jirei.web.page.compare.Comparison;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** The Word documents as Apache POI reads them. */
class WordTest {
    static byte[] results(ExportedSection... sections) {
        return Exported.bytes(ExportFormat.WORD, "全3件のうち、はじめの1件です。", sections);
    }

    static byte[] comparison() throws IOException {
        var out = new ByteArrayOutputStream();
        TableWriter table = ExportFormat.WORD.table(
                out, new ExportHead("事例の比較", List.of()), List.of(new Column("項目", 22), new Column("灯台の町", 50)), 1);
        table.row(List.of(Cell.of("人口"), Cell.of("12,345人\n（2015年）")));
        table.finish("");
        return out.toByteArray();
    }

    private static XWPFDocument read(byte[] file) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(file));
    }

    private static List<String> texts(XWPFDocument document, String style) {
        return document.getParagraphs().stream()
                .filter(paragraph -> style.equals(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }

    @Test
    void sectionsHaveHeadingPassagesLinkAndCitation() throws IOException {
        ExportedSection section = Exported.withNote("夜の灯", "灯をともす。", "使う")
                .withPassages(List.of(MarkedText.of("夜に灯をともす。", List.of(new MatchRange(2, 3)))));
        try (XWPFDocument document = read(results(section))) {
            List<String> lines = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .toList();

            assertThat(texts(document, "Heading1")).containsExactly("「灯台」の検索結果");
            assertThat(texts(document, "Heading2")).containsExactly("一覧", "1. 夜の灯");
            assertThat(lines)
                    .contains(
                            "夜に灯をともす。",
                            "メモ：使う",
                            "出典：“灯台の町：夜の灯”. 架空の事例集 第7号. 架空の会, 2017年度. https://example.org/7, (参照 2026-11-22).",
                            "http://localhost:7070/cases/invented-1#s1",
                            "※ 全3件のうち、はじめの1件です。");
            assertThat(document.getParagraphs().stream()
                            .flatMap(paragraph -> paragraph.getRuns().stream())
                            .filter(XWPFRun::isHighlighted)
                            .map(XWPFRun::text))
                    .containsExactly("灯");
        }
    }

    @Test
    void theListIsATableOnA4WithPageNumbers() throws IOException {
        try (XWPFDocument document = read(results(Exported.section("夜", "灯"), Exported.section("朝", "陽")))) {
            XWPFTable table = document.getTables().getFirst();
            CTPageSz page = document.getDocument().getBody().getSectPr().getPgSz();

            assertThat(table.getRows()).hasSize(3);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRows()).allMatch(XWPFTableRow::isCantSplitRow);
            assertThat(table.getRow(2).getCell(3).getText()).isEqualTo("朝");
            assertThat(page.getW()).isEqualTo(BigInteger.valueOf(11_906));
            assertThat(page.getH()).isEqualTo(BigInteger.valueOf(16_838));
            assertThat(document.getFooterList().getFirst()._getHdrFtr().xmlText())
                    .contains("PAGE", "NUMPAGES");
        }
    }

    @Test
    void comparisonsAreInLandscape() throws IOException {
        try (XWPFDocument document = read(comparison())) {
            CTPageSz page = document.getDocument().getBody().getSectPr().getPgSz();

            assertThat(page.getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
            assertThat(page.getW()).isEqualTo(BigInteger.valueOf(16_838));
            assertThat(document.getTables().getFirst().getRow(1).getCell(1).getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("12,345人", "（2015年）");
        }
    }

    private static Comparison.Cell sections(int count) {
        return new Comparison.Cell(
                "",
                "",
                Stream.iterate(1, n -> n + 1)
                        .limit(count)
                        .map(n -> new Comparison.Entry(
                                MarkedText.plain("第" + n + "夜"),
                                MarkedText.plain("灯をともす" + n),
                                "灯をともす" + n + "。そして消す。",
                                "/"))
                        .toList());
    }

    @Test
    void aComparisonHasALabelledRowForEachSection() throws IOException {
        var row = new Comparison.Row("役場", List.of(sections(3), sections(1), new Comparison.Cell("", "", List.of())));
        var heads = Stream.of("山", "島", "里")
                .map(name -> new Comparison.Head(name, name + "の町", "題", "/"))
                .toList();
        var comparison = new Comparison(heads, List.of(new Comparison.Group("役割", "", List.of(row))));
        var out = new ByteArrayOutputStream();
        ComparisonFile.write(
                comparison, List.of("甲", "乙", "丙"), ExportFormat.WORD, new ExportHead("比較", List.of()), out);

        try (XWPFDocument document = read(out.toByteArray())) {
            List<XWPFTableRow> rows = document.getTables().getFirst().getRows();

            assertThat(rows.subList(2, 5))
                    .extracting(one -> one.getCell(0).getText() + one.getCell(1).getText())
                    .containsOnly("役割役場");
            assertThat(rows.subList(2, 5))
                    .extracting(one -> one.getCell(2).getText())
                    .containsExactly("【第1夜】灯をともす1", "【第2夜】灯をともす2", "【第3夜】灯をともす3");
            assertThat(rows.subList(2, 5))
                    .extracting(one -> one.getCell(3).getText() + one.getCell(4).getText())
                    .containsExactly("【第1夜】灯をともす1記載なし", "", "");
            assertThat(rows).hasSize(6).allMatch(XWPFTableRow::isCantSplitRow);
        }
    }

    @Test
    void anyTextIsWritten() throws IOException {
        try (XWPFDocument document = read(results(Exported.section("<b>&\0\uD842", "灯\u0002\n\uFFFF")))) {
            assertThat(texts(document, "Heading2").getLast()).startsWith("1. <b>&");
        }
    }

    @Test
    void aLongListEndsWithARemark() throws IOException {
        var sections = new ExportedSection[SectionWord.MAX_SECTIONS + 1];
        java.util.Arrays.setAll(
                sections, i -> Exported.section("第" + i + "夜 " + Integer.toHexString(i * 7919), "灯" + i));

        try (XWPFDocument document = read(results(sections))) {
            assertThat(document.getTables().getFirst().getRows()).hasSize(SectionWord.MAX_SECTIONS + 1);
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains("※ Word のファイルに入るのは、はじめの1,000件までです。全件は CSV か Excel に書き出してください。");
        }
    }
}
