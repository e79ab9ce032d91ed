package jirei.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Changes the lexicon of a running server, which triggers a full reindexing, and measures searches meanwhile. */
final class ReindexBench {
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final int CLIENTS = 1;

    private ReindexBench() {}

    static void run(BenchCorpus corpus, Path index, Path log, Results results, Duration time) throws IOException {
        List<String> paths = BenchQuery.all().stream()
                .map(query -> "/api/search?size=10&" + query.parameters())
                .toList();
        try (Server server = Server.start(corpus.folder(), index, log, paths.getFirst())) {
            Load.run(server.clients(paths), CLIENTS, paths.size(), time);
            Load.Measurement quiet = Load.run(server.clients(paths), CLIENTS, paths.size(), time);
            results.put("reindex.quiet", quiet);
            String before = fingerprint(server);
            Path synonyms = corpus.folder().resolve("lexicon").resolve("synonyms.txt");
            byte[] lexicon = Files.readAllBytes(synonyms);
            long start = System.nanoTime();
            try {
                Files.writeString(synonyms, "試験用同義語甲 = 試験用同義語乙\n", StandardOpenOption.APPEND);
                results.put("reindex.during", during(server, paths, before));
            } finally {
                Files.write(synonyms, lexicon);
            }
            results.put("reindex.seconds", (System.nanoTime() - start) / 1e9);
            results.put("reindex.peak", server.peakMemory());
        }
    }

    private static Load.Measurement during(Server server, List<String> paths, String before) throws IOException {
        List<Load.Measurement> measurements = new ArrayList<>();
        long start = System.nanoTime();
        while (fingerprint(server).equals(before)) {
            measurements.add(Load.run(server.clients(paths), CLIENTS, paths.size(), ROUND));
        }
        long[] nanos = measurements.stream()
                .flatMapToLong(Load.Measurement::nanos)
                .sorted()
                .toArray();
        return new Load.Measurement(nanos, nanos.length / ((System.nanoTime() - start) / 1e9));
    }

    private static String fingerprint(Server server) throws IOException {
        return server.response("/health").replaceAll(".*\"fingerprint\":\"([0-9a-f]*)\".*", "$1");
    }
}
