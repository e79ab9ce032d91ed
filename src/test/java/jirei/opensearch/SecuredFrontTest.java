package jirei.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jirei.Eventually;
import jirei.opensearch.SecuredFront.Response;
import jirei.search.SearchUnavailableException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster behind HTTPS and basic authentication, as in a managed service. */
@Tag("slow")
@SuppressWarnings("NullAway.Init") // set before all tests
class SecuredFrontTest {
    private static final Response BUSY = new Response(429, "{\"error\":{\"reason\":\"too many\"}}");
    private static final Response GOOD = new Response(200, "{}");
    private static final Pattern ID = Pattern.compile("\"_id\":\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static Path certificate;

    @BeforeAll
    static void key() throws Exception {
        certificate = SecuredFront.key(folder.resolve("right"));
    }

    private static SecuredFront front(SecuredFront.Handler handler) throws Exception {
        return SecuredFront.start(folder.resolve("right"), handler);
    }

    private static ClusterClient cluster(SecuredFront front, String password, @Nullable Path ca) {
        var settings = new ClusterSettings(
                List.of(front.url()), SecuredFront.USER, password, ca, "invented", 1, 0, Eventually.LIMIT);
        return new ClusterClient(settings, settings.timeout());
    }

    @Test
    void credentialsAreRequestedOnceAtMost() throws Exception {
        try (var front = front((path, body) -> GOOD);
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate)) {
            for (int i = 0; i < 5; i++) {
                cluster.send("GET", "/", Map.of(), null);
            }

            assertThat(front.challenged()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aWrongPasswordIsReported() throws Exception {
        try (var front = front((path, body) -> GOOD);
                var cluster = cluster(front, "wrong", certificate)) {
            assertThatThrownBy(() -> cluster.send("GET", "/", Map.of(), null))
                    .isInstanceOf(SearchUnavailableException.class)
                    .hasMessageContaining("401")
                    .hasMessageContaining("--password-file")
                    .hasMessageNotContaining("wrong");
        }
    }

    @Test
    void anUntrustedCertificateIsReported() throws Exception {
        Path other = SecuredFront.key(folder.resolve("other"));
        try (var front = front((path, body) -> GOOD);
                var cluster = cluster(front, SecuredFront.PASSWORD, other);
                var withoutCa = cluster(front, SecuredFront.PASSWORD, null)) {
            for (ClusterClient client : List.of(cluster, withoutCa)) {
                assertThatThrownBy(() -> client.send("GET", "/", Map.of(), null))
                        .isInstanceOf(SearchUnavailableException.class)
                        .hasMessageContaining("証明書")
                        .hasMessageContaining("--ca-file");
            }
        }
    }

    @Test
    void aFileWithoutACertificateIsNamed() throws Exception {
        Path note = Files.writeString(folder.resolve("note.pem"), "灯台");
        Path nothing = folder.resolve("nothing.pem");
        try (var front = front((path, body) -> GOOD)) {
            for (Path file : List.of(note, nothing)) {
                assertThatThrownBy(() -> cluster(front, SecuredFront.PASSWORD, file))
                        .isInstanceOf(SearchUnavailableException.class)
                        .hasMessageContaining(file.toString())
                        .hasMessageContaining("--ca-file");
            }
        }
    }

    @Test
    void retriesAfterTooManyRequests() throws Exception {
        var requests = new AtomicInteger();
        try (var front = front((path, body) -> requests.incrementAndGet() < 3 ? BUSY : GOOD);
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate)) {
            cluster.send("POST", "/invented/_search", Map.of(), Map.of());

            assertThat(requests.get()).isEqualTo(3);
        }
    }

    @Test
    void retriesWhileTheClusterIsUnavailableAndKeepsTheReason() throws Exception {
        var requests = new AtomicInteger();
        var unavailable = new Response(503, "{\"error\":{\"root_cause\":[{\"reason\":\"no manager\"}]}}");
        try (var front = front(
                        (path, body) -> path.equals("/late") && requests.incrementAndGet() > 2 ? GOOD : unavailable);
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate)) {
            cluster.send("GET", "/late", Map.of(), null);

            assertThat(requests.get()).isEqualTo(3);
            assertThat(cluster.trySend("GET", "/", Map.of(), null).reason()).isEqualTo("503 no manager");
        }
    }

    /** A node may leave between the two phases of a search; the next attempt uses replicas. */
    @Test
    void retriesASearchWhoseContextWasLost() throws Exception {
        var requests = new AtomicInteger();
        var lost = new Response(
                404,
                "{\"error\":{\"root_cause\":[{\"type\":\"search_context_missing_exception\","
                        + "\"reason\":\"No search context found for id [5]\"}]}}");
        try (var front = front((path, body) -> requests.incrementAndGet() > 1 ? GOOD : lost);
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate)) {
            cluster.send("POST", "/invented/_search", Map.of(), Map.of());

            assertThat(requests.get()).isEqualTo(2);
        }
    }

    /** Replicas may lag behind the primary, and would give too small counts. */
    @Test
    void waitsUntilAllReplicasHaveAllDocuments() throws Exception {
        var requests = new AtomicInteger();
        try (var front = front((path, body) -> new Response(200, shardStats(requests.incrementAndGet() < 3 ? 4 : 5)));
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate)) {
            new ReplicaSync(cluster, "i-1").await();

            assertThat(requests.get()).isEqualTo(3);
        }
    }

    private static String shardStats(int replicaDocs) {
        return "{\"_shards\":{\"failed\":0},\"indices\":{\"i-1\":{\"shards\":{\"0\":["
                + String.join(",", shard("STARTED", 5), shard("STARTED", replicaDocs), shard("INITIALIZING", 0))
                + "]}}}}";
    }

    private static String shard(String state, int documents) {
        return "{\"routing\":{\"state\":\"" + state + "\"},\"docs\":{\"count\":" + documents + "}}";
    }

    /** Error messages of the cluster are not shown to users. */
    @Test
    void errorsOfTheClusterAreForOperatorsOnly() throws Exception {
        var unavailable = new Response(
                503, "{\"error\":{\"root_cause\":[{\"reason\":\"[node9][10.0.0.9:9300] all shards failed\"}]}}");
        try (var front = front((path, body) -> unavailable);
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate)) {
            assertThatThrownBy(() -> cluster.send("POST", "/invented/_search", Map.of(), Map.of()))
                    .isInstanceOfSatisfying(SearchUnavailableException.class, e -> {
                        assertThat(e.getMessage())
                                .contains("正しい件数を出せません", "もう一度お試しください")
                                .doesNotContain("failed", "10.0.0.9", "503");
                        assertThat(e.detail()).contains("503", "10.0.0.9:9300", "all shards failed");
                    });
        }
    }

    @Test
    void rejectedDocumentsAreSentAgain() throws Exception {
        var requests = new AtomicInteger();
        Set<String> accepted = new ConcurrentSkipListSet<>();
        try (var front = front((path, body) -> bulk(body, requests.getAndIncrement(), accepted));
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate)) {
            var writer = new BulkWriter(cluster, "invented", BulkWriter.MAX_BULK_BYTES);
            for (int i = 0; i < 10; i++) {
                writer.add(BulkWriter.sectionId("c", i), "c", Map.of("text", "灯台" + i));
            }
            writer.addCase("c", Map.of("title", "島"));
            writer.flush();
        }

        Set<String> all = IntStream.range(0, 10)
                .mapToObj(i -> BulkWriter.sectionId("c", i))
                .collect(Collectors.toCollection(TreeSet::new));
        all.add("c");
        assertThat(accepted).isEqualTo(all);
    }

    @Test
    void aRefusedCaseFailsTheBuild() throws Exception {
        var refusal = new Response(400, "{\"error\":{\"root_cause\":[{\"reason\":\"no such field\"}]}}");
        try (var front = front((path, body) -> refusal);
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate);
                var writers = new ParallelBulkWriter(
                        new KeywordAnalyzer(),
                        new GlobalStatisticsTerms(),
                        () -> new BulkWriter(cluster, "invented", BulkWriter.MAX_BULK_BYTES))) {
            writers.write("c", List.of(new Document(), new Document()), () -> {}, failure -> {});

            assertThatThrownBy(writers::finish).hasMessageContaining("no such field");
        }
    }

    @Test
    void aCaseThatCannotBeAnalyzedIsRejectedAndTheBuildGoesOn() throws Exception {
        var analyzer = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String fieldName) {
                throw new IllegalArgumentException("immense term");
            }
        };
        var document = new Document();
        document.add(new TextField("text", "村", Field.Store.NO));
        List<Throwable> rejected = new CopyOnWriteArrayList<>();
        try (var front = front((path, body) -> new Response(500, "{}"));
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate);
                var writers = new ParallelBulkWriter(
                        analyzer,
                        new GlobalStatisticsTerms(),
                        () -> new BulkWriter(cluster, "invented", BulkWriter.MAX_BULK_BYTES))) {
            writers.write("c", List.of(document, new Document()), () -> {}, rejected::add);
            writers.finish();
        }

        assertThat(rejected).singleElement().extracting(Throwable::getMessage).isEqualTo("immense term");
    }

    /**
     * Rejects the first request, then every other document of the second; fails if a case arrives before its sections.
     */
    private static Response bulk(String body, int request, Set<String> accepted) {
        if (request == 0) {
            return BUSY;
        }
        var items = new StringBuilder();
        Matcher ids = ID.matcher(body);
        for (int i = 0; ids.find(); i++) {
            boolean isAccepted = request > 1 || i % 2 == 0;
            String id = ids.group(1);
            assertThat(id.equals("c") && accepted.size() < 10)
                    .as("a case before its sections")
                    .isFalse();
            if (isAccepted) {
                accepted.add(id);
            }
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"index\":{\"_id\":\"" + id + "\",\"status\":" + (isAccepted ? 201 : 429) + "}}");
        }
        return new Response(200, "{\"items\":[" + items + "]}");
    }
}
