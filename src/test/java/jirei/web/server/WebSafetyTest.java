package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jirei.web.FailingEngine;
import jirei.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Properties of every response and every URL. */
@Tag("slow")
class WebSafetyTest {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");
    private static final List<String> FORBIDDEN_HEADERS =
            List.of("set-cookie", "server", "x-powered-by", "access-control-allow-origin", "location");

    @TempDir
    private static Path folder;

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = Site.over(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static void assertSafe(HttpResponse<String> response, int status, String type) {
        String path = response.request().method() + " " + response.uri();
        var headers = response.headers();

        assertThat(response.statusCode()).as(path).isEqualTo(status);
        assertThat(headers.firstValue("Content-Type").orElse("")).as(path).startsWith(type);
        HEADERS.forEach((name, value) ->
                assertThat(headers.allValues(name)).as("%s %s", path, name).containsExactly(value));
        assertThat(headers.firstValue("Permissions-Policy").orElse(""))
                .as(path)
                .contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(headers.firstValue("Cache-Control")).as(path).isPresent();
        assertThat(headers.map().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .as(path)
                .doesNotContainAnyElementsOf(FORBIDDEN_HEADERS);
    }

    @Test
    void everyKindOfResponseHasEveryHeader() throws Exception {
        assertSafe(site.get("/?q=a"), 200, "text/html");
        assertSafe(site.get("/?q=a", "HX-Request", "true"), 200, "text/html");
        assertSafe(site.get("/api/search?q=a"), 200, "application/json");
        assertSafe(site.get("/openapi.json"), 200, "application/");
        assertSafe(site.get("/health"), 200, "application/json");
        assertSafe(site.get("/metrics"), 200, "text/plain");
        assertSafe(site.get("/static/site.css"), 200, "text/css");
        assertSafe(site.get("/export?format=csv"), 200, "text/csv");
        assertSafe(site.get("/export?format=xlsx"), 200, "application/vnd.");
        assertSafe(site.send("HEAD", "/"), 200, "text/html");
    }

    @Test
    void everyErrorHasEveryHeader() throws Exception {
        assertSafe(site.get("/nowhere"), 404, "text/html");
        assertSafe(site.get("/?page=0"), 400, "text/html");
        assertSafe(site.get("/api/search?page=0"), 400, "application/problem+json");
        assertSafe(site.get("/api/cases/nobody"), 404, "application/problem+json");
        assertSafe(site.get("/static/nothing.css"), 404, "text/html");
        assertSafe(site.send("POST", "/api/search"), 405, "application/problem+json");
        assertSafe(site.send("DELETE", "/"), 405, "text/html");
        assertSafe(site.get("/?q=" + "a".repeat(40_000)), 414, "text/html");
        assertSafe(site.get("/", "X-Long", "a".repeat(40_000)), 431, "text/html");
    }

    @Test
    void internalErrorsHaveEveryHeader() throws Exception {
        try (Site broken = Site.of(new FailingEngine())) {
            assertSafe(broken.get("/?q=a"), 500, "text/html");
            assertSafe(broken.get("/api/search?q=a"), 500, "application/problem+json");
        }
    }

    @Test
    void notModifiedResponsesHaveEveryHeader() throws Exception {
        for (String path : List.of("/help", "/static/site.css", "/openapi.json")) {
            String tag = site.get(path).headers().firstValue("ETag").orElseThrow();

            assertSafe(site.get(path, "If-None-Match", tag), 304, "");
        }
    }

    /** Every URL of the API description and of the pages, with each reading method. */
    @Test
    void readingChangesNoFile() throws Exception {
        SortedMap<String, String> before = files();
        for (String path : urls()) {
            for (String method : List.of("GET", "HEAD")) {
                HttpResponse<String> response = site.send(method, path);

                assertThat(response.statusCode()).as(path).isLessThan(500);
                assertThat(response.headers().firstValue("Set-Cookie")).as(path).isEmpty();
            }
        }

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void onlyReadingMethodsAreAllowed() throws Exception {
        for (String path : urls()) {
            for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
                assertThat(site.send(method, path).statusCode())
                        .as("%s %s", method, path)
                        .isBetween(400, 499);
            }
        }
    }

    private static List<String> urls() throws Exception {
        JsonNode described = site.json("/openapi.json").get("paths");
        assertThat(described.size()).isGreaterThanOrEqualTo(10);
        return Stream.concat(
                        described.propertyNames().stream(),
                        Stream.of(
                                "/",
                                "/?q=a",
                                "/help",
                                "/like",
                                "/charts?q=a",
                                "/compare?case=invented-1&case=invented-2",
                                "/compare/export?format=csv&case=invented-1&case=invented-2",
                                "/shortlist?item=invented-1",
                                "/shortlist/export?format=md&item=invented-1",
                                "/export?format=csv",
                                "/export?format=xlsx",
                                "/static/site.css",
                                "/metrics"))
                .map(path -> path.replace("{id}", "invented-1").replace("{section}", "s1"))
                .filter(path -> !path.contains("{"))
                .toList();
    }

    /** Returns the content of each file of corpus and index. */
    private static SortedMap<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
