package jirei.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Asks a server over HTTP and Lucene in this process the same queries, one after the other. */
final class SearchBench {
    private static final List<Integer> CLIENTS = List.of(1, 4, 16);
    private static final int STARTS = 3;

    private final BenchCorpus corpus;
    private final Path index;
    private final Path said;
    private final Results results;
    private final Duration time;
    private final List<BenchQuery> queries;

    SearchBench(BenchCorpus corpus, Path index, Path said, Results results, Duration time) throws IOException {
        this.corpus = corpus;
        this.index = index;
        this.said = said;
        this.results = results;
        this.time = time;
        this.queries = BenchQuery.all();
    }

    /** How long the server takes from its start to its first answer, the middle of three; the index must be up to date. */
    void starts() throws IOException {
        double[] millis = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (Server server = start()) {
                millis[i] = server.firstAnswer();
            }
        }
        Arrays.sort(millis);
        results.put("start.millis", millis[STARTS / 2]);
    }

    private Server start() throws IOException {
        return Server.start(
                corpus.folder(), index, said, paths("/api/search?size=10&").getFirst());
    }

    private List<String> paths(String before) {
        return queries.stream().map(query -> before + query.parameters()).toList();
    }

    /** Over HTTP. */
    void overHttp() throws IOException, InterruptedException {
        try (Server server = start()) {
            load("api", server.clients(paths("/api/search?size=10&")));
            load("page", server.clients(paths("/?size=10&")));
            byKind("api", server.clients(paths("/api/search?size=10&")));
            results.put("memory.atRest", server.memoryAtRest());
            results.put("memory.heap", server.heap());
            results.put("memory.peak", server.peakMemory());
        }
    }

    /** In this process. */
    void bare() throws Exception {
        try (BaselineSearch bare = BaselineSearch.open(corpus.folder(), index, queries)) {
            load("bare", () -> bare::full);
            load("bareTop", () -> bare::top);
            byKind("bare", () -> bare::full);
        }
    }

    private void load(String name, Load.Clients clients) throws IOException {
        Load.run(clients, CLIENTS.getLast(), queries.size(), time);
        for (int count : CLIENTS) {
            results.put(name + "." + count, Load.run(clients, count, queries.size(), time));
        }
    }

    private void byKind(String name, Load.Clients clients) throws IOException {
        for (String kind : kinds(queries)) {
            int[] numbers = IntStream.range(0, queries.size())
                    .filter(i -> queries.get(i).kind().equals(kind))
                    .toArray();
            Load.Clients some = () -> {
                Load.Client all = clients.open();
                return number -> all.ask(numbers[number]);
            };
            results.put(name + ".kind." + kind, Load.run(some, 1, numbers.length, time.dividedBy(8)));
        }
    }

    /** The kinds of queries, in the order of their names. */
    static List<String> kinds(List<BenchQuery> queries) {
        return List.copyOf(new TreeSet<>(queries.stream().map(BenchQuery::kind).toList()));
    }
}
