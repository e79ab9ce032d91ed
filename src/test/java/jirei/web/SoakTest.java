package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Many clients ask at once for a while: every answer is the one that was given when nobody else asked, and memory stays flat.
 * {@code -Djirei.soak.seconds=3600} asks for an hour.
 */
class SoakTest {
    private static final int CLIENTS = 64;
    private static final long SECONDS = Long.getLong("jirei.soak.seconds", 8);
    private static final long SEED = Long.getLong("jirei.soak.seed", 20261122);
    private static final long MOST_GROWTH = 48L << 20;

    private static final List<String> PATHS = List.of(
            "/",
            "/?q=" + Site.encoded("看取り"),
            "/?q=" + Site.encoded("看取り 医師会") + "&prefecture=" + Site.encoded("長野県"),
            "/?kind=role&group=case",
            "/?q=" + Site.encoded("寄合") + "&page=2",
            "/api/search?q=" + Site.encoded("看取り"),
            "/api/search?q=" + Site.encoded("寄合") + "&size=5&actor=" + Site.encoded("医師会"),
            "/api/search?q=" + Site.encoded("寄合") + "&size=100",
            "/api/search?q=" + Site.encoded("研修 -船"),
            "/api/suggest?q=" + Site.encoded("看"),
            "/api/cases",
            "/api/cases/invented-1",
            "/cases/invented-1?q=" + Site.encoded("看取り"),
            "/cases/invented-4",
            "/cases/nobody",
            "/cases/invented-1/sections/s1-1/why?q=" + Site.encoded("看取り"),
            "/compare?case=invented-1&case=invented-2",
            "/like?like.population=12000",
            "/export?format=csv&q=" + Site.encoded("寄合"),
            "/?q=" + Site.encoded("(((OR AND -"),
            "/static/site.css");

    private final Collection<Long> micros = new ConcurrentLinkedQueue<>();
    private final Map<String, String> wrong = new ConcurrentHashMap<>();

    @Test
    void sixtyFourClientsAreAnsweredRightForAWhile(@TempDir Path folder) throws Exception {
        try (Site site = Site.over(folder)) {
            Map<String, String> expected = new LinkedHashMap<>();
            for (String path : PATHS) {
                expected.put(path, timeless(site.get(path)));
            }
            ask(site, expected, Math.max(1, SECONDS / 4));
            long before = memory();
            micros.clear();
            ask(site, expected, SECONDS);
            int requests = micros.size();
            long p99 = percentile(0.99);
            report(requests, p99, before, memory());

            assertThat(wrong).as("seed %d", SEED).isEmpty();
            assertThat(requests).isGreaterThan(CLIENTS);
            assertThat(p99).as("p99 in ms").isLessThan(5_000);
            micros.clear();
            assertThat(memory() - before).as("bytes more than at the start").isLessThan(MOST_GROWTH);
        }
    }

    private void ask(Site site, Map<String, String> expected, long seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> asking = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                var random = new Random(SEED + client);
                asking.add(clients.submit(() -> {
                    while (System.nanoTime() < end) {
                        askOnce(site, expected, PATHS.get(random.nextInt(PATHS.size())));
                    }
                    return null;
                }));
            }
            for (Future<?> client : asking) {
                client.get();
            }
        }
    }

    private void askOnce(Site site, Map<String, String> expected, String path) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer = site.get(path);
        micros.add((System.nanoTime() - start) / 1_000);
        if (!timeless(answer).equals(expected.get(path))) {
            wrong.putIfAbsent(path, answer.statusCode() + " " + answer.body());
        }
    }

    /** Status and body but for how long it took. */
    private static String timeless(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.body().replaceAll("\"tookMillis\":\\d+", "").replaceAll("[0-9.,]+\\s*(?:ミリ秒|秒)", "");
    }

    private long percentile(double part) {
        List<Long> sorted = micros.stream().sorted().toList();
        return sorted.get((int) (part * (sorted.size() - 1))) / 1_000;
    }

    private static long memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void report(int requests, long p99, long before, long after) {
        LoggerFactory.getLogger(SoakTest.class)
                .warn(
                        "{} clients, {} s: {} requests, {} wrong, p50 {} ms, p99 {} ms, memory {} MB then {} MB",
                        CLIENTS,
                        SECONDS,
                        requests,
                        wrong.size(),
                        percentile(0.5),
                        p99,
                        before >> 20,
                        after >> 20);
    }
}
