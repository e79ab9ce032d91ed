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

/**
 * A corpus that takes long to read is looked at, and an index that takes long to check is checked, while it answers.
 */
@Tag("slow")
class StartupTest {
    /** Smaller than any corpus or index, so that all count as large. */
    private static final long NOTHING_FIRST = 0;

    @TempDir
    Path folder;

    private Path corpus;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void anIndexOfOneCase() throws Exception {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.jsonl"), Villages.json("a", "灯台"));
        EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index")).rebuild(done -> {}, fault -> {});
    }

    @Test
    void aLargeCorpusIsAnsweredForBeforeItIsReadAndWhatChangedIsFoundSoonAfter() throws Exception {
        Files.writeString(corpus.resolve("b.jsonl"), Villages.json("b", "灯台"));
        try (IndexMaintainer live = open(NOTHING_FIRST)) {
            assertThat(found(live)).as("before the corpus was looked at").isEqualTo(1);
            assertThat(live.engine().status().state()).isEqualTo(IndexState.VERIFYING);

            live.start();
            awaitChecked(live);

            assertThat(found(live)).isEqualTo(2);
            assertThat(live.engine().status().state()).isEqualTo(IndexState.CURRENT);
        }
    }

    @Test
    void aLargeCorpusThatHasNotChangedLeavesTheIndexAsItIs() throws Exception {
        try (IndexMaintainer live = open(NOTHING_FIRST)) {
            live.start();
            awaitChecked(live);

            assertThat(found(live)).isEqualTo(1);
            assertThat(told).isEmpty();
        }
    }

    @Test
    void aSmallCorpusIsLookedAtFirst() throws Exception {
        Files.writeString(corpus.resolve("b.jsonl"), Villages.json("b", "灯台"));
        try (IndexMaintainer live = open(Long.MAX_VALUE)) {
            assertThat(found(live)).isEqualTo(2);
            assertThat(live.engine().status().state()).isEqualTo(IndexState.CURRENT);
        }
    }

    @Test
    void aLargeIndexThatIsDamagedIsNoticedSoonAndBuiltAnew() throws Exception {
        damage();
        try (IndexMaintainer live = open(NOTHING_FIRST)) {
            assertThat(live.engine().status().state()).isNotEqualTo(IndexState.CURRENT);

            live.start();
            awaitChecked(live);

            assertThat(found(live)).isEqualTo(1);
            assertThat(told).anySatisfy(sentence -> assertThat(sentence).contains("索引が壊れている"));
        }
    }

    @Test
    void oneThatOnlyReadsLooksForDamageToo() throws Exception {
        try (IndexMaintainer keeping = open(Long.MAX_VALUE)) {
            damage();
            try (IndexMaintainer reading = open(NOTHING_FIRST)) {
                reading.start();
                Eventually.await(() -> told.stream().anyMatch(sentence -> sentence.contains("索引が壊れている")));

                assertThat(keeping.isReadOnly()).isFalse();
                assertThat(reading.engine().status().state()).isEqualTo(IndexState.MISSING);
            }
        }
    }

    private static void awaitChecked(IndexMaintainer live) throws Exception {
        Eventually.await(() -> live.engine().status().state() == IndexState.CURRENT);
    }

    private static long found(IndexMaintainer live) throws IOException {
        return live.engine()
                .with(engine -> engine.search(SearchRequest.of("灯台")))
                .total()
                .cases();
    }

    /** Turns a bit in the middle of each file. */
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

    private IndexMaintainer open(long mostReadFirst) throws Exception {
        return IndexMaintainer.open(
                CorpusReader.of(corpus),
                folder.resolve("index"),
                new IndexMaintainer.Listener(told::add, done -> {}, fault -> {}),
                new EngineReference(),
                mostReadFirst);
    }
}
