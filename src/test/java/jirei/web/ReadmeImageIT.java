package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the screenshot of the README: the top of the results page, 1280 × 860 pixels, in {@code target/screenshots/readme.png}. */
class ReadmeImageIT {
    private static final Path IMAGE = Path.of("target", "screenshots", "readme.png");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 860;

    @Test
    void theScreenshotShowsTheTopOfTheResultsPage(@TempDir Path folder) throws Exception {
        Browser.assumeAvailable();
        try (Site site = Site.shipped(folder);
                var browser = new Browser(true)) {
            browser.resize(WIDTH).open(site, "/?q=" + Site.encoded("看取り"));
            browser.evaluateAsync("await document.fonts.ready; await new Promise(requestAnimationFrame)");
            BufferedImage page = ImageIO.read(new ByteArrayInputStream(browser.screenshot()));
            Files.createDirectories(IMAGE.getParent());

            assertThat(ImageIO.write(page.getSubimage(0, 0, WIDTH, HEIGHT), "png", IMAGE.toFile()))
                    .isTrue();
        }
    }
}
