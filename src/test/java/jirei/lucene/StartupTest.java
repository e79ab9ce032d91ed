package jirei.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jirei.Eventually;
import jirei.corpus.CorpusReader;
import jirei.lucene.index.Villages;
import jirei.query.SearchRequest;
import jirei.search.EngineReference;
import jirei.search.IndexState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large corpus is scanned, and a large index verified, only after serving has started. */
@Tag("slow")
class StartupTest {
    /** Smaller than any corpus or index, so that all count as large. */
    private static final long ALWAYS_DEFERRED = 0;

    @TempDir
    Path folder;

    private Path corpus;
    private final List<String> messages = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void createIndex() throws Exception {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.jsonl"), Villages.json("a", "灯台"));
        EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index")).rebuild(done -> {}, fault -> {});
    }

    @Test
    void servesALargeCorpusBeforeScanningItAndAddsChangesAfterwards() throws Exception {
        Files.writeString(corpus.resolve("b.jsonl"), Villages.json("b", "灯台"));
        try (IndexMaintainer maintainer = open(ALWAYS_DEFERRED)) {
            assertThat(countMatches(maintainer))
                    .as("before the corpus is scanned")
                    .isEqualTo(1);
            assertThat(maintainer.engine().status().state()).isEqualTo(IndexState.VERIFYING);

            maintainer.start();
            awaitCurrent(maintainer);

            assertThat(countMatches(maintainer)).isEqualTo(2);
            assertThat(maintainer.engine().status().state()).isEqualTo(IndexState.CURRENT);
        }
    }

    @Test
    void keepsTheIndexOfAnUnchangedLargeCorpus() throws Exception {
        try (IndexMaintainer maintainer = open(ALWAYS_DEFERRED)) {
            maintainer.start();
            awaitCurrent(maintainer);

            assertThat(countMatches(maintainer)).isEqualTo(1);
            assertThat(messages).isEmpty();
        }
    }

    @Test
    void scansASmallCorpusBeforeServing() throws Exception {
        Files.writeString(corpus.resolve("b.jsonl"), Villages.json("b", "灯台"));
        try (IndexMaintainer maintainer = open(Long.MAX_VALUE)) {
            assertThat(countMatches(maintainer)).isEqualTo(2);
            assertThat(maintainer.engine().status().state()).isEqualTo(IndexState.CURRENT);
        }
    }

    @Test
    void detectsAndRebuildsADamagedLargeIndexAfterServing() throws Exception {
        damage();
        try (IndexMaintainer maintainer = open(ALWAYS_DEFERRED)) {
            assertThat(maintainer.engine().status().state()).isNotEqualTo(IndexState.CURRENT);

            maintainer.start();
            awaitCurrent(maintainer);

            assertThat(countMatches(maintainer)).isEqualTo(1);
            assertThat(messages).anySatisfy(message -> assertThat(message).contains("索引が壊れている"));
        }
    }

    @Test
    void aReadOnlyProcessDetectsDamageToo() throws Exception {
        try (IndexMaintainer writer = open(Long.MAX_VALUE)) {
            damage();
            try (IndexMaintainer reader = open(ALWAYS_DEFERRED)) {
                reader.start();
                Eventually.await(() -> messages.stream().anyMatch(message -> message.contains("索引が壊れている")));

                assertThat(writer.isReadOnly()).isFalse();
                assertThat(reader.engine().status().state()).isEqualTo(IndexState.MISSING);
            }
        }
    }

    private static void awaitCurrent(IndexMaintainer maintainer) throws Exception {
        Eventually.await(() -> maintainer.engine().status().state() == IndexState.CURRENT);
    }

    private static long countMatches(IndexMaintainer maintainer) throws IOException {
        return maintainer
                .engine()
                .with(engine -> engine.search(SearchRequest.of("灯台")))
                .total()
                .cases();
    }

    /** Flips a bit in the middle of each file. */
    private void damage() throws IOException {
        Path generation = folder.resolve("index")
                .resolve(Files.readString(folder.resolve("index/CURRENT")).strip());
        try (var files = Files.newDirectoryStream(generation, "_*")) {
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
    }

    private IndexMaintainer open(long maxSynchronousBytes) throws Exception {
        return IndexMaintainer.open(
                CorpusReader.of(corpus),
                folder.resolve("index"),
                new IndexMaintainer.Listener(messages::add, done -> {}, fault -> {}),
                new EngineReference(),
                maxSynchronousBytes);
    }
}
