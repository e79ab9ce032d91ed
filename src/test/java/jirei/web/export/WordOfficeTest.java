package jirei.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jirei.search.MatchRange;
import jirei.web.page.MarkedText;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Word documents as LibreOffice prints them, on machines that have it; elsewhere {@link WordTest} reads them alone. */
@Tag("slow")
class WordOfficeTest {
    /** A4 in points. */
    private static final float SHORT_SIDE = 595;

    private static final float LONG_SIDE = 842;

    @TempDir
    private Path folder;

    private static boolean hasOffice() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory).resolve("soffice")));
    }

    private PDDocument printed(byte[] file) throws Exception {
        Path document = Files.write(folder.resolve("a.docx"), file);
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        document.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(office.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return Loader.loadPDF(folder.resolve("a.pdf").toFile());
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replace(" ", "");
    }

    @Test
    void resultsPrintOnA4WithPageNumbers() throws Exception {
        if (!hasOffice()) {
            return;
        }
        ExportedSection section = Exported.section("夜の灯", "灯をともす。")
                .withPassages(List.of(MarkedText.of("夜に灯をともす。", List.of(new MatchRange(2, 3)))));
        try (PDDocument document = printed(WordTest.results(section))) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(SHORT_SIDE - 1, SHORT_SIDE + 1);
            assertThat(text(document)).contains("1.夜の灯", "夜に灯をともす。", "架空の事例集第7号", "1/1");
        }
    }

    @Test
    void comparisonsPrintInLandscape() throws Exception {
        if (!hasOffice()) {
            return;
        }
        try (PDDocument document = printed(WordTest.comparison())) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(LONG_SIDE - 1, LONG_SIDE + 1);
            assertThat(text(document)).contains("12,345人");
        }
    }
}
