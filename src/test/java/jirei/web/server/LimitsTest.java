package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jirei.web.FailingEngine;
import jirei.web.PausingEngine;
import jirei.web.RawHttp;
import jirei.web.Site;
import jirei.web.settings.DefaultLimits;
import jirei.web.settings.WebLimits;
import jirei.web.settings.WebSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Excessive requests are refused in words, as a page and as a problem. */
@Tag("slow")
class LimitsTest {
    private static final WebLimits TIGHT = new WebLimits(
            new WebLimits.SearchLimits(20, 100, 50, 5),
            new WebLimits.RequestLimits(8, 4096, 10),
            new WebLimits.LoadLimits(100, 1, 0),
            DefaultLimits.AMPLE_TIMES);

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site = Site.over(folder, Site.SETTINGS.with(TIGHT));
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "q=aaaaaaaaaaaaaaaaaaaaa, キーワードは20文字までです（21文字ありました）。",
        "page=6, ページ番号に「6」は指定できません。",
        "page=3&size=50, ページ番号に「3」は指定できません。",
        "size=51, 1ページの件数に「51」は指定できません。",
        "kind=role&kind=lead&kind=caption&not.kind=role&not.kind=lead&year=2017, 絞り込みの値は5個までです（6個ありました）。",
        "kind=role&kind=role&kind=role&kind=role&kind=role&kind=role&kind=role&kind=role&kind=role, 条件は8個までです（9個ありました）。",
        "&&&&&&&&&&&&, 条件は8個までです（13個ありました）。"
    })
    void urlsBeyondTheLimitsAreRejectedWithAMessage(String query, String detail) throws Exception {
        HttpResponse<String> page = site.get("/?" + query);
        HttpResponse<String> response = site.get("/api/search?" + query);

        assertThat(page.statusCode()).as(query).isEqualTo(400);
        assertThat(page.body()).as(query).contains(detail);
        assertThat(response.statusCode()).as(query).isEqualTo(400);
        assertThat(response.body()).as(query).contains(detail);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/help",
                "/like",
                "/compare",
                "/compare/export",
                "/shortlist",
                "/shortlist/export",
                "/export",
                "/cases/invented-1",
                "/cases/invented-1/sections/s1/similar",
                "/cases/invented-1/sections/s1/why",
                "/api/search",
                "/api/suggest",
                "/api/like",
                "/api/cases",
                "/api/cases/invented-1",
                "/health",
                "/metrics",
                "/static/site.css"
            })
    void limitsApplyToEveryPath(String path) throws Exception {
        HttpResponse<String> many = site.get(path + "?" + "q=a&".repeat(20));
        HttpResponse<String> longest = site.get(path + "?q=" + "a".repeat(2_000));

        assertThat(many.statusCode()).as(path).isEqualTo(400);
        assertThat(many.body()).as(path).contains("条件は8個までです");
        assertThat(longest.statusCode()).as(path).isEqualTo(400);
        assertThat(longest.body()).as(path).contains("文字までです");
    }

    @Test
    void overlongHeadersAreRejected() throws Exception {
        String address = RawHttp.answer(site, "GET /?q=" + "a".repeat(9_000) + " HTTP/1.1", "Host: localhost");
        String headers = RawHttp.answer(site, "GET / HTTP/1.1", "Host: localhost", "X-Long: " + "a".repeat(9_000));

        assertThat(address).startsWith("HTTP/1.1 414 ").contains("アドレスが長すぎる");
        assertThat(headers).startsWith("HTTP/1.1 431 ").contains("読み取れません");
    }

    @Test
    void overlongPathsAreRejected() throws Exception {
        HttpResponse<String> page = site.get("/cases/" + "a".repeat(1_200));
        HttpResponse<String> response = site.get("/api/cases/" + "a".repeat(1_200));

        assertThat(page.statusCode()).isEqualTo(414);
        assertThat(page.body()).contains("アドレスは1,000文字までです。");
        assertThat(response.statusCode()).isEqualTo(414);
        assertThat(response.body()).contains("urn:jirei:address-too-long");
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 11, 11", "Transfer-Encoding: chunked, 0"})
    void bodiesAreRejectedUnread(String header, int ignored) throws Exception {
        String page = RawHttp.answer(site, "GET / HTTP/1.1", "Host: localhost", header);
        String response = RawHttp.answer(site, "POST /api/search HTTP/1.1", "Host: localhost", header);

        assertThat(page).startsWith("HTTP/1.1 413 ").contains("送られたデータが大きすぎます");
        assertThat(response).startsWith("HTTP/1.1 413 ").contains("urn:jirei:body-too-large");
    }

    @Test
    void requestsBeyondTheLimitAreRejectedWithRetryAfter() throws Exception {
        var engine = new PausingEngine();
        try (Site busy = Site.of(Site.SETTINGS.with(TIGHT), engine)) {
            CompletableFuture<HttpResponse<String>> first = inBackground(busy, "/api/search?q=a");
            engine.started.await();

            HttpResponse<String> page = busy.get("/?q=b");
            HttpResponse<String> response = busy.get("/api/search?q=b");
            engine.released.countDown();

            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("ただいま混み合っています");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("urn:jirei:too-busy");
            assertThat(response.headers().firstValue("Retry-After")).contains("2");
            assertThat(first.join().statusCode()).isEqualTo(200);
            assertThat(busy.get("/api/search?q=b").statusCode()).isEqualTo(200);
        }
    }

    private static CompletableFuture<HttpResponse<String>> inBackground(Site site, String path) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return site.get(path);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void activeRequestsFinishBeforeShutdown() throws Exception {
        var engine = new PausingEngine();
        Site stopping = Site.of(Site.SETTINGS, engine);
        CompletableFuture<HttpResponse<String>> underWay = inBackground(stopping, "/api/search?q=a");
        engine.started.await();
        int port = stopping.server().port();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(stopping.server()::close);
        while (isListening(port)) {
            Thread.onSpinWait();
        }
        engine.released.countDown();

        assertThat(underWay.join().statusCode()).isEqualTo(200);
        stopped.join();
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void requestsBeyondTheRateLimitAreRejected() throws Exception {
        WebLimits limits = DefaultLimits.withRequestsPerMinute(3);
        try (Site slow = Site.of(Site.SETTINGS.with(limits), new FailingEngine())) {
            HttpResponse<String> last = slow.get("/help");
            for (int i = 0; i < 100 && last.statusCode() == 200; i++) {
                last = slow.get("/help");
            }

            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.body()).contains("1分間に受け付けるのは3回までです。");
            assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElse("0")))
                    .isBetween(1, 60);
        }
    }

    @Test
    void theRateLimitIsResetEachMinute() {
        long[] now = {0};
        var rate = new RequestRateLimiter(1, () -> now[0]);

        assertThat(rate.allows("a")).isTrue();
        assertThat(rate.allows("a")).isFalse();
        assertThat(rate.allows("b")).isTrue();
        now[0] += 60_000_000_000L;
        assertThat(rate.allows("a")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "localhost:7070, 200",
        "LOCALHOST, 200",
        "127.0.0.1:80, 200",
        "[::1]:7070, 200",
        "jirei.example.jp, 200",
        "evil.example, 421",
        "localhost.evil.example, 421",
        "127.0.0.1.evil.example:7070, 421",
        "evil.example:7070, 421"
    })
    void onlyAllowedHostNamesAreAccepted(String host, int status) throws Exception {
        WebSettings defaults = Site.SETTINGS;
        var settings = new WebSettings(
                defaults.host(),
                defaults.port(),
                defaults.development(),
                defaults.webFolder(),
                Set.of("jirei.example.jp"),
                defaults.limits(),
                defaults.logging(),
                defaults.editing());
        try (Site named = Site.of(settings, new FailingEngine())) {
            String page = RawHttp.answer(named, "GET /help HTTP/1.1", "Host: " + host);
            String response = RawHttp.answer(named, "GET /api/nothing HTTP/1.1", "Host: " + host);

            assertThat(page).startsWith("HTTP/1.1 " + status + " ");
            assertThat(response).startsWith("HTTP/1.1 " + (status == 200 ? 404 : status) + " ");
        }
    }
}
