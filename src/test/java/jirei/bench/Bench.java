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

/** Measures and reports; what is measured once is kept, so that sizes and parts can be measured one by one. */
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

    /** Runs the bench. */
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
        Path here = folder.resolve(Integer.toString(size));
        Files.createDirectories(here);
        Results results = Results.in(here.resolve("results.properties"));
        Path said = here.resolve("said.txt");
        Path index = here.resolve("index");
        tell(size, "corpus");
        BenchCorpus corpus = BenchCorpus.in(here.resolve("corpus"), size);
        results.put("text.bytes", corpus.textBytes());
        results.put("when", LocalDate.now(ZoneId.of("Asia/Tokyo")).toString());
        results.put("machine", machine());
        results.put("command", "mvn -Pbench -Dbench=\"--sections " + size + " --seconds " + seconds + "\"");
        if (parts.contains("index") || !Files.exists(index)) {
            tell(size, "index");
            IndexBench.run(corpus, index, said, results);
        } else {
            IndexBench.refresh(corpus, index, said);
        }
        var search = new SearchBench(corpus, index, said, results, Duration.ofSeconds(seconds));
        if (parts.contains("start")) {
            tell(size, "start");
            search.starts();
        }
        if (parts.contains("http")) {
            tell(size, "http");
            search.overHttp();
        }
        if (parts.contains("bare")) {
            tell(size, "bare");
            search.bare();
        }
        if (parts.contains("reindex")) {
            tell(size, "reindex");
            ReindexBench.run(corpus, index, said, results, Duration.ofSeconds(seconds));
        }
    }

    private static void tell(int size, String part) {
        System.out.println("bench: " + Tables.thousands(size) + " sections, " + part);
    }

    /** The kinds of queries in the list. */
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
            for (Path one : folders.toList()) {
                Path results = one.resolve("results.properties");
                if (Files.exists(results)) {
                    all.put(Integer.valueOf(one.getFileName().toString()), Results.in(results));
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

    /** The processor, its number, the memory and the Java of this machine. */
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
