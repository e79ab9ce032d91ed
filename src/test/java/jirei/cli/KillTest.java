package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import jirei.Seed;
import jirei.corpus.CorpusReader;
import jirei.lucene.EmbeddedIndex;
import jirei.query.SearchRequest;
import jirei.search.SearchEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Kills the program while it writes, as the system does when memory or power runs out. The moments are chosen by count:
 * the program stops before a random one of its operations on files, and is killed there.
 */
@Tag("slow")
class KillTest {
    private static final int ROUNDS = Integer.getInteger("jirei.kills", 9);

    @RegisterExtension
    static final Seed SEED = Seed.of(20261122);

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
                    killRepeatedly(victim);
                    return null;
                }));
            }
            for (Future<?> lane : running) {
                lane.get();
            }
        }
        LoggerFactory.getLogger(KillTest.class).warn("{} kills, {} of them between two operations", kills, hits);

        assertThat(kills).hasValueGreaterThanOrEqualTo(ROUNDS);
        assertThat(hits).as("kills between two operations").hasValueGreaterThan(kills.get() * 3 / 4);
    }

    private void killRepeatedly(KillVictim victim) throws Exception {
        Random random = SEED.random();
        var corpus = CorpusReader.of(victim.folder.resolve("corpus"));
        try {
            victim.start(0, Long.MAX_VALUE);
            victim.kill();
            long operations = victim.operations();
            EmbeddedIndex index = EmbeddedIndex.of(corpus, victim.folder.resolve("index"));
            index.refresh(done -> {}, fault -> {});
            for (int round = 1; round <= (ROUNDS + 2) / 3; round++) {
                long number = 1 + random.nextLong(operations);
                victim.start(round, number);
                boolean isHit = victim.kill();
                kills.incrementAndGet();
                hits.addAndGet(isHit ? 1 : 0);
                operations = isHit ? operations : victim.operations();
                String killed = String.join(" ", victim.command()) + " in round " + round + " at operation " + number
                        + " of " + operations;
                assertNothingIsLost(corpus, index, victim.written(round), round, killed);
            }
        } finally {
            victim.end();
        }
    }

    private static void assertNothingIsLost(
            CorpusReader corpus, EmbeddedIndex index, int written, int round, String killed) throws Exception {
        assertThat(faults(corpus)).as(killed).isEmpty();
        assertThat(index.isDamaged()).as(killed).isFalse();
        try (SearchEngine old = index.open()) {
            assertThat(found(old, "灯台")).as(killed).isEqualTo(KillVictim.CASES);
        }
        index.refresh(done -> {}, fault -> {});
        try (SearchEngine engine = index.open()) {
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

    private static long found(SearchEngine engine, String query) throws IOException {
        return engine.search(SearchRequest.of(query)).total().cases();
    }
}
