package jirei.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jirei.cli.Main;
import jirei.lucene.BareIndexing;

/** Indexes a corpus by the product and by Lucene alone, each in a process of its own. */
final class IndexBench {
    private IndexBench() {}

    /** Leaves the product's index in {@code index}. */
    static void run(BenchCorpus corpus, Path index, Path said, Results results)
            throws IOException, InterruptedException {
        delete(index);
        try (Program product = product(corpus, index, said)) {
            put("index", product, corpus, index, results);
        }
        Path bare = index.resolveSibling("bare-index");
        delete(bare);
        String threads = Integer.toString(Runtime.getRuntime().availableProcessors());
        try (Program lucene =
                Program.start(said, BareIndexing.class, corpus.folder().toString(), bare.toString(), threads)) {
            put("bareIndex", lucene, corpus, bare, results);
        }
        delete(bare);
    }

    /** Lets {@code index} be that of {@code corpus} as it is, which it isn't once it was indexed anew: a server would do so beside searches. */
    static void refresh(BenchCorpus corpus, Path index, Path said) throws IOException, InterruptedException {
        try (Program product = product(corpus, index, said)) {
            product.seconds();
        }
    }

    private static Program product(BenchCorpus corpus, Path index, Path said) throws IOException {
        return Program.start(
                said, Main.class, "index", "--corpus", corpus.folder().toString(), "--index", index.toString());
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
