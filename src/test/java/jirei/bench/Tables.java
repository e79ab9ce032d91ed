package jirei.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Function;

/** Formats the results as Markdown tables with one column per corpus size. */
final class Tables {
    private final SortedMap<Integer, Results> sizes;
    private final List<String> lines = new ArrayList<>();

    private Tables(SortedMap<Integer, Results> sizes) {
        this.sizes = sizes;
    }

    /** Formats the results by the number of sections. */
    static String of(SortedMap<Integer, Results> sizes) {
        var tables = new Tables(sizes);
        tables.where();
        tables.indexing();
        tables.memory();
        tables.searching();
        tables.kinds();
        tables.reindexing();
        return String.join("\n", tables.lines) + "\n";
    }

    private void where() {
        sizes.forEach((sections, results) -> lines.add("- " + thousands(sections) + " sections: " + results.text("when")
                + ", " + results.text("machine") + ", `" + results.text("command") + "`"));
        lines.add("");
    }

    private void head(String title) {
        lines.add("### " + title);
        lines.add("");
        StringBuilder names = new StringBuilder("| |");
        StringBuilder rule = new StringBuilder("|---|");
        for (int sections : sizes.keySet()) {
            names.append(" ").append(thousands(sections)).append(" |");
            rule.append("---:|");
        }
        lines.add(names.toString());
        lines.add(rule.toString());
    }

    private void row(String name, Function<Results, String> cell) {
        StringBuilder row = new StringBuilder("| ").append(name).append(" |");
        sizes.values()
                .forEach(results -> row.append(" ").append(cell.apply(results)).append(" |"));
        lines.add(row.toString());
    }

    private void indexing() {
        head("Indexing");
        row("text of the sections (MB in UTF-8)", one -> megabytes(one, "text.bytes"));
        row("Jirei: sections/s", one -> whole(one.number("index.perSecond")));
        row("plain Lucene: sections/s", one -> whole(one.number("bareIndex.perSecond")));
        row("**ratio**", one -> ratio(one.number("index.perSecond"), one.number("bareIndex.perSecond")));
        row("Jirei: index (MB)", one -> megabytes(one, "index.bytes"));
        row("**index / text**", one -> ratio(one.number("index.bytes"), one.number("text.bytes")));
        row("Jirei: peak memory while indexing (MB resident)", one -> megabytes(one, "index.peak"));
        row("plain Lucene: peak memory while indexing (MB resident)", one -> megabytes(one, "bareIndex.peak"));
        lines.add("");
    }

    private void memory() {
        head("Start and memory of the server");
        row("start to first response (ms)", one -> whole(one.number("start.millis")));
        row("resident when idle (MB)", one -> megabytes(one, "memory.atRest"));
        row("heap in use when idle (MB)", one -> megabytes(one, "memory.heap"));
        row("peak resident (MB)", one -> megabytes(one, "memory.peak"));
        lines.add("");
    }

    private void searching() {
        for (int clients : List.of(1, 4, 16)) {
            head("Searching, " + clients + (clients == 1 ? " client" : " concurrent clients"));
            speed("HTTP, JSON", "api." + clients);
            speed("HTTP, page", "page." + clients);
            speed("plain Lucene, with snippets and facets", "bare." + clients);
            speed("plain Lucene, top ten hits only", "bareTop." + clients);
            row(
                    "**p50: HTTP JSON / plain Lucene**",
                    one -> ratio(one.number("api." + clients + ".p50"), one.number("bare." + clients + ".p50")));
            row(
                    "**requests: HTTP JSON / plain Lucene**",
                    one -> ratio(
                            one.number("api." + clients + ".perSecond"), one.number("bare." + clients + ".perSecond")));
            row(
                    "**HTTP JSON: p99 / p50**",
                    one -> ratio(one.number("api." + clients + ".p99"), one.number("api." + clients + ".p50")));
            lines.add("");
        }
    }

    private void speed(String name, String key) {
        row(
                name + ": p50, p99 (ms), requests/s",
                one -> millis(one, key + ".p50") + ", " + millis(one, key + ".p99") + ", "
                        + whole(one.number(key + ".perSecond")));
    }

    private void kinds() {
        head("By kind of query, 1 client, p50 of HTTP JSON / of plain Lucene (ms)");
        for (String kind : Bench.kinds()) {
            row(
                    kind,
                    one -> millis(one, "api.kind." + kind + ".p50") + " / "
                            + millis(one, "bare.kind." + kind + ".p50"));
        }
        lines.add("");
    }

    private void reindexing() {
        head("Full reindexing while serving, 1 client");
        row("idle: p50, p99 (ms)", one -> millis(one, "reindex.quiet.p50") + ", " + millis(one, "reindex.quiet.p99"));
        row(
                "during reindexing: p50, p99 (ms)",
                one -> millis(one, "reindex.during.p50") + ", " + millis(one, "reindex.during.p99"));
        row(
                "**p99: during reindexing / idle**",
                one -> ratio(one.number("reindex.during.p99"), one.number("reindex.quiet.p99")));
        row("time until the new index is served (s)", one -> whole(one.number("reindex.seconds")));
        row("peak resident (MB)", one -> megabytes(one, "reindex.peak"));
    }

    private static String millis(Results results, String name) {
        double millis = results.number(name);
        return Double.isNaN(millis) ? "–" : String.format(Locale.ROOT, millis < 10 ? "%.2f" : "%.0f", millis);
    }

    private static String megabytes(Results results, String name) {
        double bytes = results.number(name);
        return Double.isNaN(bytes) ? "–" : String.format(Locale.ROOT, bytes < 1e7 ? "%,.1f" : "%,.0f", bytes / 1e6);
    }

    private static String ratio(double numerator, double denominator) {
        double ratio = numerator / denominator;
        return Double.isNaN(ratio) ? "–" : String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static String whole(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,.0f", value);
    }

    static String thousands(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
