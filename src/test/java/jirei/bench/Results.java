package jirei.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Results for one corpus size, stored in a properties file, so that sizes and parts can be measured separately. Not
 * thread-safe.
 */
final class Results {
    private final Path file;
    private final TreeMap<String, String> values = new TreeMap<>();

    private Results(Path file) {
        this.file = file;
    }

    /** Reads the results in {@code file}; empty if the file is missing. */
    static Results in(Path file) throws IOException {
        var results = new Results(file);
        if (Files.exists(file)) {
            var properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(name -> results.values.put(name, properties.getProperty(name)));
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

    void put(String name, Load.Measurement measurement) throws IOException {
        put(name + ".p50", measurement.millis(50));
        put(name + ".p99", measurement.millis(99));
        put(name + ".perSecond", measurement.perSecond());
    }

    /** Returns the number called {@code name}; NaN if it was not measured. */
    double number(String name) {
        return Double.parseDouble(values.getOrDefault(name, "NaN"));
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }
}
