package jirei.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jirei.cli.Main;

/** Indexes a corpus with the product and with plain Lucene, each in a separate process. */
final class IndexBench {
    private IndexBench() {}

    /** Runs the benchmark and keeps the product's index in {@code index}. */
    static void run(BenchCorpus corpus, Path index, Path log, Results results)
            throws IOException, InterruptedException {
        delete(index);
        try (Program product = product("index", corpus, index, log)) {
            put("index", product, corpus, index, results);
        }
        Path baseline = index.resolveSibling("bare-index");
        delete(baseline);
        String threads = Integer.toString(Runtime.getRuntime().availableProcessors());
        try (Program lucene =
                Program.start(log, BaselineIndexing.class, corpus.folder().toString(), baseline.toString(), threads)) {
            put("bareIndex", lucene, corpus, baseline, results);
        }
        delete(baseline);
    }

    /**
     * Brings {@code index} up to date with {@code corpus}, so that the server does not update it while searches are
     * measured.
     */
    static void refresh(BenchCorpus corpus, Path index, Path log) throws IOException, InterruptedException {
        try (Program search = product("search", corpus, index, log, "医師会")) { // "index" would rebuild it
            search.await();
        }
    }

    private static Program product(String command, BenchCorpus corpus, Path index, Path log, String... words)
            throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(command, "--corpus", corpus.folder().toString(), "--index", index.toString()));
        arguments.addAll(List.of(words));
        return Program.start(log, Main.class, arguments.toArray(String[]::new));
    }

    private static void put(String name, Program program, BenchCorpus corpus, Path index, Results results)
            throws IOException, InterruptedException {
        double seconds = program.await();
        results.put(name + ".seconds", seconds);
        results.put(name + ".perSecond", corpus.sections() / seconds);
        results.put(name + ".bytes", BenchCorpus.sizeOf(index));
        results.put(name + ".peak", program.peakMemory());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : all) {
                    Files.delete(file);
                }
            }
        }
    }
}
