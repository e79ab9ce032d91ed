package jirei.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import jirei.Eventually;
import jirei.corpus.CorpusReader;
import jirei.lucene.index.Villages;
import jirei.query.SearchRequest;
import jirei.search.EngineReference;
import jirei.search.SupervisedThreads;
import jirei.web.Site;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The thread that keeps the index current survives every throwable; health, metrics and results report the failure. */
@Tag("slow")
class ThreadFailureTest {
    static Stream<Throwable> throwables() {
        return Stream.of(
                new IllegalStateException("defect"),
                new StackOverflowError("deep"),
                new OutOfMemoryError("large"),
                new InternalError("mapped"));
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void updatesContinueAfterAnyThrowable(Throwable failure, @TempDir Path folder) throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.jsonl"), Villages.json("a", "灯台"));
        var pending = new AtomicReference<@Nullable Throwable>();
        var engine = new EngineReference(new SupervisedThreads(Duration.ofMillis(10)));
        var listener = new IndexMaintainer.Listener(sentence -> {}, done -> {}, fault -> sneak(pending.get()));
        try (IndexMaintainer maintainer =
                        IndexMaintainer.open(CorpusReader.of(corpus), folder.resolve("index"), listener, engine);
                Site site = Site.of(engine)) {
            maintainer.start();
            Eventually.await(() -> status(site).equals("ok"));
            pending.set(failure);
            Files.writeString(corpus.resolve("faulty.jsonl"), "{}");
            Files.writeString(corpus.resolve("b.jsonl"), Villages.json("b", "渡し船"));
            Eventually.await(() -> status(site).equals("failing"));

            JsonNode thread = site.json("/health").path("threads").path(0);
            assertThat(thread.path("name").asString()).isEqualTo("corpus-watch");
            assertThat(thread.path("status").asString()).isEqualTo("failing");
            assertThat(thread.path("lastFailure").asString()).isEqualTo(failure.toString());
            assertThat(site.get("/metrics").body())
                    .contains("jirei_thread_failing{thread=\"corpus-watch\"} 1.0", "jirei_index_behind 1.0");
            JsonNode total = site.json("/api/search?q=" + Site.encoded("灯台")).path("total");
            assertThat(total.path("exact").asBoolean()).isFalse();
            assertThat(total.path("note").asString()).contains("取り入れられなくなっています");
            assertThat(site.get("/?q=" + Site.encoded("灯台")).body())
                    .contains(total.path("note").asString());

            pending.set(null);
            Files.writeString(corpus.resolve("c.jsonl"), Villages.json("c", "水車小"));
            Eventually.await(() -> count(maintainer, "水車小") == 1 && count(maintainer, "渡し船") == 1);
            Eventually.await(() -> status(site).equals("ok"));

            assertThat(site.json("/health")
                            .path("threads")
                            .path(0)
                            .path("restarts")
                            .asInt())
                    .isPositive();
            assertThat(site.get("/metrics").body()).containsPattern("jirei_thread_restarts_total\\{.*} [1-9]");
            JsonNode current = site.json("/api/search?q=" + Site.encoded("灯台")).path("total");
            assertThat(current.path("exact").asBoolean()).isTrue();
            assertThat(current.has("note")).isFalse();
        }
    }

    private static String status(Site site) throws Exception {
        return site.json("/health").path("status").asString();
    }

    private static long count(IndexMaintainer maintainer, String query) throws Exception {
        return maintainer
                .engine()
                .with(engine -> engine.search(SearchRequest.of(query)))
                .total()
                .cases();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(@Nullable Throwable failure) throws T {
        if (failure != null) {
            throw (T) failure;
        }
    }
}
