package jirei.intake.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import jirei.intake.page.Glyph;
import jirei.intake.page.LineBuilder;
import jirei.intake.page.PrintedLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture of a page becomes lines of glyphs. */
class OcrTest {
    private static final double DOTS_PER_INCH = 300;
    private static final BufferedImage PICTURE = new BufferedImage(2_480, 3_508, BufferedImage.TYPE_BYTE_GRAY);

    @TempDir
    private Path folder = Path.of("");

    private RecognizedPage read(String horizontal, String vertical) throws Exception {
        return FakeTesseract.ocr(OcrMode.AUTO, FakeTesseract.reading(folder, horizontal, vertical))
                .read(PICTURE, DOTS_PER_INCH);
    }

    private static List<String> texts(RecognizedPage page) {
        List<Glyph> glyphs =
                page.lines().stream().flatMap(line -> line.glyphs().stream()).toList();
        return LineBuilder.of(1, glyphs).stream().map(PrintedLine::text).toList();
    }

    @Test
    void wordsOfJapaneseAreJoinedAndLatinWordsStayApart() throws Exception {
        String latin = FakeTesseract.row(4, 300, 500, 900, 40, -1, "")
                + FakeTesseract.row(5, 300, 500, 120, 40, 90, "出典")
                + FakeTesseract.row(5, 440, 500, 100, 40, 90, "Home")
                + FakeTesseract.row(5, 555, 500, 100, 40, 90, "Care");

        RecognizedPage page = read(FakeTesseract.line(300, 300, 40, 95, "夜間", "の", "当番", "を", "決める") + latin, "");

        assertThat(texts(page)).containsExactly("夜間の当番を決める", "出典Home Care");
        assertThat(page.confidence()).isEqualTo(92);
    }

    @Test
    void theOrderOfWordsIsKeptWhereTheirAreasOverlap() throws Exception {
        String line = FakeTesseract.row(4, 300, 300, 240, 40, -1, "")
                + FakeTesseract.row(5, 300, 300, 240, 40, 90, "港町")
                + FakeTesseract.row(5, 380, 300, 40, 40, 90, "の")
                + FakeTesseract.row(5, 370, 300, 120, 40, 90, "連絡網");

        assertThat(texts(read(line, ""))).containsExactly("港町の連絡網");
    }

    @Test
    void theSpaceBehindTheNumberOfAHeadingIsKept() throws Exception {
        String line = FakeTesseract.row(4, 300, 300, 400, 40, -1, "")
                + FakeTesseract.row(5, 300, 300, 20, 40, 90, "2")
                + FakeTesseract.row(5, 380, 300, 320, 40, 90, "冬の取組の備えと");

        assertThat(texts(read(line, ""))).containsExactly("2\u3000冬の取組の備えと");
    }

    @Test
    void specksAreOmittedAndCounted() throws Exception {
        RecognizedPage page = read(
                FakeTesseract.line(300, 300, 40, 95, "当番表を配る")
                        + FakeTesseract.line(900, 900, 12, 20, "ぃ", "ノヘ")
                        + FakeTesseract.line(900, 1_200, 30, 60, "・", "…"),
                "");

        assertThat(texts(page)).containsExactly("当番表を配る");
        assertThat(page.omitted()).isEqualTo(5);
        assertThat(page.confidence()).isEqualTo(95);
    }

    @Test
    void thinAreasAreRulesAndNoBarsAreReadOfThem() throws Exception {
        RecognizedPage page = read(
                FakeTesseract.line(300, 300, 40, 90, "浜", "|", "420")
                        + FakeTesseract.rule(280, 280, 600, 7)
                        + FakeTesseract.rule(355, 280, 5, 300),
                "");

        assertThat(texts(page)).containsExactly("浜420");
        assertThat(page.horizontalRules()).hasSize(1).first().satisfies(rule -> {
            assertThat(rule.top()).isEqualTo(rule.bottom());
            assertThat(rule.width()).isEqualTo(144);
        });
        assertThat(page.verticalRules()).hasSize(1);
    }

    @Test
    void aPageIsUprightIfItIsReadBetterSo() throws Exception {
        RecognizedPage page = read(
                FakeTesseract.line(300, 300, 40, 45, "三リ人"),
                FakeTesseract.upright(2_000, 300, 40, 88, "夜の当番を") + FakeTesseract.upright(1_900, 300, 40, 88, "決めた町"));

        assertThat(page.lines()).allMatch(RecognizedLine::isVertical);
        assertThat(texts(page)).containsExactly("夜の当番を", "決めた町");
    }

    @Test
    void anUprightReadingOfAHorizontalPageIsNotTried() throws Exception {
        RecognizedPage page = read(
                FakeTesseract.line(300, 300, 40, 90, "夜の当番"), FakeTesseract.upright(2_000, 300, 40, 99, "別の長い文を読んだ"));

        assertThat(texts(page)).containsExactly("夜の当番");
    }

    @Test
    void similarSizesBecomeEqual() throws Exception {
        RecognizedPage page = read(
                FakeTesseract.line(300, 300, 80, 95, "見出しの文")
                        + FakeTesseract.line(300, 500, 40, 95, "本文の一行目の長い文である")
                        + FakeTesseract.line(300, 600, 43, 95, "本文の二行目の文"),
                "");

        List<RecognizedPage> equal = RecognizedPage.withEqualSizes(List.of(page));

        assertThat(equal.getFirst().lines().stream().map(RecognizedLine::size).collect(Collectors.toList()))
                .containsExactly(19.5, 9.5, 9.5);
    }

    @Test
    void aProgramThatHangsIsEndedWithItsChildren() throws Exception {
        Path program = FakeTesseract.running(folder, "sleep 600 & wait\n");

        assertThatThrownBy(() -> FakeTesseract.ocr(OcrMode.AUTO, program).read(PICTURE, DOTS_PER_INCH))
                .isInstanceOf(OcrException.class)
                .hasMessage("2秒で終わらない");
        assertThat(ProcessHandle.current().descendants())
                .noneMatch(process -> process.info().commandLine().orElse("").contains("sleep 600"));
    }

    @Test
    void aProgramThatFailsIsNamedByItsExitCode() throws Exception {
        Path program = FakeTesseract.running(folder, "exit 7\n");

        assertThatThrownBy(() -> FakeTesseract.ocr(OcrMode.AUTO, program).read(PICTURE, DOTS_PER_INCH))
                .isInstanceOf(OcrException.class)
                .hasMessage("終了コード7で失敗した");
    }

    @Test
    void outputThatIsNoTableIsAPageWithoutText() throws Exception {
        assertThat(read("4\tx\n5\t1\nレベル\t\t\n5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t90\t語\n", "")
                        .lines())
                .isEmpty();
    }

    @Test
    void withoutTheDataForJapaneseItIsNotAvailable() throws Exception {
        assertThat(FakeTesseract.ocr(OcrMode.AUTO, FakeTesseract.withoutJapanese(folder))
                        .isAvailable())
                .isFalse();
        assertThat(FakeTesseract.ocr(OcrMode.AUTO, folder.resolve("missing")).isAvailable())
                .isFalse();
        assertThat(Ocr.off().isAvailable()).isFalse();
    }
}
