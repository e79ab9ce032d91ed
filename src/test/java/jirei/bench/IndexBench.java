package jirei.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jirei.cli.Main;

/** Indexes a corpus by the product and by Lucene alone, each in a process of its own. */
final class IndexBench {
    private IndexBench() {}

    /** Leaves the product's index in {@code index}. */
    static void run(BenchCorpus corpus, Path index, Path said, Results results)
            throws IOException, InterruptedException {
        delete(index);
        try (Program product = product("index", corpus, index, said)) {
            put("index", product, corpus, index, results);
        }
        Path bare = index.resolveSibling("bare-index");
        delete(bare);
        String threads = Integer.toString(Runtime.getRuntime().availableProcessors());
        try (Program lucene =
                Program.start(said, BaselineIndexing.class, corpus.folder().toString(), bare.toString(), threads)) {
            put("bareIndex", lucene, corpus, bare, results);
        }
        delete(bare);
    }

    /** Lets {@code index} be that of {@code corpus} as it is, which it isn't once it was indexed anew: a server would do so beside searches. */
    static void refresh(BenchCorpus corpus, Path index, Path said) throws IOException, InterruptedException {
        try (Program search = product("search", corpus, index, said, "医師会")) { // "index" writes it anew in any case
            search.seconds();
        }
    }

    private static Program product(String command, BenchCorpus corpus, Path index, Path said, String... words)
            throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(command, "--corpus", corpus.folder().toString(), "--index", index.toString()));
        arguments.addAll(List.of(words));
        return Program.start(said, Main.class, arguments.toArray(String[]::new));
    }

    private static void put(String name, Program program, BenchCorpus corpus, Path index, Results results)
            throws IOException, InterruptedException {
        double seconds = program.seconds();
        results.put(name + ".seconds", seconds);
        results.put(name + ".perSecond", corpus.sections() / seconds);
        results.put(name + ".bytes", BenchCorpus.sizeOf(index));
        results.put(name + ".peak", program.peak());
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
