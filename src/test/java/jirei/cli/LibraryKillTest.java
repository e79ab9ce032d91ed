package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import jirei.Eventually;
import jirei.Seed;
import jirei.corpus.CorpusReader;
import jirei.corpus.text.Sha256;
import jirei.library.Library;
import jirei.library.LibraryDocument;
import jirei.library.cases.CaseHistory;
import jirei.library.cases.FolderLock;
import jirei.library.cases.StoredCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The library is killed before a random one of its operations on files, again and again in the same corpus. Nothing is half
 * there afterwards, and what it said to be done is done.
 */
@Tag("slow")
class LibraryKillTest {
    private static final int ROUNDS = Math.max(5, Integer.getInteger("jirei.kills", 0) / 20);

    @RegisterExtension
    static final Seed SEED = Seed.of(20261130);

    @TempDir
    Path folder;

    private Path corpus() {
        return folder.resolve("corpus");
    }

    @Test
    void nothingIsHalfThereAndNothingThatWasDoneIsLost() throws Exception {
        Files.createDirectories(corpus().resolve("cases"));
        Random random = SEED.random();
        long operations = run(0, Long.MAX_VALUE);
        assertNothingIsLost("a round that was not killed");
        for (int round = 1; round <= ROUNDS; round++) {
            long number = 1 + random.nextLong(operations);
            run(round, number);
            assertNothingIsLost("round " + round + " killed at operation " + number + " of " + operations);
        }
    }

    /** Runs the program until it ends or stops before the operation {@code number}, kills it, and returns the operations. */
    private long run(int round, long number) throws Exception {
        long before = StoppingFileSystem.operations(folder);
        long stopAt = number == Long.MAX_VALUE ? number : before + number;
        Path next = Files.writeString(folder.resolve("stop-at.next"), Long.toString(stopAt));
        Files.move(next, folder.resolve(StoppingFileSystem.STOP), StandardCopyOption.REPLACE_EXISTING);
        Process victim = Jvm.start(
                folder,
                List.of(StoppingFileSystem.options(folder)),
                LibraryKillVictim.class,
                List.of(corpus().toString(), Integer.toString(round)));
        Path out = folder.resolve("out.txt");
        try {
            Eventually.await(
                    () -> Files.readString(out),
                    () -> !victim.isAlive() || StoppingFileSystem.operations(folder) >= stopAt);
        } finally {
            victim.destroyForcibly().waitFor();
        }
        if (StoppingFileSystem.operations(folder) < stopAt) {
            assertThat(out).content().endsWith(LibraryKillVictim.END + "\n");
        }
        return StoppingFileSystem.operations(folder) - before;
    }

    private void assertNothingIsLost(String killed) throws Exception {
        List<String> done = Files.readAllLines(folder.resolve("out.txt"));
        try (Library library = LibraryKillVictim.openUnreading(corpus())) {
            Set<String> ids = new HashSet<>();
            for (LibraryDocument document : library.documents()) {
                ids.add(document.id());
                assertThat(Sha256.of(library.original(document))).as(killed).isEqualTo(document.sha256());
                assertThat(document.problem()).as(killed).isEmpty();
                for (StoredCase stored : library.casesOf(document)) {
                    library.cases().parse(stored);
                }
            }
            ids.add(FolderLock.FILE); // of the library that is open here
            assertThat(names(corpus().resolve("sources"))).as(killed).isEqualTo(ids);
            List<String> faults = new ArrayList<>();
            CorpusReader.of(corpus()).read(one -> {}, fault -> {
                if (!fault.toString().contains("一つもない")) {
                    faults.add(fault.toString());
                }
            });
            assertThat(faults).as(killed).isEmpty();
            assertDone(library, done, ids, killed);
        }
    }

    private static void assertDone(Library library, List<String> done, Set<String> documents, String killed)
            throws IOException {
        Map<String, String> last = new HashMap<>();
        for (String step : done) {
            String[] words = step.split(" ", -1);
            switch (words[0]) {
                case "added" -> assertThat(documents).as(killed).contains(words[1]);
                case "saved" ->
                    assertThat(versions(library, words[1]))
                            .as(killed + ": " + step)
                            .contains(words[2]);
                default -> {}
            }
            if (words.length > 1 && !words[0].equals("added")) {
                last.put(words[1], words[0]);
            }
        }
        for (Map.Entry<String, String> step : last.entrySet()) {
            StoredCase stored = library.cases().find(step.getKey()).orElseThrow();
            if (step.getValue().equals("published")) {
                assertThat(stored.isPublished()).as(killed + ": " + step).isTrue();
            }
        }
    }

    private static Set<String> versions(Library library, String id) throws IOException {
        Set<String> versions = new HashSet<>();
        versions.add(library.cases().find(id).orElseThrow().version());
        for (CaseHistory.Version version : library.cases().history().versions(id)) {
            versions.add(
                    Sha256.of(library.cases().history().text(id, version.name()).orElseThrow()));
        }
        return versions;
    }

    private static Set<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return new HashSet<>(
                    files.map(file -> String.valueOf(file.getFileName())).toList());
        }
    }
}
