package jirei.library.words;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the queries that a server logged because a word of theirs was not found. Stateless. */
public final class ZeroHitQueries {
    private ZeroHitQueries() {}

    /**
     * Returns the queries with their numbers, the most frequent first, then in the order of the file.
     *
     * @param file lines of a date and a query, separated by a tab
     * @throws IOException if the file cannot be read, or is not UTF-8
     */
    public static Map<String, Integer> read(Path file) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.map(line -> line.substring(line.indexOf('\t') + 1).strip())
                    .filter(query -> !query.isEmpty())
                    .forEach(query -> counts.merge(query, 1, Integer::sum));
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        List<Map.Entry<String, Integer>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
        Map<String, Integer> byFrequency = new LinkedHashMap<>();
        sorted.forEach(entry -> byFrequency.put(entry.getKey(), entry.getValue()));
        return byFrequency;
    }
}
