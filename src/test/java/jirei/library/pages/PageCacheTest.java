package jirei.library.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import jirei.corpus.text.Sha256;
import jirei.intake.BrokenWorker;
import jirei.intake.PageProcesses;
import jirei.intake.PrintedPdf;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page is shown as large as its memory allows. */
@Tag("slow")
class PageCacheTest {
    @Test
    void aPageTooLargeForTheZoomIsShownAtTheSmallerOne(@TempDir Path folder) throws Exception {
        Path printed = new PrintedPdf().page().lines(60, 100, "浜の灯台").write(folder.resolve("printed.pdf"));
        String id = Sha256.of(printed).substring(0, 16);
        Path kept = Files.createDirectories(folder.resolve("sources/" + id + "/original"));
        Files.copy(printed, kept.resolve("printed.pdf"));
        var settings = new PageProcesses.Settings(
                // enough for the 5 MB of zoom 1, not for the 19 MB of zoom 2
                temporary -> BrokenWorker.pageCommand(temporary, "-Xmx32m"),
                Duration.ofSeconds(60),
                1,
                4,
                Duration.ofSeconds(60),
                Duration.ofMinutes(1));
        try (var cache = new PageCache(folder.resolve("pages"), 1 << 20, new PageProcesses(settings))) {
            byte[] image = cache.image(
                            new Originals(folder.resolve("sources")).named(id).orElseThrow(), 1, 2)
                    .orElseThrow();

            BufferedImage shown = ImageIO.read(new ByteArrayInputStream(image));
            assertThat(shown.getWidth()).isBetween(900, 920);
        }
    }
}
