package jirei.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import jirei.web.IslandSite;
import jirei.web.request.ProblemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of a document by its id. */
@Tag("slow")
class PageImageHandlersTest {
    private static IslandSite island;
    private static Javalin javalin;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        island = new IslandSite(folder, Duration.ofSeconds(40));
        var handlers = new PageImageHandlers(island.pages());
        javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.exception(ProblemException.class, (e, context) -> context.status(
                            e.problem().status())
                    .result(e.problem().detail()));
            config.routes.get("/{docId}/pages/{n}", handlers::image);
            config.routes.get("/{docId}/pages/{n}/text", handlers::text);
            config.routes.get("/{docId}/original", handlers::download);
        });
        javalin.start("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() throws Exception {
        javalin.stop();
        island.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + javalin.port() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void theTextOfAPageHasTheAreasOfItsLines() throws Exception {
        HttpResponse<String> text = get("/" + island.id() + "/pages/1/text");
        JsonNode page = JsonMapper.shared()
                .readTree(new String(text.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));

        assertThat(page.get("pages").asInt()).isEqualTo(2);
        JsonNode line = page.get("lines").get(1);
        assertThat(line.get("text").asString()).isEqualTo("船が着かない日の荷物は、三つの店が預かる。");
        assertThat(line.get("direction").asString()).isEqualTo("RIGHT");
        assertThat(line.get("area").get("x").asDouble()).isBetween(0.100, 0.102);
        assertThat(line.get("stops").size())
                .isEqualTo(line.get("text").asString().length() + 1);
    }

    @Test
    void theImageAndTheOriginalAreFiles() throws Exception {
        assertThat(get("/" + island.id() + "/pages/1.png").body()).startsWith("\u0089PNG");
        assertThat(get("/" + island.id() + "/original").body()).startsWith("%PDF-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/0123456789abcdef/original",
                "/..%2Fcorpus/original",
                "/%2E%2E/pages/1/text",
                "/0123456789ABCDEF/pages/1.png"
            })
    void otherIdsHaveNothing(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void aPageThatTheDocumentDoesNotHaveIsNotFound() throws Exception {
        assertThat(get("/" + island.id() + "/pages/3.png").statusCode()).isEqualTo(404);
        assertThat(get("/" + island.id() + "/pages/3/text").statusCode()).isEqualTo(404);
    }
}
