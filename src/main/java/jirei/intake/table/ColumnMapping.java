package jirei.intake.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jirei.corpus.lexicon.FacetLexicon;
import jirei.intake.source.JapaneseText;

/**
 * The field of each column of a table. Immutable.
 *
 * @param fields a field for each column; each except {@link ColumnField#SECTION} and {@link ColumnField#UNUSED} at most
 *     once
 */
record ColumnMapping(List<ColumnField> fields) {
    private static final double MIN_SHARE = 0.6;
    private static final double MIN_DISTINCT = 0.8;
    private static final int MIN_TITLE_LENGTH = 3;
    private static final int MAX_TITLE_LENGTH = 60;
    /** Minimum mean length of the cells that are the text of a case. */
    private static final int MIN_TEXT_LENGTH = 8;

    ColumnMapping {
        fields = List.copyOf(fields);
    }

    /**
     * Matches the columns of {@code table}, those of {@code choice} first, then by name, then by content.
     *
     * @param facets columns that are called as a facet of the corpus have its values
     */
    static ColumnMapping of(CaseTable table, ColumnChoice choice, FacetLexicon facets) {
        List<ColumnField> fields =
                new ArrayList<>(Collections.nCopies(table.names().size(), ColumnField.SECTION));
        boolean[] isFixed = new boolean[fields.size()];
        for (int column = 0; column < fields.size(); column++) {
            ColumnField chosen =
                    choice.fields().get(ColumnName.key(table.names().get(column)));
            if (chosen != null) {
                fields.set(column, chosen);
                isFixed[column] = true;
            } else if (facets.named(table.names().get(column)).isPresent()) {
                isFixed[column] = true;
            } else if (table.names().get(column).isEmpty()
                    && table.column(column).isEmpty()) {
                fields.set(column, ColumnField.UNUSED);
            }
        }
        for (ColumnField field : ColumnField.values()) {
            boolean isSingle = field != ColumnField.SECTION && field != ColumnField.UNUSED;
            if (isSingle && !fields.contains(field)) {
                int column = named(table, field, fields, isFixed);
                if (column >= 0) {
                    fields.set(column, field);
                }
            }
        }
        addByContent(table, fields, isFixed);
        return new ColumnMapping(fields);
    }

    /** Returns the column whose name means {@code field} most clearly, the first of equal ones; -1 for none. */
    private static int named(CaseTable table, ColumnField field, List<ColumnField> fields, boolean[] isFixed) {
        int best = -1;
        int bestRank = Integer.MAX_VALUE;
        for (int column = 0; column < fields.size(); column++) {
            if (isFixed[column] || fields.get(column) != ColumnField.SECTION) {
                continue;
            }
            var meaning = ColumnName.meaning(table.names().get(column), field).orElse(null);
            boolean isBetter = meaning != null
                    && meaning.rank() < bestRank
                    && (meaning.certain() || contains(table, column, field))
                    && !isUsedForPlace(table, column, field);
            if (isBetter && meaning != null) {
                best = column;
                bestRank = meaning.rank();
            }
        }
        return best;
    }

    /** Returns whether a column that is called a prefecture has municipalities. */
    private static boolean isUsedForPlace(CaseTable table, int column, ColumnField field) {
        return field == ColumnField.PREFECTURE
                && share(
                                table,
                                column,
                                cell -> CellValue.isPlace(cell)
                                        && CellValue.prefecture(cell).isEmpty())
                        >= MIN_SHARE;
    }

    private static boolean contains(CaseTable table, int column, ColumnField field) {
        String name = table.names().get(column);
        Predicate<String> isValue =
                switch (field) {
                    case PREFECTURE -> cell -> CellValue.prefecture(cell).isPresent();
                    case PLACE -> CellValue::isPlace;
                    case YEAR -> cell -> CellValue.year(cell).isPresent();
                    case NUMBER -> cell -> number(cell) > 0;
                    case TITLE -> cell -> cell.length() <= 2 * MAX_TITLE_LENGTH && !JapaneseText.endsSentence(cell);
                    case URL -> cell -> cell.matches("(?s)https?://.*");
                    case AREA, POPULATION, AGEING_RATE, CLINICS, HOSPITALS ->
                        cell -> field.figure()
                                .flatMap(figure -> CellValue.figure(figure, name, cell))
                                .isPresent();
                    case SECTION, UNUSED -> cell -> true;
                };
        return share(table, column, isValue) >= MIN_SHARE;
    }

    private static double share(CaseTable table, int column, Predicate<String> isValue) {
        List<String> cells = table.column(column);
        return cells.isEmpty() ? 0 : cells.stream().filter(isValue).count() / (double) cells.size();
    }

    /** Adds prefecture, place and title by the contents of columns whose names do not mean a field. */
    private static void addByContent(CaseTable table, List<ColumnField> fields, boolean[] isFixed) {
        for (ColumnField field : List.of(ColumnField.PREFECTURE, ColumnField.PLACE)) {
            for (int column = 0; column < fields.size() && !fields.contains(field); column++) {
                boolean isFree = fields.get(column) == ColumnField.SECTION && !isFixed[column];
                if (isFree && share(table, column, cell -> isOnly(cell, field)) >= MIN_DISTINCT) {
                    fields.set(column, field);
                }
            }
        }
        for (int column = 0; column < fields.size() && !fields.contains(ColumnField.TITLE); column++) {
            boolean isFree = fields.get(column) == ColumnField.SECTION && !isFixed[column];
            if (isFree && canBeTitles(table.column(column), table.rows().size())) {
                fields.set(column, ColumnField.TITLE);
            }
        }
    }

    private static boolean isOnly(String cell, ColumnField field) {
        boolean isPrefecture = CellValue.prefecture(cell).isPresent();
        return field == ColumnField.PREFECTURE ? isPrefecture : !isPrefecture && CellValue.isPlace(cell);
    }

    private static boolean canBeTitles(List<String> cells, int rows) {
        double mean = cells.stream().mapToInt(String::length).average().orElse(0);
        boolean isText = cells.stream()
                .noneMatch(cell -> JapaneseText.endsSentence(cell) || cell.matches("[0-9０-９.,/年月日%-]+|https?://.*"));
        return isText
                && mean >= MIN_TITLE_LENGTH
                && mean <= MAX_TITLE_LENGTH
                && cells.size() >= MIN_DISTINCT * rows
                && new HashSet<>(cells).size() >= MIN_DISTINCT * cells.size();
    }

    /** Returns the number in a cell, as in 3 or No.3; 0 for none. */
    static int number(String cell) {
        String digits = java.text.Normalizer.normalize(cell, java.text.Normalizer.Form.NFKC)
                .replaceFirst("^(?:事例|取組|No\\.?|no\\.?|第)?\\s*", "")
                .replaceFirst("(?:番|号)$", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    /** Returns the column of {@code field}; -1 for none. */
    int column(ColumnField field) {
        return fields.indexOf(field);
    }

    /** Returns whether the rows are cases: they have a title or a place, and a text. */
    boolean isOfCases(CaseTable table) {
        int title = column(ColumnField.TITLE);
        boolean hasTitles = title >= 0 && ColumnName.isField(table.names().get(title));
        boolean hasText = IntStream.range(0, fields.size())
                .anyMatch(column -> fields.get(column) == ColumnField.SECTION
                        && meanLength(table.column(column)) >= MIN_TEXT_LENGTH);
        return hasTitles || (hasText && (title >= 0 || column(ColumnField.PLACE) >= 0));
    }

    private static double meanLength(List<String> cells) {
        return cells.stream().mapToInt(String::length).average().orElse(0);
    }

    /** Describes the mapping in Japanese, as in 題=取組名、節=概要. */
    String describe(CaseTable table, FacetLexicon facets) {
        Predicate<String> isFacet = name -> facets.named(name).isPresent();
        String named = IntStream.range(0, fields.size())
                .filter(column -> fields.get(column) != ColumnField.UNUSED)
                .filter(column -> fields.get(column) != ColumnField.SECTION
                        || isFacet.test(table.names().get(column)))
                .mapToObj(column -> {
                    String name = table.names().get(column);
                    return (fields.get(column) == ColumnField.SECTION
                                    ? name
                                    : fields.get(column).label())
                            + "=" + name;
                })
                .collect(Collectors.joining("、"));
        String sections = IntStream.range(0, fields.size())
                .filter(column -> fields.get(column) == ColumnField.SECTION)
                .mapToObj(column -> table.names().get(column))
                .filter(name -> !name.isEmpty() && !isFacet.test(name))
                .collect(Collectors.joining("・"));
        return named + (sections.isEmpty() ? "" : (named.isEmpty() ? "" : "、") + "節=" + sections);
    }
}
