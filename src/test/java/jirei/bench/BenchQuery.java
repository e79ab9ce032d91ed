package jirei.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A query of the benchmark. Immutable.
 *
 * @param kind kind of the query, by which results are grouped
 * @param text query as typed
 * @param facet id of the filtered facet; empty for no filter
 * @param value selected value of the facet
 */
public record BenchQuery(String kind, String text, String facet, String value) {
    private static final Path LIST = Path.of("src/test/resources/bench/queries.tsv");

    /** Reads {@code bench/queries.tsv}: kind, query and an optional filter such as {@code prefecture=大阪府}. */
    public static List<BenchQuery> all() throws IOException {
        List<BenchQuery> queries = new ArrayList<>();
        for (String line : Files.readAllLines(LIST)) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t", -1);
                String[] filter = cells.length > 2 ? cells[2].split("=", 2) : new String[] {"", ""};
                queries.add(new BenchQuery(cells[0], cells[1], filter[0], filter[1]));
            }
        }
        return List.copyOf(queries);
    }

    /** Returns the query as URL parameters. */
    String parameters() {
        String query = "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return facet.isEmpty() ? query : query + "&" + facet + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
