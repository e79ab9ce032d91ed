package jirei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jirei.Eventually;
import jirei.Seed;
import jirei.corpus.CorpusReader;
import jirei.lucene.IndexMaintainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Many clients send requests while the corpus alternates between two states, the thread that updates the index is killed
 * and documents are imported: every response equals the response to the same request in one of the states without
 * concurrency, every change arrives, and memory does not grow.
 * {@code -Djirei.soak.requests=1000000} runs for hours.
 */
@Tag("slow")
class SoakTest {
    private static final int CLIENTS = 64;
    private static final int REQUESTS = Integer.getInteger("jirei.soak.requests", 3_000);
    private static final int REQUESTS_BETWEEN_CHANGES = Integer.getInteger("jirei.soak.change", 1_000);
    private static final long MAX_GROWTH_BYTES = 48L << 20;

    @RegisterExtension
    static final Seed SEED = Seed.of(20261122);

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
            "/export?format=md&q=" + Site.encoded("看取り"),
            "/export?format=bib",
            "/?q=" + Site.encoded("(((OR AND -"),
            "/static/site.css");

    private boolean isLarge;
    private int changes;
    private int kills;
    private int imports;
    private final AtomicInteger rejected = new AtomicInteger();
    private final AtomicBoolean kill = new AtomicBoolean();
    private final Collection<Long> micros = new ConcurrentLinkedQueue<>();
    private final Map<String, String> wrong = new ConcurrentHashMap<>();

    @Test
    void responsesStayCorrectUnderConcurrentLoad(@TempDir Path folder) throws Exception {
        Site.over(folder).close();
        try (IndexMaintainer live = open(folder);
                Site site = Site.of(live.engine())) {
            live.start();
            Map<String, Set<String>> expected = new LinkedHashMap<>();
            // removed words are still suggested, so each state is visited twice
            for (int states = 0; states < 4; states++) {
                change(site, folder);
                for (String path : states < 2 ? List.<String>of() : PATHS) {
                    expected.computeIfAbsent(path, any -> new HashSet<>()).add(stable(site.get(path)));
                }
            }
            runClients(site, folder, expected, REQUESTS / 4);
            long before = memory();
            micros.clear();
            rejected.set(0);
            changes = 0;
            kills = 0;
            imports = 0;
            long restarts = live.engine().threads().restarts("corpus-watch");
            runClients(site, folder, expected, REQUESTS);
            report(before, memory());

            assertThat(wrong).isEmpty();
            assertThat(micros.size() + rejected.get()).isGreaterThanOrEqualTo(REQUESTS);
            assertThat(changes).isPositive();
            assertThat(imports).isEqualTo(changes);
            assertThat(kills).isEqualTo(changes);
            assertThat(live.engine().threads().restarts("corpus-watch") - restarts)
                    .isEqualTo(kills);
            micros.clear();
            assertThat(memory() - before).as("memory growth in bytes").isLessThan(MAX_GROWTH_BYTES);
        }
    }

    private IndexMaintainer open(Path folder) throws Exception {
        return IndexMaintainer.open(
                CorpusReader.of(folder.resolve("corpus")),
                folder.resolve("index"),
                new IndexMaintainer.Listener(said -> killIfDue(), done -> {}, fault -> {}));
    }

    /** Ends the round of the thread that updates the index, as a defect would. */
    private void killIfDue() {
        if (kill.getAndSet(false)) {
            throw new StackOverflowError("killed by the test");
        }
    }

    /** Imports a document in a process of its own, into another folder than the corpus that is served. */
    private void importDocument(Path folder) throws Exception {
        Path document = folder.resolve("visit.md");
        Files.writeString(document, "# 鐘つき堂の寄合\n\n## 取組\n\n月に一度、看取りの話をした。\n");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "jirei.cli.Main",
                "import",
                document.toString(),
                "--replace",
                "--into",
                folder.resolve("imported").toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("import.txt").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("import.txt")))
                .isZero();
        imports++;
    }

    /** Switches the corpus to the other state and waits until it is searchable. */
    private void change(Site site, Path folder) throws Exception {
        isLarge = !isLarge;
        changes++;
        List<String> lines = Stream.of("changing-1", "changing-2", "changing-3")
                .limit(isLarge ? 3 : 1)
                .map(id -> "{\"id\":\"" + id + "\",\"title\":\"鐘つき堂\",\"sections\":[{\"id\":\"s1\",\"kind\":\"lead\","
                        + "\"text\":\"鐘つき堂で看取りと寄合と研修の話をした。\"}]}")
                .toList();
        Files.write(folder.resolve("corpus/changing.jsonl"), lines);
        Eventually.await(() -> site.json("/api/search?q=" + Site.encoded("鐘つき堂"))
                        .path("total")
                        .path("cases")
                        .asInt()
                == lines.size());
    }

    private void runClients(Site site, Path folder, Map<String, Set<String>> expected, int requests) throws Exception {
        var sent = new AtomicInteger();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> clientTasks = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                var random = new Random(SEED.value() + client);
                clientTasks.add(clients.submit(() -> {
                    while (sent.getAndIncrement() < requests) {
                        request(site, expected, PATHS.get(random.nextInt(PATHS.size())));
                    }
                    return null;
                }));
            }
            for (int next = REQUESTS_BETWEEN_CHANGES; next < requests; next += REQUESTS_BETWEEN_CHANGES) {
                int before = next;
                Eventually.await(() -> sent.get() >= before);
                kill.set(true);
                kills++;
                change(site, folder);
                importDocument(folder);
            }
            for (Future<?> client : clientTasks) {
                client.get();
            }
        }
    }

    private void request(Site site, Map<String, Set<String>> expected, String path) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> response = site.get(path);
        if (isRejectedExport(path, response)) {
            rejected.incrementAndGet();
            return;
        }
        micros.add((System.nanoTime() - start) / 1_000);
        if (!expected.getOrDefault(path, Set.of()).contains(stable(response))) {
            wrong.putIfAbsent(path, response.statusCode() + " " + response.body());
        }
    }

    /** Exports beyond their number are refused at once, so that searches do not wait for them. */
    private static boolean isRejectedExport(String path, HttpResponse<String> response) {
        return path.startsWith("/export")
                && response.statusCode() == 503
                && response.headers().firstValue("Retry-After").isPresent();
    }

    /** Returns status and body without the duration of the search and the note that the index is being updated. */
    private static String stable(HttpResponse<String> response) {
        String body = response.body()
                .replaceAll("\"tookMillis\":\\d+", "")
                .replaceAll("[0-9.,]+\\s*(?:ミリ秒|秒)", "")
                .replaceAll(
                        "\"exact\":false,([^{}\"]*(?:\"[a-zA-Z]+\":\\d+,)*)\"note\":\"[^\"]*最近の変更[^\"]*\"",
                        "\"exact\":true,$1")
                .replace(",}", "}")
                .replaceAll("\\s*<p class=\"notice\">[^<]*最近の変更[^<]*</p>", "")
                .replaceAll("\n- [^\n]*最近の変更[^\n]*", "");
        return response.statusCode() + " " + body;
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

    private void report(long before, long after) {
        LoggerFactory.getLogger(SoakTest.class)
                .warn(
                        "{} clients, {} changes, kills and imports, {} requests, {} exports refused, {} wrong, p50 {} ms, p99 {} ms,"
                                + " memory {} MB then {} MB",
                        CLIENTS,
                        changes,
                        micros.size(),
                        rejected.get(),
                        wrong.size(),
                        percentile(0.5),
                        percentile(0.99),
                        before >> 20,
                        after >> 20);
    }
}
