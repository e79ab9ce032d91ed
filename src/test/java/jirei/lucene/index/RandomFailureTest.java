package jirei.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedEngine;
import jirei.lucene.EmbeddedIndex;
import jirei.query.SearchRequest;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A disk that fails at random, is full, or forgets what wasn't forced onto it when the power is cut: the index is the old one
 * or the new one. {@code -Djirei.seed=N} repeats a run.
 */
class RandomFailureTest {
    private static final long SEED = Long.getLong("jirei.seed", 20261122);
    private static final int ROUNDS = Integer.getInteger("jirei.failures", 24);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private double rate;
    private double openRate;
    private long space;
    private boolean isPowerCut;
    private EmbeddedIndex index;
    private int failures;

    @BeforeEach
    void anIndexOfTwoCases() throws Exception {
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
    void readsAndWritesThatFailAtRandomLeaveTheOldIndexOrTheNewOne() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            edit(round);
            rate = random.nextDouble() * 0.02;
            openRate = random.nextDouble() * 0.02;
            boolean isDone = write(round);
            rate = 0;
            openRate = 0;
            assertOldOrNew(round, isDone);
        }
        tell("random failures");
        assertThat(failures).as("seed %s", SEED).isBetween(ROUNDS / 10, ROUNDS - 1);
    }

    @Test
    void aDiskThatIsFullAnywhereLeavesTheOldIndexOrTheNewOne() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            edit(round);
            space = index.size() + random.nextInt(6_000);
            boolean isDone = write(round);
            space = 0;
            assertOldOrNew(round, isDone);
        }
        tell("full disks");
        assertThat(failures).as("seed %s", SEED).isBetween(ROUNDS / 10, ROUNDS - 1);
    }

    @Test
    void powerThatIsCutTakesNothingThatCounted() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            edit(round);
            rate = random.nextInt(2) * 0.03;
            isPowerCut = true;
            boolean isDone = write(round);
            isPowerCut = false;
            rate = 0;
            assertOldOrNew(round, isDone);
        }
        tell("power cuts");
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
            assertThat(e).as("seed %s round %s", SEED, round).isInstanceOf(IndexUnavailableException.class);
            failures++;
            return false;
        }
    }

    private void tell(String what) {
        LoggerFactory.getLogger(RandomFailureTest.class)
                .warn("{}: {} rounds, {} failed, seed {}", what, ROUNDS, failures, SEED);
    }

    private void edit(int round) throws IOException {
        Files.writeString(folder.resolve("corpus/b.jsonl"), Villages.json("b", "渡し船第" + round + "便"));
    }

    private void assertOldOrNew(int round, boolean isNew) throws Exception {
        assertThat(index.isDamaged()).as("seed %s round %s", SEED, round).isFalse();
        try (EmbeddedEngine engine = index.open()) {
            assertThat(engine.status().cases())
                    .as("seed %s round %s", SEED, round)
                    .isEqualTo(2);
            assertThat(found(engine, "灯台")).isEqualTo(1);
            assertThat(found(engine, "渡し船")).isEqualTo(1);
            if (isNew) {
                assertThat(found(engine, "\"第" + round + "便\""))
                        .as("seed %s round %s", SEED, round)
                        .isEqualTo(1);
            }
        }
    }

    private static long found(EmbeddedEngine engine, String query) throws IOException {
        return engine.search(SearchRequest.of(query)).total().cases();
    }
}
