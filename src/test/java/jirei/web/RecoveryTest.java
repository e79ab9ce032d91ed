package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jirei.Eventually;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.lucene.IndexMaintainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A server with a damaged index reports it, searches the previous index if there is one, and repairs the damaged one
 * meanwhile.
 */
@Tag("slow")
class RecoveryTest {
    @TempDir
    Path folder;

    private Path corpus;
    private final List<String> messages = new ArrayList<>();

    @BeforeEach
    void indexOneCase() throws Exception {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.jsonl"), line("a"));
        rebuild();
    }

    @Test
    void thePreviousIndexIsSearchedUntilTheDamagedOneIsRebuilt() throws Exception {
        Files.writeString(corpus.resolve("b.jsonl"), line("b"));
        rebuild();
        damageNewest();
        try (IndexMaintainer live = open();
                Site site = Site.of(live.engine())) {
            assertThat(messages).singleElement().asString().contains("索引が壊れているため、事例ファイルから作り直します", "その前の索引（1事例）で答えます");
            assertThat(site.get("/health").statusCode()).isEqualTo(200);
            JsonNode health = site.json("/health");
            assertThat(health.path("status").asString()).isEqualTo("old");
            assertThat(health.path("faultList").path(0).asString()).contains(messages.getFirst());
            assertThat(found(site)).isEqualTo(1);

            live.start();
            await(site, "ok");

            assertThat(found(site)).isEqualTo(2);
            assertThat(site.json("/health").path("faults").asInt()).isZero();
        }
    }

    @Test
    void withoutAPreviousIndexTheServerReportsTheRebuild() throws Exception {
        damageNewest();
        try (IndexMaintainer live = open();
                Site site = Site.of(live.engine())) {
            assertThat(messages).singleElement().asString().contains("できるまで検索はできません");
            assertThat(site.get("/health").statusCode()).isEqualTo(503);
            assertThat(site.json("/health").path("status").asString()).isEqualTo("none");
            for (String path : List.of("/", "/?q=" + Site.encoded("灯台"), "/cases/a", "/compare?case=a&case=b")) {
                HttpResponse<String> page = site.get(path);
                assertThat(page.statusCode()).as(path).isEqualTo(503);
                assertThat(page.body()).as(path).contains("索引を作っています", "いま事例ファイルから作り直しています");
                assertThat(page.headers().firstValue("Retry-After")).isPresent();
            }
            HttpResponse<String> api = site.get("/api/search?q=" + Site.encoded("灯台"));
            assertThat(api.statusCode()).isEqualTo(503);
            assertThat(api.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(api.body()).contains("urn:jirei:index-awaited");
            assertThat(site.get("/help").statusCode()).isEqualTo(200);

            live.start();
            await(site, "ok");

            assertThat(found(site)).isEqualTo(1);
        }
    }

    @Test
    void aReadOnlyServerWaitsForTheRepair() throws Exception {
        damageNewest();
        try (IndexMaintainer mending = open();
                IndexMaintainer reading = open();
                Site site = Site.of(reading.engine())) {
            reading.start();
            assertThat(site.get("/health").statusCode()).isEqualTo(503);

            mending.start();
            await(site, "ok");

            assertThat(found(site)).isEqualTo(1);
        }
    }

    private static int found(Site site) throws Exception {
        return site.json("/api/search?q=" + Site.encoded("灯台"))
                .path("total")
                .path("cases")
                .asInt(-1);
    }

    private static void await(Site site, String status) throws Exception {
        Eventually.await(() -> site.json("/health").path("status").asString().equals(status));
    }

    private void damageNewest() throws IOException {
        Path generation = folder.resolve("index")
                .resolve(Files.readString(folder.resolve("index/CURRENT")).strip());
        try (Stream<Path> files = Files.list(generation)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[(int) Files.size(file)]);
            }
        }
    }

    private static String line(String id) {
        return "{\"id\":\"" + id
                + "\",\"title\":\"題\",\"sections\":[{\"id\":\"s1\",\"kind\":\"lead\",\"text\":\"灯台\"}]}\n";
    }

    private void rebuild() throws Exception {
        EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index")).rebuild(done -> {}, fault -> {});
    }

    private IndexMaintainer open() throws Exception {
        return IndexMaintainer.open(
                CorpusReader.of(corpus),
                folder.resolve("index"),
                new IndexMaintainer.Listener(messages::add, done -> {}, fault -> {}));
    }
}
