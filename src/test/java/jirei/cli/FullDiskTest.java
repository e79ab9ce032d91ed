package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.Eventually;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.query.SearchRequest;
import jirei.search.SearchEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program with files limited to a few kilobytes, as on a full disk: it reports it, and no data is lost. */
@DisabledOnOs(OS.WINDOWS)
@Tag("slow")
class FullDiskTest {
    private static final Pattern PORT = Pattern.compile("http://localhost:(\\d+)");
    private static final int KILOBYTES = 16;
    private static final String LONG = "島の当番が灯台へ渡り、油を注いで夜の海を見守った。".repeat(400);

    @TempDir
    Path folder;

    private Path cases;

    @BeforeEach
    void createIndexOfOneCase() throws Exception {
        cases = Files.createDirectories(folder.resolve("corpus/cases"));
        Files.writeString(cases.resolve("a.jsonl"), line("a", "灯台"));
        index().rebuild(done -> {}, fault -> {});
    }

    @Test
    void anImportReportsAFullDiskAndLeavesNoPartialFile() throws Exception {
        Path document = folder.resolve("taken.jsonl");
        Files.writeString(document, line("small", "渡し船") + line("large", LONG));

        assertThat(run("import", document.toString())).isEqualTo(Main.WRONG_INPUT);

        assertThat(output()).contains("事例ファイル「" + cases.resolve("taken/large.md") + "」を書けません。フォルダの権限と空きを確かめてください。");
        assertNoStackTrace();
        try (Stream<Path> files = Files.list(cases.resolve("taken"))) {
            assertThat(files).containsExactly(cases.resolve("taken/small.md"));
        }
        assertThat(faults()).isEmpty();
    }

    @Test
    void aRebuildReportsAFullDiskAndTheOldIndexStaysSearchable() throws Exception {
        addMany();
        String generation = Files.readString(folder.resolve("index/CURRENT")).strip();

        assertThat(run("index")).isEqualTo(Main.FAILURE);

        assertFullDiskReported();
        assertNoStackTrace();
        assertThat(index().isDamaged()).isFalse();
        try (SearchEngine old = index().open()) {
            assertThat(old.search(SearchRequest.of("灯台")).total().cases()).isEqualTo(1);
        }
        try (Stream<Path> left = Files.list(folder.resolve("index"))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("CURRENT", "CORPUS", "build.lock", generation);
        }
    }

    @Test
    void aServerReportsAFullDiskAndServesTheOldIndex() throws Exception {
        addMany();
        Process server = Jvm.startOnFullDisk(KILOBYTES, folder, "serve", "--port", "0");
        try {
            await(server, () -> PORT.matcher(output()).find());
            assertFullDiskReported();
            assertServesOldIndex();

            Files.writeString(cases.resolve("b.jsonl"), line("b", "渡し船"));
            await(server, () -> get("/health").contains("空き容量を確かめるか"));
            assertServesOldIndex();
            assertNoStackTrace();

            Files.delete(cases.resolve("many.jsonl"));
            await(server, () -> get("/api/search?q=" + encoded("渡し船")).contains("\"total\":{\"sections\":1,"));
            await(server, () -> get("/health").contains("\"faults\":0"));
        } finally {
            server.destroyForcibly().waitFor();
        }
        assertThat(index().isDamaged()).isFalse();
    }

    private void assertServesOldIndex() throws Exception {
        assertThat(get("/api/search?q=" + encoded("灯台"))).contains("\"total\":{\"sections\":1,");
    }

    private void assertFullDiskReported() throws IOException {
        assertThat(output())
                .contains(
                        "索引フォルダ「" + folder.resolve("index") + "」に書き込めません。書き込みの権限と空き容量を確かめるか、--index で別のフォルダを指定してください");
    }

    private void assertNoStackTrace() throws IOException {
        assertThat(output()).doesNotContain("Exception", "\tat ");
    }

    /** Adds cases whose index has files above the limit. */
    private void addMany() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int number = 0; number < 60; number++) {
            many.append(line("many-" + number, "灯台" + number + LONG.substring(number, 2_000 + number)));
        }
        Files.writeString(cases.resolve("many.jsonl"), many);
    }

    private int run(String... command) throws Exception {
        Process process = Jvm.startOnFullDisk(KILOBYTES, folder, command);
        assertThat(process.waitFor(Eventually.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return process.exitValue();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out.txt"));
    }

    private String get(String path) throws Exception {
        Matcher port = PORT.matcher(output());
        assertThat(port.find()).isTrue();
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + port.group(1) + path);
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void await(Process process, Eventually.Condition condition) throws Exception {
        Eventually.await(this::output, () -> {
            boolean isAlive = process.isAlive();
            if (condition.holds()) {
                return true;
            }
            assertThat(isAlive).as(output()).isTrue();
            return false;
        });
    }

    private List<String> faults() throws IOException {
        List<String> faults = new ArrayList<>();
        CorpusReader.of(folder.resolve("corpus")).read(one -> {}, fault -> faults.add(fault.toString()));
        return faults;
    }

    private EmbeddedIndex index() throws Exception {
        return EmbeddedIndex.of(CorpusReader.of(folder.resolve("corpus")), folder.resolve("index"));
    }

    private static String line(String id, String text) {
        return "{\"id\":\"" + id + "\",\"title\":\"題\",\"sections\":[{\"id\":\"s1\",\"kind\":\"lead\",\"text\":\""
                + text + "\"}]}\n";
    }
}
