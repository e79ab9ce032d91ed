package jirei.intake.pdf;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import jirei.intake.PrintedPdf;
import jirei.intake.page.Area;
import jirei.intake.page.PageText;
import jirei.intake.source.Budget;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.util.Matrix;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The image of a page, and the positions of its text on it. */
class PdfPageTest {
    private static final double WIDTH = PDRectangle.A4.getWidth();
    private static final double HEIGHT = PDRectangle.A4.getHeight();
    /** In fractions of the page: about 4 points. */
    private static final Offset<Double> CLOSE = Offset.offset(0.006);

    @TempDir
    private Path folder = Path.of("");

    private static PageText text(Path file, int page) throws Exception {
        return PdfPage.text(SourceFile.of(file), page, new Budget(Duration.ofMinutes(1)));
    }

    private BufferedImage image(Path file, int dpi) throws Exception {
        Path png = folder.resolve("page.png");
        assertThat(PdfPage.writeImage(SourceFile.of(file), 1, dpi, png)).isTrue();
        return ImageIO.read(png.toFile());
    }

    private static void assertAt(Area area, double left, double top, double right, double bottom) {
        assertThat(area.x()).isCloseTo(left / WIDTH, CLOSE);
        assertThat(area.y()).isCloseTo(top / HEIGHT, CLOSE);
        assertThat(area.right()).isCloseTo(right / WIDTH, CLOSE);
        assertThat(area.bottom()).isCloseTo(bottom / HEIGHT, CLOSE);
    }

    @Test
    void theAreaOfALineAndOfAWordInItIsWhereTheyArePrinted() throws Exception {
        Path file = new PrintedPdf().page().lines(60, 100, "灯台の島では店が荷物を預かる。").write(folder.resolve("printed.pdf"));

        PageText.Line line = text(file, 1).lines().getFirst();

        assertThat(line.text()).isEqualTo("灯台の島では店が荷物を預かる。");
        assertThat(line.direction()).isEqualTo(PageText.Direction.RIGHT);
        assertAt(requireNonNull(line.area(0, line.text().length())), 60, 92, 60 + 15 * 10, 102);
        assertAt(requireNonNull(line.area(8, 10)), 140, 92, 160, 102);
    }

    @Test
    void aLineFromTopToBottomIsDividedFromTopToBottom() throws Exception {
        var pdf = new PrintedPdf().page();
        String text = "灯台の島では店が荷物を";
        for (int at = 0; at < text.length(); at++) {
            pdf.text(500, 100 + 12 * at, 10, text.substring(at, at + 1));
        }

        PageText.Line line =
                text(pdf.write(folder.resolve("upright.pdf")), 1).lines().getFirst();

        assertThat(line.text()).isEqualTo(text);
        assertThat(line.direction()).isEqualTo(PageText.Direction.DOWN);
        assertAt(requireNonNull(line.area(8, 10)), 500, 92 + 8 * 12, 510, 92 + 10 * 12);
    }

    @Test
    void columnsAreReadOneAfterTheOther() throws Exception {
        Path file = new PrintedPdf()
                .page()
                .lines(60, 100, "灯台の島では、船が着かない日の荷物を", "三つの店が順に預かることにしていて、", "店の名は港の板に書き、月の初めに世話", "役が書き換えることになっている。")
                .lines(320, 100, "鴎の島では、郵便局の倉に荷物を置き、", "翌朝に世話役が車で配って回ることにし", "ていて、雨の日は学校の子どもたちが手", "伝うことになっている。")
                .write(folder.resolve("columns.pdf"));

        assertThat(text(file, 1).lines())
                .extracting(line -> line.text().substring(0, 2))
                .containsExactly("灯台", "三つ", "店の", "役が", "鴎の", "翌朝", "てい", "伝う");
    }

    /** Writes HHHH, turned by {@code turn}, on a page with a rotation, whose crop box leaves out its left and lower edge. */
    private Path turned(int rotation, int turn) throws IOException {
        Path file = folder.resolve("turned.pdf");
        try (var pdf = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            page.setCropBox(new PDRectangle(100, 50, (float) WIDTH - 100, (float) HEIGHT - 50));
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 40);
                content.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(turn), 250, 400));
                content.showText("HHHH");
                content.endText();
            }
            pdf.save(file.toFile());
        }
        return file;
    }

    private static Area inkOf(BufferedImage image) {
        int left = image.getWidth();
        int top = image.getHeight();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFF) < 128) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return Area.between(
                (double) left / image.getWidth(),
                (double) top / image.getHeight(),
                (double) right / image.getWidth(),
                (double) bottom / image.getHeight());
    }

    @ParameterizedTest(name = "text turned by {1} degrees on a page rotated by {0} runs {2}")
    @CsvSource({
        "0,   0,   RIGHT",
        "90,  0,   DOWN",
        "180, 0,   LEFT",
        "270, 0,   UP",
        "0,   90,  UP",
        "90,  90,  RIGHT",
        "180, 90,  DOWN",
        "270, 180, DOWN",
    })
    void theAreaIsWhereTheInkIs(int rotation, int turn, PageText.Direction direction) throws Exception {
        Path file = turned(rotation, turn);

        PageText page = text(file, 1);
        Area ink = inkOf(image(file, 72));

        PageText.Line line = page.lines().getFirst();
        assertThat(line.direction()).isEqualTo(direction);
        Area area = requireNonNull(line.area(0, 4));
        assertThat(area.x()).isBetween(ink.x() - 0.03, ink.x() + 0.003);
        assertThat(area.y()).isBetween(ink.y() - 0.03, ink.y() + 0.003);
        assertThat(area.right()).isBetween(ink.right() - 0.003, ink.right() + 0.03);
        assertThat(area.bottom()).isBetween(ink.bottom() - 0.003, ink.bottom() + 0.03);
    }

    @Test
    void anImageHasTheProportionsOfThePageAndTheRequestedResolution() throws Exception {
        BufferedImage image = image(turned(90, 0), 144);

        assertThat(image.getWidth()).isEqualTo((int) (2 * (HEIGHT - 50)));
        assertThat(image.getHeight()).isEqualTo((int) (2 * (WIDTH - 100)));
    }

    @Test
    void theImageOfAHugePageHasABoundedNumberOfPixels() throws Exception {
        Path file = folder.resolve("huge.pdf");
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage(new PDRectangle(14_000, 7_000)));
            pdf.save(file.toFile());
        }

        BufferedImage image = image(file, 220);

        assertThat(image.getWidth() * image.getHeight()).isBetween(Limits.MAX_PAGE_PIXELS / 2, Limits.MAX_PAGE_PIXELS);
        assertThat(image.getWidth() / (double) image.getHeight()).isCloseTo(2, Offset.offset(0.01));
    }

    @Test
    void anEncryptedDocumentIsOneSentence() throws Exception {
        Path file = folder.resolve("locked.pdf");
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(file.toFile());
        }

        assertThatThrownBy(() -> image(file, 72))
                .isInstanceOf(SourceFormatException.class)
                .hasMessageContaining("パスワードで保護されています");
    }

    @Test
    void aPageWithoutTextHasNoLines() throws Exception {
        Path file = new PrintedPdf().page().image().write(folder.resolve("scan.pdf"));

        assertThat(text(file, 1).lines()).isEqualTo(List.of());
        assertThat(text(file, 1).hasImage()).isTrue();
    }
}
