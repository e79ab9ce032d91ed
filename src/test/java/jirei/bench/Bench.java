package jirei.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the benchmark and writes its report. Results are stored, so that sizes and parts can be measured separately. Not
 * thread-safe.
 */
@Command(name = "bench", description = "Measures indexing and searching of generated corpora.")
public final class Bench implements Callable<Integer> {
    private static final Path PAGE = Path.of("src/site/markdown/benchmarks.md");
    private static final Path PICTURE = Path.of("src/site/images/growth.svg");
    private static final String BEGIN = "<!-- tables: written by the bench -->\n";

    @Option(names = "--sections", split = ",", description = "sizes of the corpora (default: ${DEFAULT-VALUE})")
    private List<Integer> sections = List.of(1_000, 10_000, 100_000);

    @Option(names = "--parts", split = ",", description = "index, start, http, bare, reindex (default: all)")
    private Set<String> parts = Set.of("index", "start", "http", "bare", "reindex");

    @Option(names = "--seconds", description = "how long each load is measured (default: ${DEFAULT-VALUE})")
    private int seconds = 10;

    @Option(names = "--folder", description = "where corpora, indexes and results are kept (default: ${DEFAULT-VALUE})")
    private Path folder = Path.of("target/bench");

    @Option(names = "--report", description = "write benchmarks.md and its picture")
    private boolean report;

    /** Runs the benchmark with command-line arguments. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        for (int size : sections) {
            measure(size);
        }
        SortedMap<Integer, Results> all = results();
        System.out.println(Tables.of(all));
        if (report) {
            write(all);
        }
        return 0;
    }

    private void measure(int size) throws Exception {
        Path sizeFolder = folder.resolve(Integer.toString(size));
        Files.createDirectories(sizeFolder);
        Results results = Results.in(sizeFolder.resolve("results.properties"));
        Path log = sizeFolder.resolve("log.txt");
        Path index = sizeFolder.resolve("index");
        log(size, "corpus");
        BenchCorpus corpus = BenchCorpus.in(sizeFolder.resolve("corpus"), size);
        results.put("text.bytes", corpus.textBytes());
        results.put("when", LocalDate.now(ZoneId.of("Asia/Tokyo")).toString());
        results.put("machine", machine());
        results.put("command", "mvn -Pbench -Dbench=\"--sections " + size + " --seconds " + seconds + "\"");
        if (parts.contains("index") || !Files.exists(index)) {
            log(size, "index");
            IndexBench.run(corpus, index, log, results);
        } else {
            IndexBench.refresh(corpus, index, log);
        }
        var search = new SearchBench(corpus, index, log, results, Duration.ofSeconds(seconds));
        if (parts.contains("start")) {
            log(size, "start");
            search.startUp();
        }
        if (parts.contains("http")) {
            log(size, "http");
            search.overHttp();
        }
        if (parts.contains("bare")) {
            log(size, "bare");
            search.inProcess();
        }
        if (parts.contains("reindex")) {
            log(size, "reindex");
            ReindexBench.run(corpus, index, log, results, Duration.ofSeconds(seconds));
        }
    }

    private static void log(int size, String part) {
        System.out.println("bench: " + Tables.thousands(size) + " sections, " + part);
    }

    /** Returns the kinds of the listed queries in alphabetical order. */
    static List<String> kinds() {
        try {
            return SearchBench.kinds(BenchQuery.all());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SortedMap<Integer, Results> results() throws IOException {
        SortedMap<Integer, Results> all = new TreeMap<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path sizeFolder : folders.toList()) {
                Path results = sizeFolder.resolve("results.properties");
                if (Files.exists(results)) {
                    all.put(Integer.valueOf(sizeFolder.getFileName().toString()), Results.in(results));
                }
            }
        }
        return all;
    }

    private static void write(SortedMap<Integer, Results> all) throws IOException {
        String page = Files.readString(PAGE);
        Files.writeString(PAGE, page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + "\n" + Tables.of(all));
        Files.writeString(PICTURE, GrowthPicture.of(all));
    }

    /** Describes this machine: number and model of processors, memory, operating system and Java version. */
    private static String machine() throws IOException {
        List<String> parts = new ArrayList<>();
        parts.add(Runtime.getRuntime().availableProcessors() + " × " + first(Path.of("/proc/cpuinfo"), "model name"));
        String memory = first(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "");
        if (!memory.isEmpty()) {
            parts.add(String.format(Locale.ROOT, "%.0f GB", Long.parseLong(memory) / 1e6));
        }
        parts.add(System.getProperty("os.name"));
        parts.add("Java " + Runtime.version());
        return String.join(", ", parts);
    }

    private static String first(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            return "processor";
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }
}
