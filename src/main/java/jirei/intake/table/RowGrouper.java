package jirei.intake.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jirei.cases.Prefecture;
import jirei.intake.layout.ImportWarning;
import jirei.intake.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/** Assigns the rows of a table to cases. Notes, totals and headings between the rows are none. Not thread-safe. */
final class RowGrouper {
    /** A case with the prefecture named in a row of its own above it; null for none. */
    record Group(CaseRow row, @Nullable Prefecture prefecture) {}

    private static final Pattern NOTE =
            Pattern.compile("(?:[※＊*]|[（(]?注[)）0-9０-９:：.．\\s\u3000]|[（(]?(?:出典|資料|備考)[:：]).*", Pattern.DOTALL);
    private static final Pattern TOTAL = Pattern.compile("(?:総|合|小)?計|総数|全国(?:計|平均)?|平均");
    private static final Pattern UNITS = Pattern.compile("[（(〔\\[].{0,12}[)）〕\\]]|[0-9①-⑳]{1,2}|人|%|％|千円|円|km2|㎢");
    private static final int MAX_SHOWN = 30;

    private final CaseTable table;
    private final ColumnMapping mapping;
    private final List<Group> groups = new ArrayList<>();
    private final List<ImportWarning> warnings = new ArrayList<>();
    private @Nullable Prefecture prefecture;

    private RowGrouper(CaseTable table, ColumnMapping mapping) {
        this.table = table;
        this.mapping = mapping;
    }

    /** Groups all rows of {@code table}. */
    static RowGrouper of(CaseTable table, ColumnMapping mapping) {
        var grouper = new RowGrouper(table, mapping);
        table.rows().forEach(grouper::accept);
        return grouper;
    }

    List<Group> groups() {
        return groups;
    }

    List<ImportWarning> warnings() {
        return warnings;
    }

    private void accept(Sheet.Row row) {
        List<String> texts = row.texts();
        if (texts.stream().allMatch(text -> UNITS.matcher(text).matches()) && groups.isEmpty()) {
            return;
        }
        if (isHeading(row, texts)) {
            addHeading(row, texts.getFirst());
        } else if (texts.stream().limit(2).anyMatch(text -> TOTAL.matcher(text.replaceAll("[\\s\u3000]", ""))
                        .matches())
                && isBlank(row, ColumnField.TITLE)) {
            warn(row, texts.getFirst());
        } else if (continuesCase(row) && !groups.isEmpty()) {
            groups.getLast().row().add(row);
        } else {
            groups.add(new Group(new CaseRow(row, mapping.fields().size()), prefecture));
        }
    }

    private boolean isBlank(Sheet.Row row, ColumnField field) {
        int column = mapping.column(field);
        return column < 0 || row.cell(column).isEmpty();
    }

    /** Returns whether a row has a single text that is not that of a section. */
    private boolean isHeading(Sheet.Row row, List<String> texts) {
        if (texts.size() != 1 || table.names().size() < 2) {
            return false;
        }
        int column = row.cells().size() - 1;
        boolean isText = mapping.fields().get(column) == ColumnField.SECTION && column > 0;
        return !isText || NOTE.matcher(texts.getFirst()).matches();
    }

    private void addHeading(Sheet.Row row, String text) {
        Optional<Prefecture> named = CellValue.prefecture(text.replaceAll("[【】■◆●○□◇\\[\\]＜＞<>（）()]", ""));
        if (named.isPresent()) {
            prefecture = named.get();
        } else {
            warn(row, text);
        }
    }

    private void warn(Sheet.Row row, String text) {
        String start = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
        warnings.add(new ImportWarning(
                row.number(), row.number(), "", "", "「" + start.replaceAll("\\s+", " ") + "」の行は、どの事例にも入れませんでした。"));
    }

    /** Returns whether a row belongs to the case above: its title is in a merged cell, or it names no other case. */
    private boolean continuesCase(Sheet.Row row) {
        int title = mapping.column(ColumnField.TITLE);
        if (title >= 0 && row.continued().contains(title)) {
            return true;
        }
        return isBlank(row, ColumnField.TITLE)
                && isOld(row, ColumnField.NUMBER)
                && isOld(row, ColumnField.PLACE)
                && (title >= 0 || isOld(row, ColumnField.PREFECTURE));
    }

    private boolean isOld(Sheet.Row row, ColumnField field) {
        return isBlank(row, field) || row.continued().contains(mapping.column(field));
    }
}
