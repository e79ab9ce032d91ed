package jirei.intake.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import jirei.intake.page.Page;
import jirei.intake.page.PageText;
import jirei.intake.source.Budget;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Shows a page of a PDF: as an image, and as its text with the positions. Bounds neither the time nor the memory that an
 * image takes, and therefore runs in a process of its own. Stateless.
 */
public final class PdfPage {
    private static final double POINTS_PER_INCH = 72;
    private static final String LINES = "行";

    private PdfPage() {}

    /**
     * Writes the image of page {@code page}, from 1, to {@code target} as PNG. It has less than {@code dpi} dots per
     * inch if it would have more than {@link Limits#MAX_PAGE_PIXELS}.
     *
     * @return whether the document has this page
     * @throws IOException if the file cannot be read or written
     * @throws SourceFormatException if the document is encrypted or damaged
     */
    public static boolean writeImage(SourceFile file, int page, int dpi, Path target)
            throws IOException, SourceFormatException {
        Optional<BufferedImage> image = PdfDocument.open(
                file, pdf -> page > pdf.getNumberOfPages() ? Optional.empty() : Optional.of(image(pdf, page, dpi)));
        if (image.isPresent()) {
            ImageIO.setUseCache(false);
            try (OutputStream out = Files.newOutputStream(target)) {
                ImageIO.write(image.get(), "png", out);
            }
        }
        return image.isPresent();
    }

    private static BufferedImage image(PDDocument pdf, int page, int dpi) throws IOException {
        PageArea area = PageArea.of(pdf.getPage(page - 1));
        double points = Math.max(1, area.width()) * Math.max(1, area.height());
        double scale = Math.min(dpi / POINTS_PER_INCH, Math.sqrt(Limits.MAX_PAGE_PIXELS / points));
        var renderer = new PDFRenderer(pdf);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(page - 1, (float) scale, ImageType.RGB);
    }

    /**
     * Returns the text of page {@code page}, from 1; without lines if the document has no such page.
     *
     * @throws IOException if the file cannot be read
     * @throws SourceFormatException if the document is encrypted or damaged
     * @throws jirei.intake.source.DocumentLimitException if it exceeds the limits
     */
    public static PageText text(SourceFile file, int page, Budget budget) throws IOException, SourceFormatException {
        return PdfDocument.open(file, pdf -> {
            int pages = pdf.getNumberOfPages();
            if (page > pages) {
                return new PageText(page, pages, LINES, 0, 0, List.of());
            }
            List<Page> drawn = new ArrayList<>();
            var extractor = new GlyphExtractor(budget, drawn::add);
            extractor.setStartPage(page);
            extractor.setEndPage(page);
            extractor.writeText(pdf, Writer.nullWriter());
            PageArea area = PageArea.of(pdf.getPage(page - 1));
            List<PageText.Line> lines = drawn.isEmpty() ? List.of() : PlacedLines.of(drawn.getFirst(), area);
            return new PageText(page, pages, LINES, area.width(), area.height(), lines);
        });
    }
}
