package jirei.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A command over a corpus of its own that is killed while it writes. */
abstract class KillVictim {
    static final int CASES = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Path folder;
    private @Nullable Process process;

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

    /** Puts there what the command shall write in {@code round}. */
    abstract void prepare(int round) throws IOException;

    abstract String[] command();

    /** Makes a command that waits begin to write. */
    void provoke(int round) throws IOException {}

    /** Whether something has been written that wasn't there before the round. */
    abstract boolean hasBegun() throws IOException;

    /** Whether all that the round had to write is there. */
    abstract boolean isDone() throws IOException;

    /** In how many cases what is written in {@code round} stands in the corpus. */
    abstract int written(int round) throws IOException;

    void start(int round) throws IOException {
        prepare(round);
        Files.deleteIfExists(folder.resolve("out.txt"));
        process = Jvm.start(folder, List.of(), command());
        provoke(round);
        await("has begun", this::hasBegun);
    }

    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    interface Condition {
        boolean holds() throws IOException;
    }

    void await(String what, Condition condition) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        BooleanSupplier lives = () -> process != null && process.isAlive();
        while (!condition.holds()) {
            if (System.nanoTime() > end || (!lives.getAsBoolean() && !condition.holds())) {
                throw new AssertionError("never " + what + ": " + said());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    String said() throws IOException {
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

    /** What is in {@code directory}; a file may go while it is listed. */
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
        private int round;

        Importing(Path folder) throws IOException {
            super(folder);
        }

        @Override
        void prepare(int next) throws IOException {
            round = next;
            Files.write(folder.resolve("taken.jsonl"), lines(next));
        }

        @Override
        String[] command() {
            return new String[] {"import", folder.resolve("taken.jsonl").toString(), "--replace"};
        }

        @Override
        boolean hasBegun() throws IOException {
            Path first = cases().resolve("taken/case-0.md");
            return Files.exists(first) && Files.readString(first).contains("第" + round + "話");
        }

        @Override
        boolean isDone() throws IOException {
            return written(round) == CASES;
        }

        @Override
        int written(int looked) throws IOException {
            int written = 0;
            Path taken = cases().resolve("taken");
            for (String name : names(taken)) {
                if (name.endsWith(".md")
                        && Files.readString(taken.resolve(name)).contains("第" + looked + "話")) {
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
        private Map<String, FileTime> before = Map.of();
        private String current = "";

        Indexing(Path folder) throws IOException {
            super(folder);
        }

        @Override
        void prepare(int round) throws IOException {
            write(round);
            before = generations();
            current = pointer();
        }

        @Override
        String[] command() {
            return new String[] {"index"};
        }

        @Override
        boolean hasBegun() throws IOException {
            return !generations().equals(before);
        }

        /** When each was changed last: what a kill has left half written is cleared away, and its name taken again. */
        private Map<String, FileTime> generations() throws IOException {
            Map<String, FileTime> changed = new HashMap<>();
            for (String name : names(folder.resolve("index"))) {
                Path generation = folder.resolve("index").resolve(name);
                if (Files.isDirectory(generation)) {
                    try {
                        changed.put(name, Files.getLastModifiedTime(generation));
                    } catch (NoSuchFileException gone) {
                        changed.remove(name);
                    }
                }
            }
            return changed;
        }

        @Override
        boolean isDone() throws IOException {
            return !pointer().equals(current);
        }

        private String pointer() throws IOException {
            Path pointer = folder.resolve("index/CURRENT");
            return Files.exists(pointer) ? Files.readString(pointer) : "";
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

        @Override
        void provoke(int round) throws IOException {
            await("serves", () -> Files.exists(folder.resolve("out.txt")) && said().contains("http://localhost:"));
            before = names(generation());
            write(round);
        }

        @Override
        boolean hasBegun() throws IOException {
            return !before.containsAll(names(generation()));
        }

        @Override
        boolean isDone() throws IOException {
            return names(generation()).stream()
                    .anyMatch(name -> name.startsWith("segments_") && !before.contains(name));
        }
    }
}
