package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedEngine;
import jirei.lucene.EmbeddedIndex;
import jirei.query.SearchRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Kills the program while it writes, as the system does when it runs out of memory or power. */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("jirei.kills", 51);
    /** Drawn anew and printed, since the moment of a kill can't be repeated anyway. */
    private static final long SEED = Long.getLong("jirei.seed", System.nanoTime());

    @TempDir
    Path folder;

    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger hits = new AtomicInteger();

    @Test
    void nothingIsLostWhereverTheProgramIsKilled() throws Exception {
        try (ExecutorService lanes = Executors.newFixedThreadPool(3)) {
            List<Future<?>> running = new ArrayList<>();
            for (KillVictim victim : KillVictim.all(folder)) {
                running.add(lanes.submit(() -> {
                    killAgainAndAgain(victim);
                    return null;
                }));
            }
            for (Future<?> lane : running) {
                lane.get();
            }
        }
        LoggerFactory.getLogger(KillTest.class)
                .warn("{} kills, {} of them in the middle of writing, seed {}", kills, hits, SEED);

        assertThat(kills).hasValueGreaterThanOrEqualTo(ROUNDS);
        assertThat(hits).as("kills in the middle of writing, seed %s", SEED).hasValueGreaterThan(ROUNDS / 2);
    }

    private void killAgainAndAgain(KillVictim victim) throws Exception {
        var random = new Random(SEED);
        var corpus = CorpusReader.of(victim.folder.resolve("corpus"));
        try {
            victim.start(0);
            long start = System.nanoTime();
            victim.await("done", victim::isDone);
            Duration writing = Duration.ofNanos(System.nanoTime() - start);
            victim.kill();
            EmbeddedIndex index = EmbeddedIndex.of(corpus, victim.folder.resolve("index"));
            index.refresh(done -> {}, fault -> {});
            for (int round = 1; round <= (ROUNDS + 2) / 3; round++) {
                String killed = kill(victim, round, random.nextDouble() * writing.toNanos());
                assertNothingIsLost(corpus, index, victim.written(round), round, killed);
            }
        } finally {
            victim.kill();
        }
    }

    private String kill(KillVictim victim, int round, double nanos) throws Exception {
        victim.start(round);
        LockSupport.parkNanos((long) nanos);
        victim.kill();
        boolean isHit = !victim.isDone();
        kills.incrementAndGet();
        hits.addAndGet(isHit ? 1 : 0);
        return String.join(" ", victim.command()) + " seed " + SEED + " round " + round + " after " + (long) nanos
                + " ns" + (isHit ? " in the middle" : "");
    }

    private static void assertNothingIsLost(
            CorpusReader corpus, EmbeddedIndex index, int written, int round, String killed) throws Exception {
        assertThat(faults(corpus)).as(killed).isEmpty();
        assertThat(index.isDamaged()).as(killed).isFalse();
        try (EmbeddedEngine old = index.open()) {
            assertThat(found(old, "灯台")).as(killed).isEqualTo(KillVictim.CASES);
        }
        index.refresh(done -> {}, fault -> {});
        try (EmbeddedEngine engine = index.open()) {
            assertThat(found(engine, "\"第" + round + "話\"")).as(killed).isEqualTo(written);
            assertThat(found(engine, "灯台")).as(killed).isEqualTo(KillVictim.CASES);
            assertThat(engine.cases()).as(killed).hasSize(KillVictim.CASES);
        }
    }

    private static List<String> faults(CorpusReader corpus) throws IOException {
        List<String> faults = new ArrayList<>();
        corpus.read(one -> {}, fault -> faults.add(fault.toString()));
        return faults;
    }

    private static long found(EmbeddedEngine engine, String query) throws IOException {
        return engine.search(SearchRequest.of(query)).total().cases();
    }
}
