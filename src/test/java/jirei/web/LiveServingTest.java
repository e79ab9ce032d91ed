package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import jirei.Eventually;
import jirei.corpus.CorpusReader;
import jirei.lucene.IndexMaintainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Changes of the corpus are searchable over HTTP under concurrent requests; the latencies are printed. */
@Tag("slow")
class LiveServingTest {
    private static final int ROUNDS = 5;
    private static final int CLIENTS = 4;

    private final List<Duration> latencies = new ArrayList<>();
    private final AtomicLong requests = new AtomicLong();

    @Test
    void changesAreSearchableUnderLoad(@TempDir Path folder) throws Exception {
        copy(Path.of("corpus"), folder.resolve("corpus"));
        Path cases = folder.resolve("corpus/cases");
        Files.writeString(cases.resolve("pair.jsonl"), pair(0));
        try (IndexMaintainer live = open(folder);
                Site site = Site.of(live.engine())) {
            live.start();
            var isOver = new AtomicBoolean();
            try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
                List<Future<?>> clientTasks = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    clientTasks.add(clients.submit(() -> {
                        while (!isOver.get()) {
                            assertConsistent(site);
                        }
                        return null;
                    }));
                }
                try {
                    for (int round = 1; round <= ROUNDS; round++) {
                        change(site, cases, round);
                    }
                    Eventually.await(() -> requests.get() > ROUNDS);
                } finally {
                    isOver.set(true);
                }
                for (Future<?> client : clientTasks) {
                    client.get();
                }
            }
        }
        List<Duration> sorted = latencies.stream().sorted().toList();
        Duration median = sorted.get(sorted.size() / 2);
        LoggerFactory.getLogger(LiveServingTest.class)
                .warn(
                        "{} changes among {} requests: found after {} ms (median), {} ms (longest)",
                        sorted.size(),
                        requests,
                        median.toMillis(),
                        sorted.getLast().toMillis());

        assertThat(latencies).hasSize(3 * ROUNDS);
    }

    private void change(Site site, Path cases, int round) throws Exception {
        Path added = cases.resolve("added-" + round + ".jsonl");
        measure(
                site,
                () -> Files.writeString(added, line("added-" + round, "渡し船第" + round + "便")),
                word(round, "便"),
                1);
        measure(site, () -> Files.writeString(cases.resolve("pair.jsonl"), pair(round)), word(round, "話"), 2);
        measure(site, () -> Files.delete(added), word(round, "便"), 0);
    }

    private static String word(int round, String unit) {
        return "\"第" + round + unit + "\"";
    }

    private interface Change {
        void make() throws IOException;
    }

    private void measure(Site site, Change change, String query, int cases) throws Exception {
        change.make();
        long start = System.nanoTime();
        String path = "/api/search?q=" + Site.encoded(query);
        Eventually.await(
                () -> query, () -> site.json(path).path("total").path("cases").asInt(-1) == cases);
        latencies.add(Duration.ofNanos(System.nanoTime() - start));
    }

    /** Requires that both cases of the pair have the text of the same round, and that every counted hit is shown. */
    private void assertConsistent(Site site) throws Exception {
        HttpResponse<String> page = site.get("/?q=" + Site.encoded("灯台守"));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body().stripTrailing()).endsWith("</html>");
        JsonNode found = site.json("/api/search?q=" + Site.encoded("灯台守"));
        List<String> rounds = found.path("hits")
                .valueStream()
                .map(hit -> hit.path("heading").asString())
                .toList();
        assertThat(rounds).as(found.toString()).hasSize(2);
        assertThat(rounds.getFirst()).isEqualTo(rounds.getLast()).isNotEmpty();
        requests.addAndGet(2);
    }

    private static String pair(int round) {
        return line("pair-1", "灯台守の第" + round + "話") + line("pair-2", "灯台守の第" + round + "話");
    }

    private static String line(String id, String text) {
        return "{\"id\":\"" + id + "\",\"title\":\"題\",\"sections\":[{\"id\":\"s1\",\"kind\":\"lead\",\"heading\":\""
                + text + "\",\"text\":\"" + text + "\"}]}\n";
    }

    private static IndexMaintainer open(Path folder) throws Exception {
        return IndexMaintainer.open(
                CorpusReader.of(folder.resolve("corpus")),
                folder.resolve("index"),
                new IndexMaintainer.Listener(said -> {}, done -> {}, fault -> {}));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
