package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jirei.corpus.CorpusReader;
import jirei.lucene.CorpusIndex;
import jirei.lucene.LuceneEngine;
import jirei.query.SearchRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the program at random moments, as the system does when it runs out of memory or power. */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("jirei.kills", 51);
    /** Drawn anew and printed, since the moment of a kill can't be repeated anyway. */
    private static final long SEED = Long.getLong("jirei.seed", System.nanoTime());

    private static final int LONGEST_LIFE_MILLIS = 1_200;

    @TempDir
    Path folder;

    @Test
    void nothingIsLostWhereverTheProgramIsKilled() throws Exception {
        var random = new Random(SEED);
        Path cases = Files.createDirectories(folder.resolve("corpus/cases"));
        Files.writeString(cases.resolve("first.jsonl"), caseOf("first", 0));
        CorpusIndex index = CorpusIndex.of(CorpusReader.of(folder.resolve("corpus")), folder.resolve("index"));
        index.rebuild(done -> {}, fault -> {});

        for (int round = 1; round <= ROUNDS; round++) {
            Files.writeString(cases.resolve("changing.jsonl"), caseOf("changing", round));
            kill(round, random.nextInt(LONGEST_LIFE_MILLIS));

            assertThat(faults()).as("seed %s round %s", SEED, round).isEmpty();
            assertThat(index.isDamaged()).as("seed %s round %s", SEED, round).isFalse();
            try (LuceneEngine old = index.open()) {
                assertThat(found(old, "灯台")).as("seed %s round %s", SEED, round).isPositive();
            }
            index.refresh(done -> {}, fault -> {});
            try (LuceneEngine engine = index.open()) {
                assertThat(found(engine, "\"第" + round + "話\""))
                        .as("seed %s round %s", SEED, round)
                        .isEqualTo(1);
                assertThat(engine.cases()).hasSize((int) casesOnDisk());
            }
        }
    }

    private void kill(int round, int millis) throws IOException, InterruptedException {
        String[] command =
                switch (round % 3) {
                    case 0 -> new String[] {"index"};
                    case 1 -> new String[] {"serve", "--port", "0"};
                    default -> new String[] {"import", document(round).toString(), "--replace"};
                };
        Process process = Jvm.start(folder, List.of(), command);
        process.waitFor(Jvm.READY_MILLIS + millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    private Path document(int round) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            lines.add(caseOf("taken-" + number, round).strip());
        }
        return Files.write(folder.resolve("taken.jsonl"), lines);
    }

    private static String caseOf(String id, int round) {
        return "{\"id\":\"" + id
                + "\",\"title\":\"題\",\"sections\":[{\"id\":\"s1\",\"kind\":\"lead\",\"heading\":\"灯台\",\"text\":\""
                + (id.startsWith("taken") ? "写し" : "第" + round + "話") + "の記録。\"}]}\n";
    }

    private List<String> faults() throws IOException {
        List<String> faults = new ArrayList<>();
        CorpusReader.of(folder.resolve("corpus")).read(one -> {}, fault -> faults.add(fault.toString()));
        return faults;
    }

    private long casesOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("corpus/cases"))) {
            return files.filter(file -> file.toString().matches(".*\\.(md|jsonl)"))
                    .count();
        }
    }

    private static long found(LuceneEngine engine, String query) throws IOException {
        return engine.search(SearchRequest.of(query)).total().cases();
    }
}
