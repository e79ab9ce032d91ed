package jirei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jirei.Eventually;
import org.jspecify.annotations.Nullable;

/** A command over a corpus of its own that is killed while it writes, at an operation that is chosen beforehand. */
abstract class KillVictim {
    static final int CASES = 80;

    final Path folder;
    private @Nullable Process process;
    private long stopAt;
    private long operationsBefore;

    KillVictim(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("corpus/cases"));
    }

    static List<KillVictim> all(Path folder) throws IOException {
        return List.of(
                new Importing(folder.resolve("import")),
                new Indexing(folder.resolve("index")),
                new Serving(folder.resolve("serve")));
    }

    /** Writes the input of {@code round}, before the command is started. */
    abstract void prepare(int round) throws IOException;

    abstract String[] command();

    /** Returns whether the command has written everything of the round. */
    abstract boolean isFinished() throws IOException;

    /** Returns the number of cases in the corpus that have the text of {@code round}. */
    abstract int written(int round) throws IOException;

    /** Starts the command, which stops before the operation {@code number} of the round, counted from 1. */
    void start(int round, long number) throws Exception {
        prepare(round);
        Files.deleteIfExists(folder.resolve("out.txt"));
        Files.deleteIfExists(folder.resolve(StoppingFileSystem.COUNT));
        stopAt(number);
        process = Jvm.start(folder, List.of(StoppingFileSystem.options(folder)), command());
    }

    /** Lets the command stop before the operation {@code number} from now on. */
    final void stopAt(long number) throws IOException {
        operationsBefore = StoppingFileSystem.operations(folder);
        stopAt = number > Long.MAX_VALUE - operationsBefore ? number : operationsBefore + number;
        Path next = Files.writeString(folder.resolve("stop-at.next"), Long.toString(stopAt));
        Files.move(
                next,
                folder.resolve(StoppingFileSystem.STOP),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns how many operations of the round the command has begun. */
    final long operations() {
        return StoppingFileSystem.operations(folder) - operationsBefore;
    }

    private boolean isStopped() {
        return StoppingFileSystem.operations(folder) >= stopAt;
    }

    /**
     * Waits until the command has stopped before its operation or has finished, and kills it. Returns whether it had
     * stopped.
     */
    boolean kill() throws Exception {
        await(() -> isStopped() || isFinished());
        boolean isStopped = isStopped();
        end();
        return isStopped;
    }

    void end() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    final void await(Eventually.Condition condition) throws Exception {
        Eventually.await(this::output, () -> {
            boolean isAlive = isAlive();
            if (condition.holds()) {
                return true;
            }
            assertThat(isAlive).as("the process ended: %s", output()).isTrue();
            return false;
        });
    }

    final boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Returns whether the process has ended without a failure. */
    final boolean hasEndedWell() {
        return process != null && !process.isAlive() && process.exitValue() == 0;
    }

    final String output() throws IOException {
        return Files.readString(folder.resolve("out.txt"));
    }

    final Path cases() {
        return folder.resolve("corpus/cases");
    }

    static List<String> lines(int round) {
        return IntStream.range(0, CASES)
                .mapToObj(number -> "{\"id\":\"case-" + number
                        + "\",\"title\":\"題\",\"sections\":[{\"id\":\"s1\",\"kind\":\"lead\",\"heading\":\"灯台\",\"text\":\"第"
                        + round + "話の記録。" + "島の当番が灯台へ渡り、油を注いで夜の海を見守った。".repeat(4) + "\"}]}")
                .toList();
    }

    /** Returns the names of the files in {@code directory}; none if a file is deleted meanwhile. */
    static Set<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
        } catch (UncheckedIOException changing) {
            return Set.of();
        }
    }

    final Path generation() throws IOException {
        return folder.resolve("index")
                .resolve(Files.readString(folder.resolve("index/CURRENT")).strip());
    }

    private static final class Importing extends KillVictim {
        Importing(Path folder) throws IOException {
            super(folder);
        }

        @Override
        void prepare(int round) throws IOException {
            Files.write(folder.resolve("taken.jsonl"), lines(round));
        }

        @Override
        String[] command() {
            return new String[] {"import", folder.resolve("taken.jsonl").toString(), "--replace"};
        }

        @Override
        boolean isFinished() {
            return hasEndedWell();
        }

        @Override
        int written(int round) throws IOException {
            int written = 0;
            Path taken = cases().resolve("taken");
            for (String name : names(taken)) {
                if (name.endsWith(".md")
                        && Files.readString(taken.resolve(name)).contains("第" + round + "話")) {
                    written++;
                }
            }
            return written;
        }
    }

    private abstract static class InOneFile extends KillVictim {
        InOneFile(Path folder) throws IOException {
            super(folder);
        }

        final void write(int round) throws IOException {
            Path next = Files.write(folder.resolve("next.jsonl"), lines(round));
            Files.move(
                    next,
                    cases().resolve("many.jsonl"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        final int written(int round) {
            return CASES;
        }
    }

    private static final class Indexing extends InOneFile {
        Indexing(Path folder) throws IOException {
            super(folder);
        }

        @Override
        void prepare(int round) throws IOException {
            write(round);
        }

        @Override
        String[] command() {
            return new String[] {"index"};
        }

        @Override
        boolean isFinished() {
            return hasEndedWell();
        }
    }

    private static final class Serving extends InOneFile {
        private Set<String> before = Set.of();

        Serving(Path folder) throws IOException {
            super(folder);
            write(-1);
        }

        @Override
        void prepare(int round) {}

        @Override
        String[] command() {
            return new String[] {"serve", "--port", "0"};
        }

        /** The corpus changes when the server runs; its operations are counted from then on. */
        @Override
        void start(int round, long number) throws Exception {
            super.start(round, Long.MAX_VALUE);
            await(() -> Files.exists(folder.resolve("out.txt")) && output().contains("http://localhost:"));
            before = names(generation());
            stopAt(number);
            write(round);
        }

        @Override
        boolean isFinished() throws IOException {
            return names(generation()).stream()
                    .anyMatch(name -> name.startsWith("segments_") && !before.contains(name));
        }
    }
}
