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

/** Which kanji are mistaken for one another, by a published table that is shipped with its sources named in it. */
public final class KanjiConfusions {
    private static final String TABLE = "kanji.tsv";
    private static final int COLUMNS = 4;

    private KanjiConfusions() {}

    private record Traits(List<String> readings, List<String> corners, List<String> phonetics) {
        static final Traits UNKNOWN = new Traits(List.of(), List.of(), List.of());
    }

    /** Whether {@code a} and {@code b} have a reading in common: 性 and 症 are both ショウ. */
    public static boolean soundAlike(char a, char b) {
        return meet(traits(a).readings, traits(b).readings);
    }

    /**
     * Whether {@code a} and {@code b} look alike: they share the component from which they sound, as 種 and 腫 do, or all corners
     * but one, as 帰 and 掃 do.
     */
    public static boolean lookAlike(char a, char b) {
        Traits one = traits(a);
        Traits other = traits(b);
        return meet(one.phonetics, other.phonetics)
                || one.corners.stream()
                        .anyMatch(corners -> other.corners.stream().anyMatch(code -> differences(corners, code) <= 1));
    }

    private static boolean meet(List<String> some, List<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private static int differences(String corners, String others) {
        int differences = 0;
        for (int i = 0; i < Math.min(corners.length(), others.length()); i++) {
            differences += corners.charAt(i) == others.charAt(i) ? 0 : 1;
        }
        return differences;
    }

    private static Traits traits(char kanji) {
        return Table.TRAITS.getOrDefault(kanji, Traits.UNKNOWN);
    }

    /** Loaded with the first word that looks misspelt. */
    private static final class Table {
        private static final Map<Character, Traits> TRAITS = read();

        private static Map<Character, Traits> read() {
            Map<Character, Traits> traits = new HashMap<>();
            try (var in = Objects.requireNonNull(KanjiConfusions.class.getResourceAsStream(TABLE), TABLE);
                    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.startsWith("#")) {
                        String[] columns = line.split("\t", COLUMNS);
                        traits.put(
                                line.charAt(0), new Traits(listed(columns[1]), listed(columns[2]), listed(columns[3])));
                    }
                }
                return traits;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<String> listed(String column) {
            return column.isEmpty() ? List.of() : List.of(column.split(" "));
        }
    }
}
