package jirei.intake.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.intake.source.JapaneseText;

/**
 * The columns that the user has chosen for fields, by their names. Immutable.
 *
 * @param fields the field of each column, by {@link ColumnName#key} of its name
 */
public record ColumnChoice(Map<String, ColumnField> fields) {
    /** No choice: all columns are matched by name and content. */
    public static final ColumnChoice NONE = new ColumnChoice(Map.of());

    /** Copies the map. */
    public ColumnChoice {
        fields = Map.copyOf(fields);
    }

    /**
     * Parses a choice as in {@code 題=事業の名称,市町村=実施地域}.
     *
     * @throws IllegalArgumentException if it is not a list of pairs, with a sentence in Japanese that says so
     */
    public static ColumnChoice parse(String text) {
        Map<String, ColumnField> fields = new LinkedHashMap<>();
        for (String pair : text.split("[,、，]", -1)) {
            if (JapaneseText.strip(pair).isEmpty()) {
                continue;
            }
            String[] parts = pair.split("[=＝]", 2);
            Optional<ColumnField> field = ColumnField.labelled(JapaneseText.strip(parts[0]));
            if (parts.length < 2
                    || field.isEmpty()
                    || JapaneseText.strip(parts[1]).isEmpty()) {
                throw new IllegalArgumentException(
                        "「" + JapaneseText.strip(pair) + "」は「項目=列の名前」の形ではありません。項目は" + labels() + "のどれかです。");
            }
            fields.put(ColumnName.key(parts[1]), field.get());
        }
        return new ColumnChoice(fields);
    }

    private static String labels() {
        return Stream.of(ColumnField.values()).map(ColumnField::label).collect(Collectors.joining("、"));
    }

    /** Returns the names that are in no table of {@code tables}. */
    List<String> unknown(List<CaseTable> tables) {
        List<String> unknown = new ArrayList<>(fields.keySet());
        tables.forEach(table -> table.names().forEach(name -> unknown.remove(ColumnName.key(name))));
        return unknown;
    }
}
