package jirei.analysis.spelling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Confusion sets of kanji, from a bundled table that names its published sources. Stateless. */
public final class KanjiConfusions {
    private static final String TABLE = "kanji.tsv";
    private static final int COLUMNS = 4;

    private KanjiConfusions() {}

    /** Readings, four-corner codes and phonetic components of a kanji. */
    private record Features(List<String> readings, List<String> cornerCodes, List<String> phoneticComponents) {
        static final Features UNKNOWN = new Features(List.of(), List.of(), List.of());
    }

    /** Returns whether {@code a} and {@code b} share a reading, e.g. ショウ of 性 and 症. */
    public static boolean soundAlike(char a, char b) {
        return intersect(features(a).readings, features(b).readings);
    }

    /**
     * Returns whether {@code a} and {@code b} look alike: they share a phonetic component, e.g. 種 and 腫, or their
     * four-corner codes differ in at most one digit, e.g. 帰 and 掃.
     */
    public static boolean lookAlike(char a, char b) {
        Features first = features(a);
        Features second = features(b);
        return intersect(first.phoneticComponents, second.phoneticComponents)
                || first.cornerCodes.stream()
                        .anyMatch(code -> second.cornerCodes.stream().anyMatch(other -> differences(code, other) <= 1));
    }

    private static boolean intersect(List<String> a, List<String> b) {
        return a.stream().anyMatch(b::contains);
    }

    private static int differences(String a, String b) {
        int differences = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            differences += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return differences;
    }

    private static Features features(char kanji) {
        return Table.FEATURES.getOrDefault(kanji, Features.UNKNOWN);
    }

    /** Loaded on first use. */
    private static final class Table {
        private static final Map<Character, Features> FEATURES = read();

        private static Map<Character, Features> read() {
            Map<Character, Features> features = new HashMap<>();
            try (var in = Objects.requireNonNull(KanjiConfusions.class.getResourceAsStream(TABLE), TABLE);
                    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.startsWith("#")) {
                        String[] columns = line.split("\t", COLUMNS);
                        features.put(
                                line.charAt(0), new Features(split(columns[1]), split(columns[2]), split(columns[3])));
                    }
                }
                return features;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<String> split(String column) {
            return column.isEmpty() ? List.of() : List.of(column.split(" "));
        }
    }
}
