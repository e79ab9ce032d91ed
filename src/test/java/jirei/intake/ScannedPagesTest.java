package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import jirei.cases.Section;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportResult;
import jirei.intake.ocr.FakeTesseract;
import jirei.intake.ocr.Ocr;
import jirei.intake.ocr.OcrMode;
import jirei.intake.separation.SplitRule;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.table.ColumnChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of a PDF that are pictures are read by OCR, and the sections say so. */
class ScannedPagesTest {
    private static final String READ = FakeTesseract.line(400, 400, 42, 90, "船が", "朝に薬を届ける", "。");

    @TempDir
    private Path folder = Path.of("");

    /** A page of text, a picture, and a page of text again. */
    private Path mixed() throws Exception {
        return new PrintedPdf()
                .page()
                .text(60, 60, 20, "島の薬箱")
                .text(60, 84, 14, "1 はじめに")
                .text(60, 104, 10, "島には薬局がない。")
                .page()
                .image()
                .page()
                .text(60, 60, 14, "2 これから")
                .text(60, 100, 10, "隣の島にも広げる。")
                .write(folder.resolve("mixed.pdf"));
    }

    private ImportResult read(Path file, Ocr ocr) throws Exception {
        var intake = new Intake(
                Lexicon.shipped(), Duration.ofMinutes(1), SplitRule.AUTOMATIC, ColumnChoice.NONE, ocr, new HashSet<>());
        return intake.read(SourceFile.of(file));
    }

    private static List<String> sections(ImportResult result) {
        return result.cases().getFirst().sections().stream()
                .map(section -> section.text() + " " + section.ocrConfidence())
                .toList();
    }

    private static List<String> remarks(ImportResult result) {
        return result.warnings().stream()
                .filter(warning -> warning.message().contains("OCR")
                        || warning.message().contains("画像")
                        || warning.message().contains("ocr"))
                .map(warning -> warning.firstLine() + " " + warning.message())
                .toList();
    }

    private Ocr reading(OcrMode mode) throws Exception {
        return FakeTesseract.ocr(mode, FakeTesseract.reading(folder, READ, ""));
    }

    @Test
    void aPictureBetweenPagesOfTextIsReadInItsPlace() throws Exception {
        ImportResult result = read(mixed(), reading(OcrMode.AUTO));

        assertThat(sections(result)).containsExactly("島には薬局がない。\n船が朝に薬を届ける。 90", "隣の島にも広げる。 null");
        assertThat(remarks(result))
                .containsExactly("2 2ページは画像のため、機械読み取り（OCR）で読みました（確からしさ 平均90%）。誤りを含むことがあります。原文を見て直してください。");
    }

    @Test
    void withOffNoPageIsRead() throws Exception {
        ImportResult result = read(mixed(), reading(OcrMode.OFF));

        assertThat(sections(result)).containsExactly("島には薬局がない。 null", "隣の島にも広げる。 null");
        assertThat(remarks(result)).containsExactly("2 画像だけで文字の情報がないため、読み取れませんでした。本文を書き足すか、--ocr auto で取り込み直してください。");
    }

    @Test
    void whatToInstallIsSaidOnceADocument() throws Exception {
        Path file = new PrintedPdf()
                .page()
                .text(60, 100, 10, "島には薬局がない。")
                .page()
                .image()
                .page()
                .image()
                .write(folder.resolve("two.pdf"));

        ImportResult result = read(file, FakeTesseract.ocr(OcrMode.AUTO, FakeTesseract.withoutJapanese(folder)));

        assertThat(remarks(result))
                .containsExactly(
                        "2 文字のない画像のページを読む機械読み取り（OCR）の用意がありません。" + Ocr.advice(),
                        "2 画像だけで文字の情報がないため、読み取れませんでした。",
                        "3 画像だけで文字の情報がないため、読み取れませんでした。");
        assertThat(Ocr.advice())
                .contains("apt install tesseract-ocr tesseract-ocr-jpn tesseract-ocr-jpn-vert", "UB Mannheim");
    }

    @Test
    void aDocumentOfPicturesIsRefusedWithWhatToInstall() throws Exception {
        Path file = new PrintedPdf().page().image().write(folder.resolve("scan.pdf"));

        assertThatThrownBy(() -> read(file, FakeTesseract.ocr(OcrMode.AUTO, folder.resolve("missing"))))
                .isInstanceOf(SourceFormatException.class)
                .hasMessage("「scan.pdf」は画像だけのPDFで文字がないため、読めません。" + Ocr.advice());
    }

    @Test
    void aStampIsKeptAndNotReadTwice() throws Exception {
        Path file = new PrintedPdf().page().image().text(96, 106, 10, "受付").write(folder.resolve("stamp.pdf"));
        String both = FakeTesseract.line(400, 402, 40, 90, "受付") + FakeTesseract.line(400, 600, 40, 90, "船が薬を届ける。");

        ImportResult result = read(file, FakeTesseract.ocr(OcrMode.AUTO, FakeTesseract.reading(folder, both, "")));

        assertThat(result.cases().getFirst().title() + sections(result)).containsOnlyOnce("受付");
        assertThat(sections(result).getFirst()).contains("船が薬を届ける。");
    }

    @Test
    void hiddenTextIsReadAnewWithAllOnly() throws Exception {
        var pdf = new PrintedPdf().page().image();
        for (int line = 0; line < 6; line++) {
            pdf.hiddenText(60, 100 + 18 * line, 10, "船が朝に楽を屈ける");
        }
        Path file = pdf.write(folder.resolve("hidden.pdf"));

        assertThat(sections(read(file, reading(OcrMode.AUTO))).getFirst())
                .contains("楽を屈ける")
                .endsWith("null");
        assertThat(sections(read(file, reading(OcrMode.ALL)))).containsExactly("船が朝に薬を届ける。 90");
    }

    @Test
    void visibleTextBesideAPictureIsKeptWithAll() throws Exception {
        Path file = new PrintedPdf()
                .page()
                .image()
                .text(60, 700, 10, "見える文は、そのまま残る。")
                .write(folder.resolve("visible.pdf"));

        assertThat(sections(read(file, reading(OcrMode.ALL))).getFirst()).contains("船が朝に薬を届ける。", "見える文は、そのまま残る。");
    }

    @Test
    void afterSeveralFailuresTheOtherPagesAreNotTried() throws Exception {
        var pdf = new PrintedPdf().page().text(60, 100, 10, "島には薬局がない。");
        for (int page = 0; page < 9; page++) {
            pdf.page().image();
        }
        Path file = pdf.write(folder.resolve("failing.pdf"));

        ImportResult result = read(file, FakeTesseract.ocr(OcrMode.AUTO, FakeTesseract.running(folder, "exit 3\n")));

        assertThat(sections(result)).containsExactly("島には薬局がない。 null");
        assertThat(remarks(result))
                .contains("2 画像だけのページで、機械読み取り（OCR）が終了コード3で失敗したため、読み取れませんでした。")
                .anyMatch(remark -> remark.matches("\\d 機械読み取り（OCR）の失敗が続いたため、\\d〜10ページは画像のまま読み取りませんでした。"));
    }

    @Test
    void pagesWithLowConfidenceAreNamed() throws Exception {
        Path file = new PrintedPdf().page().image().write(folder.resolve("faint.pdf"));
        String faint = FakeTesseract.line(400, 400, 42, 50, "船が薬を届ける。");

        ImportResult result = read(file, FakeTesseract.ocr(OcrMode.AUTO, FakeTesseract.reading(folder, faint, "")));

        assertThat(result.cases().getFirst().sections())
                .extracting(Section::ocrConfidence)
                .containsOnly(50);
        assertThat(remarks(result)).contains("1 機械読み取り（OCR）の確からしさが50%と低くなっています。原文を見て直してください。");
    }
}
