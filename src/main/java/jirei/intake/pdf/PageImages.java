package jirei.intake.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws pages as they are seen. Not thread-safe. */
final class PageImages {
    private static final double DOTS_PER_INCH = 300;
    private static final double POINTS_PER_INCH = 72;
    /** Maximum number of pixels of a drawn page; A3 at 300 dots per inch has 17 million. */
    private static final double MAX_PIXELS = 36_000_000;
    /** Maximum number of pixels of a picture in a page, which PDFBox decodes as a whole. */
    private static final long MAX_PICTURE_PIXELS = 120_000_000;

    private final PDDocument pdf;
    private final PDFRenderer renderer;

    PageImages(PDDocument pdf) {
        this.pdf = pdf;
        this.renderer = new PDFRenderer(pdf);
        this.renderer.setSubsamplingAllowed(true);
    }

    /**
     * A drawn page. Immutable.
     *
     * @param pixels one byte of grey a pixel
     */
    record Image(BufferedImage pixels, double dotsPerInch) {}

    /**
     * Draws page {@code number}, from 1.
     *
     * @throws IOException if it cannot be drawn, or a picture in it is too large
     */
    Image draw(int number) throws IOException {
        PDPage page = pdf.getPage(number - 1);
        checkPictures(page.getResources());
        PDRectangle box = page.getCropBox();
        double inches = Math.max(1, box.getWidth() * (double) box.getHeight()) / (POINTS_PER_INCH * POINTS_PER_INCH);
        double resolution = Math.min(DOTS_PER_INCH, Math.sqrt(MAX_PIXELS / inches));
        return new Image(renderer.renderImageWithDPI(number - 1, (float) resolution, ImageType.GRAY), resolution);
    }

    private static void checkPictures(PDResources resources) throws IOException {
        if (resources == null) {
            return;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)
                    && resources.getCOSObject().getCOSDictionary(COSName.XOBJECT) != null
                    && resources
                                    .getCOSObject()
                                    .getCOSDictionary(COSName.XOBJECT)
                                    .getDictionaryObject(name)
                            instanceof COSStream picture
                    && picture.getLong(COSName.WIDTH) * picture.getLong(COSName.HEIGHT) > MAX_PICTURE_PIXELS) {
                throw new IOException("a picture is too large");
            }
        }
    }
}
