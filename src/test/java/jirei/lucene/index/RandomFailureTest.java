package jirei.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import jirei.Seed;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.query.SearchRequest;
import jirei.search.SearchEngine;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * After random I/O failures, on a full disk, and after a power cut that loses unsynced data, the index is the old one
 * or the new one. The seed determines the faults; which operation they hit also depends on the order of the writer
 * threads.
 */
@Tag("slow")
class RandomFailureTest {
    private static final int ROUNDS = Integer.getInteger("jirei.failures", 9);

    @RegisterExtension
    static final Seed SEED = Seed.of(20261122);

    @TempDir
    Path folder;

    private final Random random = SEED.random();
    private double rate;
    private double openRate;
    private long space;
    private boolean isPowerCut;
    private EmbeddedIndex index;
    private int failures;

    @BeforeEach
    void createIndex() throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.jsonl"), Villages.json("a", "灯台"));
        edit(0);
        var generations = GenerationFolder.in(folder.resolve("index"), this::failing);
        index = EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index"), generations);
        index.rebuild(done -> {}, fault -> {});
    }

    private Directory failing(Path generation) throws IOException {
        var directory = new MockDirectoryWrapper(new Random(random.nextLong()), FSDirectory.open(generation)) {
            @Override
            public synchronized void close() throws IOException {
                if (isPowerCut) {
                    crash();
                }
                super.close();
            }
        };
        directory.setCheckIndexOnClose(false);
        directory.setAssertNoUnrefencedFilesOnClose(false);
        directory.setUseSlowOpenClosers(false);
        directory.setRandomIOExceptionRate(rate);
        directory.setRandomIOExceptionRateOnOpen(openRate);
        directory.setMaxSizeInBytes(space);
        return directory;
    }

    @Test
    void afterRandomFailuresTheIndexIsTheOldOneOrTheNewOne() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            edit(round);
            rate = rate(round, random.nextDouble() * 0.02);
            openRate = rate(round, random.nextDouble() * 0.02);
            boolean isDone = write(round);
            rate = 0;
            openRate = 0;
            assertOldOrNew(round, isDone);
        }
        report("random failures");
        assertThat(failures).as("failed rounds").isBetween(1, ROUNDS - 1);
    }

    @Test
    void onAFullDiskTheIndexIsTheOldOneOrTheNewOne() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            edit(round);
            space = round == ROUNDS ? 0 : index.size() + (round == 1 ? 0 : random.nextInt(12_000));
            boolean isDone = write(round);
            space = 0;
            assertOldOrNew(round, isDone);
        }
        report("full disks");
        assertThat(failures).as("failed rounds").isBetween(1, ROUNDS - 1);
    }

    @Test
    void aPowerCutLosesNoCommittedCase() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            edit(round);
            rate = random.nextInt(2) * 0.03;
            isPowerCut = true;
            boolean isDone = write(round);
            isPowerCut = false;
            rate = 0;
            assertOldOrNew(round, isDone);
        }
        report("power cuts");
    }

    /** The first round always fails and the last one always succeeds. */
    private static double rate(int round, double drawn) {
        return round == 1 ? 1 : round == ROUNDS ? 0 : drawn;
    }

    private boolean write(int round) {
        try {
            if (round % 3 == 0) {
                index.rebuild(done -> {}, fault -> {});
            } else {
                index.refresh(done -> {}, fault -> {});
            }
            return true;
        } catch (IOException e) {
            assertThat(e).as("round %s", round).isInstanceOf(IndexUnavailableException.class);
            failures++;
            return false;
        }
    }

    private void report(String what) {
        LoggerFactory.getLogger(RandomFailureTest.class).warn("{}: {} rounds, {} failed", what, ROUNDS, failures);
    }

    private void edit(int round) throws IOException {
        Files.writeString(folder.resolve("corpus/b.jsonl"), Villages.json("b", "渡し船第" + round + "便"));
    }

    private void assertOldOrNew(int round, boolean isNew) throws Exception {
        assertThat(index.isDamaged()).as("round %s", round).isFalse();
        try (SearchEngine engine = index.open()) {
            assertThat(engine.status().cases()).as("round %s", round).isEqualTo(2);
            assertThat(found(engine, "灯台")).isEqualTo(1);
            assertThat(found(engine, "渡し船")).isEqualTo(1);
            if (isNew) {
                assertThat(found(engine, "\"第" + round + "便\""))
                        .as("round %s", round)
                        .isEqualTo(1);
            }
        }
    }

    private static long found(SearchEngine engine, String query) throws IOException {
        return engine.search(SearchRequest.of(query)).total().cases();
    }
}
