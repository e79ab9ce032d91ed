package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Adler32;
import jirei.Eventually;
import jirei.corpus.CorpusReader;
import jirei.lucene.IndexMaintainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A figure that is corrected in a case file is shown by a browser that has seen the old one. */
class CorrectionIT {
    private static final String OLD = "朝市に12組、夕市に21組が店を出した。";
    private static final String CORRECTED = "朝市に21組、夕市に12組が店を出した。";

    @Test
    void reloadingShowsTheCorrectedFigure(@TempDir Path folder) throws Exception {
        Browser.assumeAvailable();
        assertThat(adler32(OLD)).isEqualTo(adler32(CORRECTED));
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path file = corpus.resolve("market.jsonl");
        Files.writeString(file, line(OLD));
        try (IndexMaintainer live = IndexMaintainer.open(
                        CorpusReader.of(corpus),
                        folder.resolve("index"),
                        new IndexMaintainer.Listener(said -> {}, done -> {}, fault -> {}));
                Site site = Site.of(live.engine())) {
            live.start();
            for (String path : List.of("/cases/market", "/api/cases/market", "/?q=" + Site.encoded("朝市"))) {
                correct(site, file, OLD);
                try (var browser = new Browser(true).open(site, path)) {
                    assertThat(text(browser)).as(path).contains(OLD);

                    correct(site, file, CORRECTED);
                    browser.reload();
                    assertThat(text(browser))
                            .as("reloaded " + path)
                            .contains(CORRECTED)
                            .doesNotContain(OLD);

                    browser.open(site, "/help").open(site, path);
                    assertThat(text(browser))
                            .as("opened again " + path)
                            .contains(CORRECTED)
                            .doesNotContain(OLD);
                }
            }
        }
    }

    private static String text(Browser browser) {
        return browser.evaluate("return document.body.textContent");
    }

    /** Writes {@code text} and waits until it is served. */
    private static void correct(Site site, Path file, String text) throws Exception {
        Files.writeString(file, line(text));
        Eventually.await(() -> site.get("/api/cases/market").body().contains(text));
    }

    private static String line(String text) {
        return "{\"id\":\"market\",\"title\":\"市のたつ浜\",\"sections\":[{\"id\":\"s1\",\"kind\":\"lead\","
                + "\"heading\":\"浜の市\",\"text\":\"" + text + "\"}]}\n";
    }

    private static long adler32(String text) {
        var checksum = new Adler32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }
}
