package jirei.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.util.IOSupplier;

/** Runs the same queries against a server over HTTP and against plain Lucene in this process. */
final class SearchBench {
    private static final List<Integer> CLIENTS = List.of(1, 4, 16);
    private static final int STARTS = 3;

    private final BenchCorpus corpus;
    private final Path index;
    private final Path log;
    private final Results results;
    private final Duration time;
    private final List<BenchQuery> queries;

    SearchBench(BenchCorpus corpus, Path index, Path log, Results results, Duration time) throws IOException {
        this.corpus = corpus;
        this.index = index;
        this.log = log;
        this.results = results;
        this.time = time;
        this.queries = BenchQuery.all();
    }

    /**
     * Measures the time from the start of the server to its first response, the median of three; the index must be up
     * to date.
     */
    void startUp() throws IOException {
        double[] millis = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (Server server = start()) {
                millis[i] = server.firstResponseMillis();
            }
        }
        Arrays.sort(millis);
        results.put("start.millis", millis[STARTS / 2]);
    }

    private Server start() throws IOException {
        return Server.start(
                corpus.folder(), index, log, paths("/api/search?size=10&").getFirst());
    }

    private List<String> paths(String prefix) {
        return queries.stream().map(query -> prefix + query.parameters()).toList();
    }

    /** Measures the server over HTTP. */
    void overHttp() throws IOException, InterruptedException {
        try (Server server = start()) {
            load("api", server.clients(paths("/api/search?size=10&")));
            load("page", server.clients(paths("/?size=10&")));
            byKind("api", server.clients(paths("/api/search?size=10&")));
            results.put("memory.atRest", server.idleMemory());
            results.put("memory.heap", server.usedHeap());
            results.put("memory.peak", server.peakMemory());
        }
    }

    /** Measures the baseline in this process. */
    void inProcess() throws Exception {
        try (BaselineSearch baseline = BaselineSearch.open(corpus.folder(), index, queries)) {
            load("bare", () -> baseline::full);
            load("bareTop", () -> baseline::top);
            byKind("bare", () -> baseline::full);
        }
    }

    private void load(String name, IOSupplier<Load.Client> clients) throws IOException {
        Load.run(clients, CLIENTS.getLast(), queries.size(), time);
        for (int count : CLIENTS) {
            results.put(name + "." + count, Load.run(clients, count, queries.size(), time));
        }
    }

    private void byKind(String name, IOSupplier<Load.Client> clients) throws IOException {
        for (String kind : kinds(queries)) {
            int[] numbers = IntStream.range(0, queries.size())
                    .filter(i -> queries.get(i).kind().equals(kind))
                    .toArray();
            IOSupplier<Load.Client> clientsOfKind = () -> {
                Load.Client client = clients.get();
                return number -> client.run(numbers[number]);
            };
            results.put(name + ".kind." + kind, Load.run(clientsOfKind, 1, numbers.length, time.dividedBy(8)));
        }
    }

    /** Returns the kinds of {@code queries} in alphabetical order. */
    static List<String> kinds(List<BenchQuery> queries) {
        return List.copyOf(new TreeSet<>(queries.stream().map(BenchQuery::kind).toList()));
    }
}
