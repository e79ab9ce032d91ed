package jirei.intake.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jirei.intake.facts.Field;
import jirei.intake.facts.FieldLabel;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;

/**
 * A table in a document, below a row of labels. Immutable.
 *
 * @param from the index of the first row below the labels
 * @param to the index behind the last row
 * @param labels the labels of the columns; empty for none
 */
record CaseTable(int from, int to, List<String> labels) {
    private static final int MIN_ROWS = 2;
    /** Number of rows at the top that may be titles or labels. */
    private static final int MAX_LABEL_ROWS = 3;

    private static final int MAX_LABEL_LENGTH = 20;
    /** Minimum length of a text, in characters. */
    private static final int MIN_TEXT_LENGTH = 12;

    private static final int MAX_NAME_LENGTH = 100;

    private static final Pattern NAME = Pattern.compile(
            "(?:.*[・/])?.{0,6}(?:事業所|事業場|事業者|企業|会社|施設|団体|法人|機関|店舗|学校|取組|取り組み|取組み|事例|事業|施策|活動)の?(?:名|名称|タイトル)?(?:等)?");

    /** Returns the tables of {@code blocks} with at least two rows below the labels. */
    static List<CaseTable> of(List<Block> blocks) {
        List<CaseTable> tables = new ArrayList<>();
        int at = 0;
        while (at < blocks.size()) {
            int end = at;
            while (end < blocks.size() && blocks.get(end).kind() == Block.Kind.ROW) {
                end++;
            }
            if (end - at > MIN_ROWS && !isForm(blocks.subList(at + 1, end))) {
                tables.add(table(blocks, at, end));
            }
            at = Math.max(end, at + 1);
        }
        return tables;
    }

    /** Returns whether the rows begin with the labels of a form, so that the row above them is no header. */
    private static boolean isForm(List<Block> rows) {
        long labels = rows.stream()
                .filter(row -> kind(cell(row.cells(), 0)) != FieldLabel.OTHER)
                .count();
        return 2 * labels >= rows.size();
    }

    private static CaseTable table(List<Block> blocks, int from, int to) {
        int labels = from;
        while (labels < from + MAX_LABEL_ROWS && !hasName(blocks.get(labels).cells())) {
            labels++;
        }
        if (labels == from + MAX_LABEL_ROWS || labels >= to - 1) {
            labels = from;
        }
        List<String> names = blocks.get(labels).cells();
        int start = labels + 1;
        while (start < Math.min(to - MIN_ROWS, labels + MAX_LABEL_ROWS)
                && isBelow(names, blocks.get(start).cells())) {
            names = joined(names, blocks.get(start).cells());
            start++;
        }
        return new CaseTable(start, to, List.copyOf(names));
    }

    private static boolean hasName(List<String> labels) {
        return labels.stream().filter(label -> !label.isEmpty()).count() > 1
                && labels.stream().anyMatch(label -> kind(label) == FieldLabel.PLACE || isName(label));
    }

    /** Returns whether {@code row} is a second row of labels: cells over both rows are in both. */
    private static boolean isBelow(List<String> labels, List<String> row) {
        boolean repeats = IntStream.range(0, Math.min(labels.size(), row.size()))
                .anyMatch(
                        column -> !row.get(column).isEmpty() && row.get(column).equals(labels.get(column)));
        return repeats && row.stream().allMatch(cell -> cell.length() <= MAX_LABEL_LENGTH);
    }

    private static List<String> joined(List<String> labels, List<String> row) {
        return IntStream.range(0, Math.max(labels.size(), row.size()))
                .mapToObj(column -> Stream.of(cell(labels, column), cell(row, column))
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    private static FieldLabel kind(String label) {
        return new Field(0, Field.label(label), "").kind();
    }

    private static boolean isName(String label) {
        FieldLabel kind = kind(label);
        return kind == FieldLabel.TITLE
                || ((kind == FieldLabel.OTHER || kind == FieldLabel.ADDRESS)
                        && NAME.matcher(Field.label(label)).matches());
    }

    /** Returns whether the table has columns with the places and the titles of cases. */
    boolean hasPlacesAndTitles() {
        return has(FieldLabel.PLACE) && has(FieldLabel.TITLE);
    }

    private boolean has(FieldLabel kind) {
        return labels.stream().anyMatch(label -> kind(label) == kind);
    }

    /** Returns whether the rows are cases: they have names or places, and texts. */
    boolean hasCases(List<Block> blocks) {
        return hasName(labels)
                && IntStream.range(0, labels.size())
                        .anyMatch(column -> kind(labels.get(column)) != FieldLabel.ADDRESS && hasTexts(blocks, column));
    }

    private boolean hasTexts(List<Block> blocks, int column) {
        long texts = blocks.subList(from, to).stream()
                .map(row -> cell(row.cells(), column))
                .filter(cell -> cell.length() >= MIN_TEXT_LENGTH || JapaneseText.endsSentence(cell))
                .count();
        return 2 * texts >= to - from;
    }

    /** Returns the name of the case in {@code row}: its title, else its organisation, else its place; may be empty. */
    String name(Block row) {
        String name = named(row, label -> kind(label) == FieldLabel.TITLE)
                .or(() -> named(row, CaseTable::isName))
                .or(() -> named(row, label -> kind(label) == FieldLabel.PLACE))
                .orElse("");
        return name.length() <= MAX_NAME_LENGTH ? name : "";
    }

    private Optional<String> named(Block row, Predicate<String> isWanted) {
        return IntStream.range(0, labels.size())
                .filter(column -> isWanted.test(labels.get(column)))
                .mapToObj(column -> cell(row.cells(), column))
                .filter(cell -> !cell.isEmpty())
                .findFirst();
    }

    /** Returns the text of {@code row} with the label before each cell. */
    String text(Block row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            String label = cell(labels, column);
            String value = row.cells().get(column);
            if (!value.isEmpty()) {
                cells.add(label.isEmpty() ? value : label + ": " + value);
            }
        }
        boolean isLabelled = !cells.isEmpty() && row.text().startsWith(cells.getFirst());
        return isLabelled ? row.text() : String.join(" / ", cells);
    }

    /** Returns the cells of {@code row}, each as a row with its label. */
    List<Block> fields(Block row) {
        return IntStream.range(0, Math.min(labels.size(), row.cells().size()))
                .filter(column -> !row.cells().get(column).isEmpty())
                .mapToObj(column ->
                        Block.row(List.of(labels.get(column), row.cells().get(column)), row.place()))
                .toList();
    }
}
