package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jirei.intake.Documents;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importing a document opens no network connection, however its format refers to an address. */
@Tag("slow")
class ImportOpensNothingTest {
    @TempDir
    Path folder;

    private ServerSocket server;
    private String address = "";
    private final CommandRunner command = new CommandRunner();

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setSoTimeout(200);
        address = "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** Asserts that all files are imported without opening the address that they refer to. */
    private void assertImportedOffline(Path... files) throws IOException {
        assertThat(imported(files)).as(command.err()).isEqualTo(Main.OK);
        assertThat(hasConnection()).as("%s opened %s", List.of(files), address).isFalse();
    }

    /** Asserts that each file is refused for {@code problem} without opening the address that it refers to. */
    private void assertRefusedOffline(String problem, Path... files) throws IOException {
        assertThat(imported(files)).isNotEqualTo(Main.OK);
        assertThat(command.err().lines().filter(line -> line.contains(problem))).hasSameSizeAs(files);
        assertThat(hasConnection()).as("%s opened %s", List.of(files), address).isFalse();
    }

    private int imported(Path... files) {
        List<Object> arguments = new ArrayList<>(List.of("import", "--into", folder.resolve("cases")));
        arguments.addAll(List.of(files));
        return command.run(arguments.toArray());
    }

    private boolean hasConnection() throws IOException {
        try (Socket connection = server.accept()) {
            return connection.isConnected();
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    @Test
    void aConnectionWouldBeNoticed() throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort()).close();

        assertThat(hasConnection()).isTrue();
    }

    @Test
    void webPagesAndMarkdown() throws IOException {
        String page =
                """
                <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "ADDRESSxhtml.dtd">
                <html manifest="ADDRESSm"><head><base href="ADDRESS"><title>町の話</title>
                <meta http-equiv="refresh" content="0;url=ADDRESSr"><link rel="stylesheet" href="ADDRESSs.css">
                <style>@import url(ADDRESSi.css);</style><script src="ADDRESSx.js"></script></head>
                <body background="ADDRESSb"><h1>町の話</h1><img src="ADDRESSi.png"><iframe src="ADDRESSf"></iframe>
                <object data="ADDRESSo"></object><embed src="ADDRESSe"><video src="ADDRESSv"></video>
                <svg><image href="ADDRESSi"/><use href="ADDRESSu"/></svg><p>本文が続く。</p></body></html>
                """
                        .replace("ADDRESS", address);
        assertImportedOffline(
                Files.writeString(folder.resolve("a.html"), page),
                Files.writeString(folder.resolve("b.xhtml"), page),
                Files.writeString(folder.resolve("c.md"), "# 町の話\n\n![絵](" + address + ") 本文。\n"));
    }

    @Test
    void anOpenDocumentWithExternalEntities() throws IOException {
        String prologue = "<?xml version='1.0'?><!DOCTYPE a SYSTEM '" + address + "a.dtd' [<!ENTITY e SYSTEM '"
                + address + "e'><!ENTITY % p SYSTEM '" + address + "p'> %p;]>";
        assertImportedOffline(
                Documents.openDocument(folder.resolve("a.odt"), prologue, "<text:p>本文&e;</text:p>"),
                Documents.openDocument(
                        folder.resolve("b.odt"),
                        "",
                        "<text:p>本文<draw:frame xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'><draw:image"
                                + " xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='" + address
                                + "i.png'/></draw:frame></text:p>"));
    }

    @Test
    void aWordFileWithExternalParts() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String type : List.of("attachedTemplate", "image", "oleObject", "hyperlink", "frame", "subDocument")) {
            files.add(word(
                    type + ".docx",
                    "",
                    "<Relationship Id='r9' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                            + type + "' Target='" + address + type + "' TargetMode='External'/>"));
        }
        assertImportedOffline(files.toArray(Path[]::new));
    }

    @Test
    void aWordFileWithExternalEntities() throws IOException {
        String prologue =
                "<!DOCTYPE w [<!ENTITY e SYSTEM '" + address + "e'><!ENTITY % p SYSTEM '" + address + "p'> %p;]>";
        assertRefusedOffline("「a.docx」は", word("a.docx", prologue, ""));
    }

    private Path word(String name, String prologue, String relationship) throws IOException {
        String head = "<?xml version='1.0' encoding='UTF-8'?>";
        String relationships =
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>%s</Relationships>";
        return Documents.zip(
                folder.resolve(name),
                "[Content_Types].xml",
                bytes(head + "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument"
                        + ".wordprocessingml.document.main+xml'/></Types>"),
                "_rels/.rels",
                bytes(head
                        + relationships.replace(
                                "%s",
                                "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
                                        + "relationships/officeDocument' Target='word/document.xml'/>")),
                "word/_rels/document.xml.rels",
                bytes(head + relationships.replace("%s", relationship)),
                "word/document.xml",
                bytes(
                        head + prologue
                                + "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
                                + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><w:body><w:p>"
                                + "<w:hyperlink r:id='r9'><w:r><w:t>町の話</w:t></w:r></w:hyperlink></w:p></w:body></w:document>"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPdfWithActions() throws IOException {
        Path file = folder.resolve("a.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage();
            var link = new PDAnnotationLink();
            var uri = new PDActionURI();
            uri.setURI(address);
            link.setAction(uri);
            page.setAnnotations(List.of(link));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText("The village meets every week to talk about the night.");
                content.endText();
            }
            document.getDocumentCatalog().setOpenAction(uri);
            document.save(file.toFile());
        }
        assertImportedOffline(file);
    }

    @Test
    void anAddressInsteadOfAFile() throws IOException {
        assertRefusedOffline("読めません。ファイルの場所と権限を確かめてください。", Path.of(address), Path.of("jar:" + address + "a.zip!/a"));
    }
}
