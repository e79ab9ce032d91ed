package jirei.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportResult;
import jirei.intake.ocr.Ocr;
import jirei.intake.ocr.OcrMode;
import jirei.intake.ocr.OcrSettings;
import jirei.intake.separation.SplitRule;
import jirei.intake.source.SourceFile;
import jirei.intake.table.ColumnChoice;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of pages are read by the program tesseract itself, where it is installed. */
@Tag("slow")
class RealOcrTest {
    private static final double MAX_ERROR = 0.03;
    private static final int DOTS_PER_INCH = 300;
    private static final int SIZE = 46;
    private static final String FONT = "Noto Serif CJK JP";
    private static final List<String> LINES = List.of(
            "冬の港では船が着くたびに保健師が荷の中の",
            "薬を数え、足りないものを紙に書いて薬局へ",
            "渡した。夜に熱を出した子の家には、当番の",
            "医師が電話で様子を聞き、朝になってから訪",
            "ねている。役場は灯油の代金を半分だけ出し",
            "残りは集落の会費から払うことに決めた。");

    private static String program = "";

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void findProgram() {
        program = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "tesseract"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
        assumeTrue(ocr(OcrMode.AUTO).isAvailable(), "tesseract with Japanese is not installed");
    }

    private static Ocr ocr(OcrMode mode) {
        return new Ocr(new OcrSettings(mode, program, 2, Duration.ofMinutes(1)), (done, all) -> {});
    }

    private CaseStudy read(Path file) throws Exception {
        var intake = new Intake(
                Lexicon.shipped(),
                Duration.ofMinutes(2),
                SplitRule.AUTOMATIC,
                ColumnChoice.NONE,
                ocr(OcrMode.AUTO),
                new HashSet<>());
        ImportResult result = intake.read(SourceFile.of(file));
        return result.cases().getFirst();
    }

    /** Returns the text of the case as it was printed, the title with it. */
    private static String text(CaseStudy caseStudy) {
        return caseStudy.sections().stream()
                .flatMap(section -> Stream.of(section.heading(), section.text()))
                .collect(Collectors.joining());
    }

    @Test
    void aHorizontalPageIsRead() throws Exception {
        CaseStudy read = read(picture(false));

        assertThat(read.title()).isEqualTo("港町の薬箱");
        assertThat(error(String.join("", LINES), text(read).replace("港町の薬箱", "")))
                .as(text(read))
                .isLessThanOrEqualTo(MAX_ERROR);
        assertThat(read.sections()).extracting(Section::ocrConfidence).allMatch(percent -> percent > 80);
    }

    @Test
    void anUprightPageIsReadFromTheRight() throws Exception {
        CaseStudy read = read(picture(true));

        assertThat(error(String.join("", LINES), text(read).replace("港町の薬箱", "")))
                .as(text(read))
                .isLessThanOrEqualTo(MAX_ERROR);
    }

    /** Writes a page with a title and lines as a picture only. */
    private Path picture(boolean isUpright) throws Exception {
        assumeTrue(new Font(FONT, Font.PLAIN, SIZE).getFamily().startsWith("Noto"), FONT + " is not installed");
        var image = new BufferedImage(2_480, 3_508, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(FONT, Font.PLAIN, 2 * SIZE));
        draw(graphics, "港町の薬箱", isUpright ? 2_100 : 300, isUpright ? 400 : 500, 2 * SIZE, isUpright);
        graphics.setFont(new Font(FONT, Font.PLAIN, SIZE));
        for (int line = 0; line < LINES.size(); line++) {
            int across = 700 + 84 * line;
            draw(
                    graphics,
                    LINES.get(line),
                    isUpright ? 2_480 - across : 300,
                    isUpright ? 400 : across,
                    SIZE,
                    isUpright);
        }
        graphics.dispose();
        return pdf(image);
    }

    /** Draws characters in squares; in upright lines the signs are in the upper right of theirs. */
    private static void draw(Graphics2D graphics, String text, int x, int y, int size, boolean isUpright) {
        for (int at = 0; at < text.length(); at++) {
            boolean isSign = isUpright && "、。".indexOf(text.charAt(at)) >= 0;
            int right = isUpright ? (isSign ? size * 6 / 10 : 0) : at * size;
            int down = isUpright ? at * size - (isSign ? size * 6 / 10 : 0) : 0;
            graphics.drawString(text.substring(at, at + 1), x + right, y + down);
        }
    }

    private Path pdf(BufferedImage image) throws Exception {
        Path file = folder.resolve("picture.pdf");
        try (var pdf = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(pdf, image),
                        0,
                        0,
                        image.getWidth() * 72f / DOTS_PER_INCH,
                        image.getHeight() * 72f / DOTS_PER_INCH);
            }
            pdf.save(file.toFile());
        }
        return file;
    }

    /** Returns the edit distance of two texts relative to the length of {@code printed}, without spaces. */
    private static double error(String printed, String read) {
        String one = Normalizer.normalize(printed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        String other = Normalizer.normalize(read, Normalizer.Form.NFKC).replaceAll("\\s", "");
        int[] distances = new int[other.length() + 1];
        for (int at = 0; at <= other.length(); at++) {
            distances[at] = at;
        }
        for (int row = 1; row <= one.length(); row++) {
            int diagonal = distances[0];
            distances[0] = row;
            for (int at = 1; at <= other.length(); at++) {
                int changed = diagonal + (one.charAt(row - 1) == other.charAt(at - 1) ? 0 : 1);
                diagonal = distances[at];
                distances[at] = Math.min(changed, 1 + Math.min(distances[at], distances[at - 1]));
            }
        }
        return distances[other.length()] / (double) one.length();
    }
}
