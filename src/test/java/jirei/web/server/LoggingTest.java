package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jirei.web.FailingEngine;
import jirei.web.RawHttp;
import jirei.web.Site;
import jirei.web.settings.LoggingSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What is logged about requests, and what is not. */
@Tag("slow")
class LoggingTest {
    private static final String QUERY = "看取り";
    private static final String PATH = "/api/search?q=" + Site.encoded(QUERY);

    private final LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        appender.setContext(logs);
        appender.start();
        logs.getLogger("jirei").addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        logs.getLogger("jirei").detachAppender(appender);
    }

    private Site site(LoggingSettings logging) throws Exception {
        return Site.over(folder, Site.SETTINGS.with(logging));
    }

    /** Returns the log messages as JSON. */
    private List<String> lines() {
        var encoder = new JsonEncoder();
        encoder.setContext(logs);
        encoder.start();
        return List.copyOf(appender.list).stream()
                .map(event -> new String(encoder.encode(event), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void rejectedRequestsAreLoggedAtALimitedRate() throws Exception {
        logs.getLogger("ROOT").addAppender(appender);
        try (Site site = Site.of(new FailingEngine())) {
            for (int i = 0; i < 60; i++) {
                for (String host : List.of("evil.example", "a b", "x:y:z", "[::1", "a:99999999", "\u001b[31mred")) {
                    RawHttp.answer(site, "GET /help HTTP/1.1", "Host: " + host);
                }
                RawHttp.answer(site, "GET / HTTP/1.1", "Host: localhost", "Content-Length: many");
                RawHttp.answer(site, "NONSENSE");
                site.get(PATH);
            }
        } finally {
            logs.getLogger("ROOT").detachAppender(appender);
        }

        // each kind twenty times, and each message at both appenders
        assertThat(appender.list).hasSizeBetween(1, 2 * 3 * 20);
        assertThat(appender.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(text -> text.contains("\u001b"));
    }

    @Test
    void requestsAreLoggedWithNumberAndWithoutQuery() throws Exception {
        HttpResponse<String> response;
        try (Site site = site(new LoggingSettings(true, false, Duration.ofDays(1), null))) {
            response = site.get(PATH);
            site.get("/nowhere?q=" + Site.encoded(QUERY));
        }

        String number = response.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst())
                .contains(
                        "\"request\":\"" + number + "\"",
                        "\"path\":\"\\/api\\/search\"",
                        "\"status\":\"200\"",
                        "\"millis\"");
        assertThat(String.join("", lines())).doesNotContain(QUERY, Site.encoded(QUERY));
    }

    @Test
    void slowSearchesAreLoggedWithTheirQueryOnDemandOnly() throws Exception {
        try (Site site = site(new LoggingSettings(false, false, Duration.ZERO, null))) {
            site.get(PATH);
        }
        assertThat(lines())
                .singleElement()
                .asString()
                .contains("slow search", "\"characters\":\"3\"")
                .doesNotContain(QUERY);

        appender.list.clear();
        try (Site site = site(new LoggingSettings(false, true, Duration.ZERO, null))) {
            site.get(PATH);
        }
        assertThat(lines()).singleElement().asString().contains("slow search", QUERY);
    }

    @Test
    void nothingIsLoggedByDefault() throws Exception {
        try (Site site = site(new LoggingSettings(false, false, Duration.ofDays(1), null))) {
            site.get(PATH);
            site.get("/?q=zzzz");
        }

        assertThat(lines()).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**.tsv");
    }

    @Test
    void validRequestNumbersOfProxiesAreUsed() throws Exception {
        try (Site site = site(LoggingSettings.DEFAULT)) {
            assertThat(site.get("/health", "X-Request-Id", "proxy-1.a")
                            .headers()
                            .firstValue("X-Request-Id"))
                    .contains("proxy-1.a");
            assertThat(site.get("/health", "X-Request-Id", "a b<script>")
                            .headers()
                            .firstValue("X-Request-Id"))
                    .hasValueSatisfying(number -> assertThat(number).matches("[0-9a-f]{8}"));
        }
    }

    @Test
    void errorsHaveTheNumberOfTheirRequest() throws Exception {
        try (Site broken = Site.of(new FailingEngine())) {
            HttpResponse<String> page = broken.get("/?q=a", "X-Request-Id", "number-7");

            assertThat(page.body()).contains("番号 number-7 を");
        }
    }

    @Test
    void queriesWithUnmatchedWordsAreStored() throws Exception {
        Path file = folder.resolve("zero-hits.tsv");
        try (Site site = site(new LoggingSettings(false, false, Duration.ofDays(1), file))) {
            site.get(PATH);
            site.get("/?q=" + Site.encoded("ぬえ退治") + "%09" + Site.encoded(QUERY));
            site.get("/?q=" + Site.encoded("ぬえ退治") + "&page=2");
        }

        assertThat(Files.readAllLines(file)).containsExactly("2026-11-23\tぬえ退治 看取り");
    }

    @Test
    void metricsAreCountedByRouteWithoutQueries() throws Exception {
        String metrics;
        try (Site site = site(LoggingSettings.DEFAULT)) {
            site.get(PATH);
            site.get("/cases/invented-1");
            site.get("/cases/nobody");
            site.get("/?q=zzzz");
            site.get("/nowhere/" + QUERY.length());
            metrics = site.get("/metrics").body();
        }

        assertThat(metrics)
                .contains("jirei_requests_seconds_count{method=\"GET\",route=\"/api/search\",status=\"200\"} 1")
                .contains("jirei_requests_seconds_count{method=\"GET\",route=\"/cases/{id}\",status=\"404\"} 1")
                .contains("jirei_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"} 1")
                .contains("jirei_searches_empty_total 1.0", "jirei_index_cases 4.0", "jvm_memory_used_bytes")
                .contains("jirei_index_segments 1.0")
                .containsPattern("jirei_index_generation [1-9]")
                .containsPattern("jirei_index_bytes [1-9]")
                .containsPattern("jirei_index_documents [1-9]")
                .doesNotContain(QUERY, "zzzz", "invented");
    }
}
