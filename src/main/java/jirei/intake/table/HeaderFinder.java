package jirei.intake.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jirei.intake.sheet.Sheet;
import jirei.intake.source.JapaneseText;

/** Finds the header of a sheet, which may have titles above it and two lines. Stateless. */
final class HeaderFinder {
    /** Number of rows in which the header must begin. */
    private static final int SEARCH_ROWS = 40;

    private static final int MAX_NAME_LENGTH = 40;
    private static final int MIN_KNOWN = 2;
    private static final int MIN_COLUMNS = 2;
    private static final Pattern NUMERIC = Pattern.compile("[0-9０-９.,，．%％/年月日:-]+");

    private HeaderFinder() {}

    /** Returns the sheet as a table; empty if no row is a header with a row below it. */
    static Optional<CaseTable> find(Sheet sheet) {
        int best = -1;
        int mostKnown = 0;
        for (int at = 0; at < Math.min(SEARCH_ROWS, sheet.rows().size() - 1); at++) {
            int known = knownNames(sheet.rows().get(at));
            if (known > mostKnown) {
                mostKnown = known;
                best = at;
            }
        }
        int header = mostKnown >= MIN_KNOWN ? best : unknownHeader(sheet);
        return header < 0 ? Optional.empty() : Optional.of(table(sheet, header));
    }

    /** Returns the number of different cells that are names of columns. */
    static int knownNames(Sheet.Row row) {
        Set<String> names = new HashSet<>();
        row.texts().stream().filter(ColumnName::isKnown).forEach(cell -> names.add(ColumnName.key(cell)));
        return names.size();
    }

    /** Returns the first row with different short texts in most columns; -1 for none. */
    private static int unknownHeader(Sheet sheet) {
        int width = sheet.width();
        for (int at = 0; at < Math.min(SEARCH_ROWS, sheet.rows().size() - 1); at++) {
            Sheet.Row row = sheet.rows().get(at);
            List<String> texts = row.texts();
            boolean isFilled = texts.size() >= Math.max(MIN_COLUMNS, width / 2 + 1);
            if (isFilled
                    && texts.stream().allMatch(HeaderFinder::canBeName)
                    && Set.copyOf(texts).size() == texts.size()) {
                return at;
            }
        }
        return -1;
    }

    private static boolean canBeName(String cell) {
        return cell.length() <= MAX_NAME_LENGTH && !NUMERIC.matcher(cell).matches() && !JapaneseText.endsSentence(cell);
    }

    private static CaseTable table(Sheet sheet, int found) {
        int first = found;
        int last = found;
        if (found > 0 && isUpperLine(sheet.rows().get(found - 1), sheet.rows().get(found))) {
            first--;
        } else if (isUpperLine(sheet.rows().get(found), sheet.rows().get(found + 1))) {
            last++;
        }
        List<String> above = new ArrayList<>();
        sheet.rows().subList(0, first).forEach(row -> above.addAll(row.texts()));
        List<String> names = names(sheet.rows().get(first), sheet.rows().get(last), sheet.width());
        return new CaseTable(
                sheet.name(),
                above,
                sheet.rows().get(first).number(),
                names,
                body(sheet.rows().subList(last + 1, sheet.rows().size()), names));
    }

    /** Returns whether {@code upper} names groups of the columns that {@code lower} names. */
    private static boolean isUpperLine(Sheet.Row upper, Sheet.Row lower) {
        if (upper.number() + 1 != lower.number() || upper.texts().size() < MIN_COLUMNS) {
            return false;
        }
        boolean fillsBlanks = false;
        for (int column = 0;
                column < Math.max(upper.cells().size(), lower.cells().size());
                column++) {
            String above = upper.cell(column);
            String below = lower.cell(column);
            boolean isOwnName = !below.isEmpty() && !below.equals(above);
            if (isOwnName && !canBeName(below)) {
                return false;
            }
            fillsBlanks |= above.isEmpty() && isOwnName;
        }
        boolean hasJoined = !lower.continued().isEmpty()
                || upper.texts().size() > lower.texts().size()
                || lower.cell(0).isEmpty();
        return fillsBlanks
                && hasJoined
                && upper.texts().stream().allMatch(HeaderFinder::canBeName)
                && lower.texts().stream().distinct().count() > 1;
    }

    /** Returns the names of the columns: those of the lower line, with that of their group if they are not unique. */
    private static List<String> names(Sheet.Row upper, Sheet.Row lower, int width) {
        List<String> lowerNames = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        String group = "";
        for (int column = 0; column < width; column++) {
            group = upper.cell(column).isEmpty() ? group : upper.cell(column);
            String name = lower.cell(column).isEmpty() ? upper.cell(column) : lower.cell(column);
            lowerNames.add(oneLine(name));
            groups.add(oneLine(group));
        }
        List<String> names = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            String name = lowerNames.get(column);
            boolean isRepeated = lowerNames.indexOf(name) != lowerNames.lastIndexOf(name) && !name.isEmpty();
            boolean hasGroup = !upper.equals(lower)
                    && !groups.get(column).isEmpty()
                    && !groups.get(column).equals(name);
            names.add(isRepeated && hasGroup ? groups.get(column) + "　" + name : name);
        }
        return names;
    }

    private static String oneLine(String cell) {
        return JapaneseText.joinKeepingSpaces(cell.lines().toList());
    }

    /** Returns the rows without repetitions of the header, as at the top of each printed page. */
    private static List<Sheet.Row> body(List<Sheet.Row> rows, List<String> names) {
        return rows.stream()
                .filter(row -> {
                    List<String> texts =
                            row.texts().stream().map(HeaderFinder::oneLine).toList();
                    return texts.size() < MIN_COLUMNS || !names.containsAll(texts);
                })
                .toList();
    }
}
