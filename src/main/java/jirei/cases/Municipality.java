package jirei.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A municipality (市区町村): a city, town or village, or one of the 23 special wards of Tokyo. Immutable.
 *
 * @param code unique code of five digits: the JIS X 0401 code of the prefecture followed by the JIS X 0402 code
 * @param prefecture prefecture to which it belongs
 * @param name name with its suffix, e.g. 大子町; not unique
 * @param reading reading of the name with its suffix in full-width katakana, e.g. ダイゴマチ
 */
public record Municipality(String code, Prefecture prefecture, String name, String reading) {
    private static final int CODE_DIGITS = 5;

    /**
     * @throws IllegalArgumentException if {@code code} does not have five digits, {@code name} is empty, or
     *     {@code reading} is not in full-width katakana
     */
    public Municipality {
        require(code.length() == CODE_DIGITS && isBetween(code, '0', '9'), "code must have five digits, got", code);
        require(!name.isEmpty(), "name must not be empty, code is", code);
        require(
                !reading.isEmpty() && isBetween(reading.replace('ー', 'ア'), 'ァ', 'ヴ'),
                "reading must be in full-width katakana, got",
                reading);
    }

    /** A loop instead of a regular expression: more than 1,700 municipalities are checked before the first search. */
    private static boolean isBetween(String text, char first, char last) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < first || text.charAt(i) > last) {
                return false;
            }
        }
        return true;
    }

    /** Returns every municipality of Japan, in the order of their codes. */
    public static List<Municipality> all() {
        return Table.ALL;
    }

    /**
     * Returns the municipalities whose full name is {@code name}, e.g. 府中市, in the order of their codes; may be empty.
     */
    public static List<Municipality> named(String name) {
        return Table.BY_NAME.getOrDefault(name, List.of());
    }

    private static void require(boolean condition, String rule, String value) {
        if (!condition) {
            throw new IllegalArgumentException(rule + " \"" + value + "\"");
        }
    }

    /** The bundled list, loaded on first use. */
    private static final class Table {
        static final List<Municipality> ALL = read("municipalities.tsv");
        static final Map<String, List<Municipality>> BY_NAME =
                ALL.stream().collect(Collectors.groupingBy(Municipality::name, Collectors.toUnmodifiableList()));

        private static List<Municipality> read(String resource) {
            try (var in = Municipality.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("missing resource " + resource);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(Table::parse)
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
