package jirei.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Writes a PDF with text at given positions, in points from the upper left corner of an A4 page, in a Japanese font
 * that is not embedded. Not thread-safe.
 */
public final class PrintedPdf {
    private static final COSName FONT = COSName.getPDFName("F1");

    private final List<StringBuilder> pages = new ArrayList<>();
    private final List<COSDictionary> elements = new ArrayList<>();
    private final List<Integer> elementPages = new ArrayList<>();
    private int marks;

    /** Starts a page. */
    public PrintedPdf page() {
        pages.add(new StringBuilder());
        marks = 0;
        return this;
    }

    /** Prints {@code text} with its baseline at {@code y}. */
    public PrintedPdf text(double x, double y, double size, String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
        pages.getLast()
                .append("BT /F1 " + size + " Tf 1 0 0 1 " + x + " " + (height() - y) + " Tm <" + hex + "> Tj ET\n");
        return this;
    }

    /** Adds text that is not drawn, as scanners add it to the picture of a page. */
    public PrintedPdf hiddenText(double x, double y, double size, String text) {
        pages.getLast().append("3 Tr\n");
        text(x, y, size, text);
        pages.getLast().append("0 Tr\n");
        return this;
    }

    /** Prints lines of 10 points, 18 points apart, from {@code y}. */
    public PrintedPdf lines(double x, double y, String... lines) {
        for (int at = 0; at < lines.length; at++) {
            text(x, y + 18 * at, 10, lines[at]);
        }
        return this;
    }

    /** Draws a horizontal or vertical rule. */
    public PrintedPdf rule(double fromX, double fromY, double toX, double toY) {
        pages.getLast().append(fromX + " " + (height() - fromY) + " m " + toX + " " + (height() - toY) + " l S\n");
        return this;
    }

    /** Fills a rectangle with gray. */
    public PrintedPdf shade(double left, double top, double right, double bottom) {
        pages.getLast()
                .append("q 0.85 g " + left + " " + (height() - bottom) + " " + (right - left) + " " + (bottom - top)
                        + " re f Q\n");
        return this;
    }

    /** Draws a grid of rules. */
    public PrintedPdf grid(double[] xs, double[] ys) {
        for (double x : xs) {
            rule(x, ys[0], x, ys[ys.length - 1]);
        }
        for (double y : ys) {
            rule(xs[0], y, xs[xs.length - 1], y);
        }
        return this;
    }

    /** Fills the page with an image. */
    public PrintedPdf image() {
        pages.getLast().append("q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n");
        return this;
    }

    /** Prints lines as an element of the structure tree; elements are in the order of these calls. */
    public PrintedPdf element(String type, double x, double y, String... lines) {
        pages.getLast().append("/" + type + " <</MCID " + marks + ">> BDC\n");
        lines(x, y, lines);
        pages.getLast().append("EMC\n");
        var element = new COSDictionary();
        element.setItem(COSName.S, COSName.getPDFName(type));
        element.setItem(COSName.K, COSInteger.get(marks));
        elements.add(element);
        elementPages.add(pages.size() - 1);
        marks++;
        return this;
    }

    /** Moves the last element of the structure tree to {@code at}. */
    public PrintedPdf moveTo(int at) {
        elements.add(at, elements.removeLast());
        elementPages.add(at, elementPages.removeLast());
        return this;
    }

    private static double height() {
        return PDRectangle.A4.getHeight();
    }

    /** Writes the file and returns it. */
    public Path write(Path file) throws IOException {
        try (var pdf = new PDDocument()) {
            for (StringBuilder content : pages) {
                var page = new PDPage(PDRectangle.A4);
                var resources = new PDResources();
                var fonts = new COSDictionary();
                fonts.setItem(FONT, font());
                resources.getCOSObject().setItem(COSName.FONT, fonts);
                page.setResources(resources);
                var stream = new PDStream(pdf);
                try (OutputStream out = stream.createOutputStream()) {
                    out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
                }
                page.setContents(stream);
                pdf.addPage(page);
            }
            if (!elements.isEmpty()) {
                pdf.getDocumentCatalog().getCOSObject().setItem(COSName.STRUCT_TREE_ROOT, structure(pdf));
            }
            pdf.save(file.toFile());
        }
        return file;
    }

    private COSDictionary structure(PDDocument pdf) {
        var root = new COSDictionary();
        var kids = new COSArray();
        for (int at = 0; at < elements.size(); at++) {
            COSDictionary element = elements.get(at);
            element.setItem(COSName.PG, pdf.getPage(elementPages.get(at)).getCOSObject());
            element.setItem(COSName.P, root);
            kids.add(element);
        }
        root.setItem(COSName.K, kids);
        return root;
    }

    private static COSDictionary font() {
        var system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Japan1"));
        system.setInt(COSName.SUPPLEMENT, 6);
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "HeiseiMin-W3");
        descriptor.setInt(COSName.FLAGS, 4);
        var cid = new COSDictionary();
        cid.setItem(COSName.TYPE, COSName.FONT);
        cid.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        cid.setName(COSName.BASE_FONT, "HeiseiMin-W3");
        cid.setItem(COSName.CIDSYSTEMINFO, system);
        cid.setItem(COSName.FONT_DESC, descriptor);
        cid.setInt(COSName.DW, 1000);
        var descendants = new COSArray();
        descendants.add(cid);
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "HeiseiMin-W3-UniJIS-UTF16-H");
        font.setName(COSName.ENCODING, "UniJIS-UTF16-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }
}
