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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jirei.Eventually;
import jirei.opensearch.SecuredFront.Answer;
import jirei.search.SearchUnavailableException;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster behind HTTPS, a name and a password, as a managed service has it. */
@Tag("slow")
@SuppressWarnings("NullAway.Init") // set before all tests
class SecuredFrontTest {
    private static final Answer BUSY = new Answer(429, "{\"error\":{\"reason\":\"too many\"}}");
    private static final Answer GOOD = new Answer(200, "{}");
    private static final Pattern ID = Pattern.compile("\"_id\":\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static Path certificate;

    @BeforeAll
    static void key() throws Exception {
        certificate = SecuredFront.key(folder.resolve("right"));
    }

    private static SecuredFront front(SecuredFront.Answering answering) throws Exception {
        return SecuredFront.start(folder.resolve("right"), answering);
    }

    private static ClusterClient cluster(SecuredFront front, String password, @Nullable Path ca) {
        var settings = new ClusterSettings(
                List.of(front.url()), SecuredFront.USER, password, ca, "invented", 1, 0, Eventually.LIMIT);
        return new ClusterClient(settings, settings.patience());
    }

    @Test
    void whoHasTheRightPasswordIsAskedForItOnceAtMost() throws Exception {
        try (var front = front((path, body) -> GOOD);
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate)) {
            for (int i = 0; i < 5; i++) {
                cluster.ask("GET", "/", Map.of(), null);
            }

            assertThat(front.challenged()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aWrongPasswordIsSaid() throws Exception {
        try (var front = front((path, body) -> GOOD);
                var cluster = cluster(front, "wrong", certificate)) {
            assertThatThrownBy(() -> cluster.ask("GET", "/", Map.of(), null))
                    .isInstanceOf(SearchUnavailableException.class)
                    .hasMessageContaining("401")
                    .hasMessageContaining("--password-file")
                    .hasMessageNotContaining("wrong");
        }
    }

    @Test
    void aCertificateOfSomebodyElseIsSaid() throws Exception {
        Path other = SecuredFront.key(folder.resolve("other"));
        try (var front = front((path, body) -> GOOD);
                var cluster = cluster(front, SecuredFront.PASSWORD, other);
                var defaultValue = cluster(front, SecuredFront.PASSWORD, null)) {
            for (ClusterClient one : List.of(cluster, defaultValue)) {
                assertThatThrownBy(() -> one.ask("GET", "/", Map.of(), null))
                        .isInstanceOf(SearchUnavailableException.class)
                        .hasMessageContaining("証明書")
                        .hasMessageContaining("--ca-file");
            }
        }
    }

    @Test
    void aFileThatIsNoCertificateIsNamed() throws Exception {
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
    void aQuestionThatIsPutOffIsAskedAgain() throws Exception {
        var asked = new AtomicInteger();
        try (var front = front((path, body) -> asked.incrementAndGet() < 3 ? BUSY : GOOD);
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate)) {
            cluster.ask("POST", "/invented/_search", Map.of(), Map.of());

            assertThat(asked.get()).isEqualTo(3);
        }
    }

    @Test
    void aClusterThatIsNotReadyIsAskedAgainAndSaysWhy() throws Exception {
        var asked = new AtomicInteger();
        var away = new Answer(503, "{\"error\":{\"root_cause\":[{\"reason\":\"no manager\"}]}}");
        try (var front = front((path, body) -> path.equals("/late") && asked.incrementAndGet() > 2 ? GOOD : away);
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate)) {
            cluster.ask("GET", "/late", Map.of(), null);

            assertThat(asked.get()).isEqualTo(3);
            assertThat(cluster.tryAsking("GET", "/", Map.of(), null).reason()).isEqualTo("503 no manager");
        }
    }

    /** Between the two halves of a search a node may go, and its copies answer the next one. */
    @Test
    void aSearchWhoseHalfWentWithANodeIsMadeAgain() throws Exception {
        var asked = new AtomicInteger();
        var lost = new Answer(
                404,
                "{\"error\":{\"root_cause\":[{\"type\":\"search_context_missing_exception\","
                        + "\"reason\":\"No search context found for id [5]\"}]}}");
        try (var front = front((path, body) -> asked.incrementAndGet() > 1 ? GOOD : lost);
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate)) {
            cluster.ask("POST", "/invented/_search", Map.of(), Map.of());

            assertThat(asked.get()).isEqualTo(2);
        }
    }

    /** Copies that take over segments may be behind for a while, and would count too few. */
    @Test
    void anIndexIsWaitedForUntilAllItsCopiesHaveAsMuch() throws Exception {
        var asked = new AtomicInteger();
        try (var front = front((path, body) -> new Answer(200, copies(asked.incrementAndGet() < 3 ? 4 : 5)));
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate)) {
            new ReplicaSync(cluster, "i-1").await();

            assertThat(asked.get()).isEqualTo(3);
        }
    }

    private static String copies(int ofOne) {
        return "{\"_shards\":{\"failed\":0},\"indices\":{\"i-1\":{\"shards\":{\"0\":["
                + String.join(",", copy("STARTED", 5), copy("STARTED", ofOne), copy("INITIALIZING", 0)) + "]}}}}";
    }

    private static String copy(String state, int documents) {
        return "{\"routing\":{\"state\":\"" + state + "\"},\"docs\":{\"count\":" + documents + "}}";
    }

    /** What the cluster says of itself is no sentence for whoever searches. */
    @Test
    void whatTheClusterSaysOfItselfIsForThoseWhoRunIt() throws Exception {
        var away = new Answer(
                503, "{\"error\":{\"root_cause\":[{\"reason\":\"[node9][10.0.0.9:9300] all shards failed\"}]}}");
        try (var front = front((path, body) -> away);
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate)) {
            assertThatThrownBy(() -> cluster.ask("POST", "/invented/_search", Map.of(), Map.of()))
                    .isInstanceOfSatisfying(SearchUnavailableException.class, e -> {
                        assertThat(e.getMessage())
                                .contains("正しい件数を出せません", "もう一度お試しください")
                                .doesNotContain("failed", "10.0.0.9", "503");
                        assertThat(e.detail()).contains("503", "10.0.0.9:9300", "all shards failed");
                    });
        }
    }

    @Test
    void documentsForWhichThereIsNoRoomAreSentAgain() throws Exception {
        var requests = new AtomicInteger();
        Set<String> taken = new ConcurrentSkipListSet<>();
        try (var front = front((path, body) -> bulk(body, requests.getAndIncrement(), taken));
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate)) {
            var writing = new BulkWriter(cluster, "invented", BulkWriter.MAX_BULK_BYTES);
            for (int i = 0; i < 10; i++) {
                writing.add(BulkWriter.sectionId("c", i), "c", Map.of("text", "灯台" + i));
            }
            writing.addCase("c", Map.of("title", "島"));
            writing.flush();
        }

        Set<String> all = IntStream.range(0, 10)
                .mapToObj(i -> BulkWriter.sectionId("c", i))
                .collect(Collectors.toCollection(TreeSet::new));
        all.add("c");
        assertThat(taken).isEqualTo(all);
    }

    @Test
    void aCaseThatIsRefusedIsNotLostWithoutAWord() throws Exception {
        var refusal = new Answer(400, "{\"error\":{\"root_cause\":[{\"reason\":\"no such field\"}]}}");
        try (var front = front((path, body) -> refusal);
                var cluster = cluster(front, SecuredFront.PASSWORD, certificate);
                var writers = new ParallelBulkWriter(
                        new KeywordAnalyzer(),
                        new GlobalStatisticsTerms(),
                        () -> new BulkWriter(cluster, "invented", BulkWriter.MAX_BULK_BYTES))) {
            writers.write("c", List.of(new Document(), new Document()), () -> {});

            assertThatThrownBy(writers::finish).hasMessageContaining("no such field");
        }
    }

    /** First there is room for nothing, then for every other document; a case must find its sections. */
    private static Answer bulk(String body, int request, Set<String> taken) {
        if (request == 0) {
            return BUSY;
        }
        var items = new StringBuilder();
        Matcher ids = ID.matcher(body);
        for (int i = 0; ids.find(); i++) {
            boolean isTaken = request > 1 || i % 2 == 0;
            String id = ids.group(1);
            assertThat(id.equals("c") && taken.size() < 10)
                    .as("a case before its sections")
                    .isFalse();
            if (isTaken) {
                taken.add(id);
            }
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"index\":{\"_id\":\"" + id + "\",\"status\":" + (isTaken ? 201 : 429) + "}}");
        }
        return new Answer(200, "{\"items\":[" + items + "]}");
    }
}
