package jirei.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;

/** What was measured at one size, kept in a file, so that sizes and parts can be measured one by one. */
final class Results {
    private final Path file;
    private final TreeMap<String, String> values = new TreeMap<>();

    private Results(Path file) {
        this.file = file;
    }

    /** The results in {@code file}, none where it isn't there. */
    static Results in(Path file) throws IOException {
        var results = new Results(file);
        if (Files.exists(file)) {
            var read = new Properties();
            try (Reader text = Files.newBufferedReader(file)) {
                read.load(text);
            }
            read.stringPropertyNames().forEach(name -> results.values.put(name, read.getProperty(name)));
        }
        return results;
    }

    void put(String name, String value) throws IOException {
        values.put(name, value);
        try (Writer out = Files.newBufferedWriter(file)) {
            for (var entry : values.entrySet()) {
                out.write(entry.getKey() + "=" + entry.getValue() + "\n");
            }
        }
    }

    void put(String name, long value) throws IOException {
        put(name, Long.toString(value));
    }

    void put(String name, double value) throws IOException {
        put(name, Double.toString(value));
    }

    void put(String name, Load.Measured measured) throws IOException {
        put(name + ".p50", measured.millis(50));
        put(name + ".p99", measured.millis(99));
        put(name + ".perSecond", measured.perSecond());
    }

    /** The number called {@code name}; NaN where it wasn't measured. */
    double number(String name) {
        return Double.parseDouble(values.getOrDefault(name, "NaN"));
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }
}
