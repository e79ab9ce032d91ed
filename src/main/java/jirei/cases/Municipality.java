package jirei.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A municipality (市区町村): a city, town or village, or one of the 23 special wards of Tokyo.
 *
 * @param code the code of JIS X 0402 behind the prefecture's: five digits, unique
 * @param prefecture where it lies
 * @param name the name with its ending, as in 大子町; several may share it
 * @param reading the name in full-width katakana with its ending, as in ダイゴマチ
 */
public record Municipality(String code, Prefecture prefecture, String name, String reading) {
    private static final int CODE_DIGITS = 5;

    /**
     * @throws IllegalArgumentException if {@code code} has not five digits, {@code name} is empty or {@code reading} is not in
     *     full-width katakana
     */
    public Municipality {
        require(code.length() == CODE_DIGITS && isBetween(code, '0', '9'), "code must have five digits, got", code);
        require(!name.isEmpty(), "name must not be empty, code is", code);
        require(
                !reading.isEmpty() && isBetween(reading.replace('ー', 'ア'), 'ァ', 'ヴ'),
                "reading must be in full-width katakana, got",
                reading);
    }

    /** No pattern: all 1,741 are checked before the first search. */
    private static boolean isBetween(String text, char first, char last) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < first || text.charAt(i) > last) {
                return false;
            }
        }
        return true;
    }

    /** Every municipality of Japan, in the order of their codes. */
    public static List<Municipality> all() {
        return Known.ALL;
    }

    /** The municipalities called {@code name} in full, as in 府中市, in the order of their codes; none for any other text. */
    public static List<Municipality> named(String name) {
        return Known.BY_NAME.getOrDefault(name, List.of());
    }

    private static void require(boolean holds, String rule, String value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " \"" + value + "\"");
        }
    }

    /** The list that the program brings along, read when it is first asked for. */
    private static final class Known {
        static final List<Municipality> ALL = read("municipalities.tsv");
        static final Map<String, List<Municipality>> BY_NAME =
                ALL.stream().collect(Collectors.groupingBy(Municipality::name, Collectors.toUnmodifiableList()));

        private static List<Municipality> read(String resource) {
            try (var in = Municipality.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException(resource + " is not in the program");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(Known::parse)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Municipality parse(String line) {
            String[] columns = line.split("\t", -1);
            return new Municipality(columns[0], Prefecture.named(columns[1]).orElseThrow(), columns[2], columns[3]);
        }
    }
}
