package jirei.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import jirei.Eventually;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.query.Facet;
import jirei.query.QueryParser;
import jirei.query.SearchRequest;
import jirei.search.Deadline;
import jirei.search.FacetCount;
import jirei.search.Hit;
import jirei.search.HitCount;
import jirei.search.QueryInterpretation;
import jirei.search.Relaxation;
import jirei.search.SearchResults;
import jirei.web.FailingEngine;
import jirei.web.PausingEngine;
import jirei.web.Site;
import jirei.web.settings.DefaultLimits;
import jirei.web.settings.WebLimits;
import jirei.web.settings.WebSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No kind of request keeps the others from being served. */
@Tag("slow")
class OverloadTest {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final List<String> LIGHT =
            List.of("/health", "/metrics", "/static/site.css", "/help", "/openapi.json");

    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    private static WebSettings settings(WebLimits.LoadLimits load, Duration search) {
        var times = new WebLimits.TimeLimits(search, DefaultLimits.AMPLE, DefaultLimits.AMPLE, Duration.ZERO);
        return Site.SETTINGS.with(new WebLimits(WebLimits.DEFAULT.search(), WebLimits.DEFAULT.request(), load, times));
    }

    private static CompletableFuture<HttpResponse<String>> inBackground(Site site, String path) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return site.get(path);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                THREADS);
    }

    private static long metric(Site site, String name, String kind) throws Exception {
        return site.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{kind=\"" + kind + "\"}"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void searchesFinishWhileExportsCompute() throws Exception {
        var engine = new Exports(3, "");
        engine.held = true;
        List<CompletableFuture<HttpResponse<String>>> exports = new ArrayList<>();
        try (Site site = Site.of(engine)) {
            for (int i = 0; i < 2 * PROCESSORS + 2; i++) {
                exports.add(inBackground(site, "/export?format=csv&q=e" + i));
            }
            Eventually.await(() -> !engine.pages.isEmpty());

            assertThat(site.get("/api/search?q=a").statusCode()).isEqualTo(200);
            for (String path : LIGHT) {
                assertThat(site.get(path).statusCode()).as(path).isEqualTo(200);
            }
            assertThat(engine.pages).as("exports that compute").hasSizeLessThanOrEqualTo(Math.max(1, PROCESSORS / 2));

            engine.held = false;
            for (CompletableFuture<HttpResponse<String>> export : exports) {
                assertThat(export.join().body().lines()).hasSize(301);
            }
        } finally {
            engine.held = false;
        }
    }

    @Test
    void exportsTakeTurnsAfterEachPage() throws Exception {
        var engine = new Exports(4, "");
        engine.held = true;
        try (Site site = Site.of(settings(new WebLimits.LoadLimits(100, 100, 0, 2, 1), DefaultLimits.AMPLE), engine)) {
            List<CompletableFuture<HttpResponse<String>>> exports = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                int waiting = i - 1;
                exports.add(inBackground(site, "/export?format=csv&q=e" + i));
                Eventually.await(() -> !engine.pages.isEmpty());
                Eventually.await(() -> metric(site, "jirei_work_waiting", "export") == waiting);
            }
            engine.held = false;
            exports.forEach(CompletableFuture::join);
        }

        assertThat(engine.pages.subList(0, 3)).containsExactly("e1 1", "e2 1", "e3 1");
        assertThat(engine.pages).hasSize(12);
        assertThat(engine.pages.indexOf("e3 2")).isLessThan(engine.pages.indexOf("e1 4"));
    }

    @Test
    void lightRequestsAreServedWhileSearchesHoldEveryPermit() throws Exception {
        var engine = new PausingEngine();
        try (Site site = Site.of(settings(new WebLimits.LoadLimits(100, 2, 0, 1, 1), DefaultLimits.AMPLE), engine)) {
            CompletableFuture<HttpResponse<String>> running = inBackground(site, "/api/search?q=a");
            engine.started.await();
            CompletableFuture<HttpResponse<String>> waiting = inBackground(site, "/api/search?q=b");
            Eventually.await(() -> metric(site, "jirei_work_waiting", "search") == 1);

            for (String path : LIGHT) {
                assertThat(site.get(path).statusCode()).as(path).isEqualTo(200);
            }
            HttpResponse<String> third = site.get("/api/search?q=c");
            assertThat(third.statusCode()).as("waiting requests count").isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();

            engine.released.countDown();
            assertThat(running.join().statusCode()).isEqualTo(200);
            assertThat(waiting.join().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void requestsThatWaitTooLongAreRejectedWithRetryAfter() throws Exception {
        var engine = new PausingEngine();
        var limits = new WebLimits.LoadLimits(100, 100, 0, 1, 1);
        try (Site site = Site.of(settings(limits, Duration.ofMillis(50)), engine)) {
            CompletableFuture<HttpResponse<String>> running = inBackground(site, "/api/search?q=a");
            engine.started.await();

            HttpResponse<String> page = site.get("/?q=b");
            HttpResponse<String> response = site.get("/api/suggest?q=b");

            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("ただいま混み合っています");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("urn:jirei:too-busy");
            assertThat(response.headers().firstValue("Retry-After")).contains("2");
            assertThat(metric(site, "jirei_work_rejected_total", "search")).isEqualTo(2);
            engine.released.countDown();
            running.join();
        }
    }

    @Test
    void exportsBeyondTheLimitAreRejectedAtOnce() throws Exception {
        var engine = new Exports(2, "");
        engine.held = true;
        try (Site site = Site.of(settings(new WebLimits.LoadLimits(100, 8, 0, 2, 1), DefaultLimits.AMPLE), engine)) {
            List<CompletableFuture<HttpResponse<String>>> accepted =
                    List.of(inBackground(site, "/export?format=csv&q=a"), inBackground(site, "/export?format=ris&q=b"));
            Eventually.await(() -> metric(site, "jirei_work_waiting", "export") == 1);

            HttpResponse<String> third = site.get("/export?format=csv&q=c");

            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(site.get("/api/search?q=a").statusCode()).isEqualTo(200);
            engine.held = false;
            for (CompletableFuture<HttpResponse<String>> export : accepted) {
                assertThat(export.join().statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void slowClientsHoldNoPermit() throws Exception {
        var engine = new Exports(20, "長い本文。".repeat(2_000));
        List<Socket> slow = new ArrayList<>();
        try (Site site = Site.of(settings(new WebLimits.LoadLimits(100, 100, 0, 2, 1), DefaultLimits.AMPLE), engine)) {
            try {
                for (int i = 0; i < 5; i++) {
                    var socket = new Socket();
                    socket.setReceiveBufferSize(4_096);
                    socket.connect(new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), site.server().port()));
                    slow.add(socket);
                    String head = "GET /export?format=csv&q=slow" + i + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
                    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                    InputStream in = socket.getInputStream();
                    assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII))
                            .isEqualTo("HTTP/1.1 200");
                }
                Eventually.await(() -> metric(site, "jirei_work_running", "export") == 0
                        && metric(site, "jirei_work_waiting", "export") == 0);

                assertThat(site.get("/export?format=csv&q=fast").body().lines()).hasSize(2_001);
                assertThat(site.get("/api/search?q=a").statusCode()).isEqualTo(200);
            } finally {
                for (Socket socket : slow) {
                    socket.close();
                }
            }
        }
    }

    /** Exports pages of hits and records them. While it is held, pages keep their processors busy. */
    private static final class Exports extends FailingEngine {
        private final int total;
        private final Section section;
        private final List<String> pages = new CopyOnWriteArrayList<>();
        private volatile boolean held;

        Exports(int pages, String text) {
            this.total = pages * SearchRequest.MAX_PAGE_SIZE;
            this.section = new Section("s1", SectionKind.LEAD, "寄合", "", List.of(), List.of(), "寄合。" + text);
        }

        @Override
        public SearchResults search(SearchRequest request, Deadline deadline) {
            List<Hit> hits = List.of();
            if (request.size() == SearchRequest.MAX_PAGE_SIZE) {
                pages.add(request.query().text() + " " + request.page());
                while (held) {
                    Thread.onSpinWait();
                }
                int from = (request.page() - 1) * request.size();
                hits = IntStream.range(from, Math.min(total, from + request.size()))
                        .mapToObj(at -> new Hit(
                                at + 1, 1, "a", 1, "題", null, "", section, "", List.of(), Set.of(), List.of(),
                                List.of()))
                        .toList();
            }
            Map<Facet, List<FacetCount>> facets = new TreeMap<>(Facet.ORDER);
            for (Facet facet : Facet.Fixed.values()) {
                facets.put(facet, List.of());
            }
            var interpretation = new QueryInterpretation(
                    QueryParser.parse(request.query().text()), Relaxation.NONE, List.of(), null);
            return new SearchResults(
                    interpretation, new HitCount(total, 1), hits, facets, List.of(), Map.of(), Map.of(), 1);
        }

        @Override
        public Optional<CaseStudy> caseStudy(String id) {
            return Optional.of(new CaseStudy(
                    id, 1, "題", "", 2017, null, "", RegionFigures.NONE, Source.UNKNOWN, List.of(section)));
        }
    }
}
