package jirei.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Writes an invented document in every format. */
public final class Documents {
    private Documents() {}

    /** Writes a Word file with a heading, text, a subsection, a table row and a footnote. */
    public static Path word(Path file) throws IOException {
        try (var document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            addHeadingStyles(document);
            paragraph(document, "1", "緑町の夜間当番");
            paragraph(document, "", "島根県緑町は令和2年度に当番を始めた。");
            paragraph(document, "2", "しくみ");
            XWPFParagraph noted = paragraph(document, "", "医師会が当番表を作る。");
            var note = document.createFootnote();
            note.createParagraph().createRun().setText("半年に一度作る。");
            noted.addFootnoteReference(note);
            XWPFTable table = document.createTable(1, 2);
            table.getRow(0).getCell(0).setText("人口");
            table.getRow(0).getCell(1).setText("8,694人");
            document.write(out);
        }
        return file;
    }

    private static void addHeadingStyles(XWPFDocument document) {
        var styles = document.createStyles();
        for (String level : List.of("1", "2")) {
            CTStyle style = CTStyle.Factory.newInstance();
            style.setStyleId(level);
            style.addNewName().setVal("heading " + level);
            style.setType(STStyleType.PARAGRAPH);
            styles.addStyle(new XWPFStyle(style));
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        if (!style.isEmpty()) {
            paragraph.setStyle(style);
        }
        paragraph.createRun().setText(text);
        return paragraph;
    }

    /** Writes slides, each with a title and lines below it. */
    public static Path powerPoint(Path file, String... titles) throws IOException {
        try (var show = new XMLSlideShow();
                OutputStream out = Files.newOutputStream(file)) {
            var layout = show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_AND_CONTENT);
            for (String title : titles) {
                XSLFSlide slide = show.createSlide(layout);
                slide.getPlaceholder(0).setText(title);
                slide.getPlaceholder(1).setText(title + "を町で話し合う。");
            }
            show.write(out);
        }
        return file;
    }

    /** Writes an OpenDocument text with the body {@code xml}. */
    public static Path openDocument(Path file, String prologue, String xml) throws IOException {
        String content =
                prologue + "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                        + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' office:version='1.2'>"
                        + "<office:body><office:text>" + xml
                        + "</office:text></office:body></office:document-content>";
        return zip(
                file,
                "mimetype",
                "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.UTF_8),
                "content.xml",
                content.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a ZIP archive of alternating names and contents. */
    public static Path zip(Path file, Object... namesAndContents) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            for (int at = 0; at < namesAndContents.length; at += 2) {
                out.putNextEntry(new ZipEntry((String) namesAndContents[at]));
                out.write((byte[]) namesAndContents[at + 1]);
                out.closeEntry();
            }
        }
        return file;
    }
}
