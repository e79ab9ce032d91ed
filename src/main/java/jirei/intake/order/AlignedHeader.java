package jirei.intake.order;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jirei.intake.order.AlignedRows.Row;
import jirei.intake.page.Drawing;
import jirei.intake.page.Drawing.Box;
import jirei.intake.page.PrintedLine;
import jirei.intake.source.JapaneseText;

/**
 * Decides whether aligned rows are a table: the first one has names, and what is below differs from them in kind or is
 * set off. Rows of a form, a list or a page of contents do not. Not thread-safe.
 */
final class AlignedHeader {
    private static final int MAX_HEADER_LENGTH = 20;
    private static final int MAX_HEADER_ROWS = 3;
    private static final int MIN_BODY_ROWS = 2;
    private static final int MIN_LONG = 12;
    /** Minimum share of the rows that are filled but for one cell. */
    private static final double MIN_COMPLETE = 0.5;

    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}(?:年度?)?");
    private static final Pattern ITEM_SIGN = Pattern.compile("[・※●○◎■□◆◇▪•①-⑳⑴-⒇]|[(（]?.{1,2}[)）.．]");
    /** The ends of words that name columns rather than being values. */
    private static final Pattern NAME = Pattern.compile(
            ".*(?:名|名称|数|率|額|費|日|年度|時期|期間|年月|所在地|住所|場所|地区|地域|市町村|都道府県|内容|概要|区分|種別|分類|項目|備考|対象|担当|番号|No\\.?|方法|効果|成果|課題|主体"
                    + "|割合|件|計|取組|取り組み|事例|事業|機関|団体|連絡先|問合せ先|特徴|ポイント|目的|結果|分野|年|月|回)(?:[(（].*)?");

    private final AlignedRegion region;
    private final List<Row> rows;
    private final Drawing drawing;
    private final List<Box> rules;

    AlignedHeader(AlignedRegion region, List<Row> rows, Drawing drawing, List<Box> rules) {
        this.region = region;
        this.rows = rows;
        this.drawing = drawing;
        this.rules = rules;
    }

    /** Returns the number of rows that are headers; 0 if the rows are no table. */
    int count() {
        int ruled = rowsAboveRule();
        if (ruled > 0 && isTable(ruled, true)) {
            return ruled;
        }
        int shaded = shadedRows();
        if (shaded > 0 && isTable(shaded, true)) {
            return shaded;
        }
        return isTable(1, false) ? 1 : 0;
    }

    private boolean isTable(int header, boolean isSetOff) {
        int body = rows.size() - header;
        return body >= MIN_BODY_ROWS
                && isNamed(header)
                && complete(header) >= Math.max(MIN_BODY_ROWS, MIN_COMPLETE * body)
                && !isTorn(header)
                && !isList(header)
                && (isSetOff || isBold(header) || isDifferent(header));
    }

    /** Returns the number of rows above the first rule within the table, if there are few; 0 for none. */
    private int rowsAboveRule() {
        boolean isFramed = region.hasRuleAbove(0, rules) || region.hasRuleBelow(rules);
        for (int row = 1; isFramed && row <= Math.min(MAX_HEADER_ROWS, rows.size() - MIN_BODY_ROWS); row++) {
            if (region.hasRuleAbove(rows.get(row).from(), rules)) {
                return row;
            }
        }
        return 0;
    }

    /** Returns the number of rows at the top that are shaded, if there are few; 0 for none. */
    private int shadedRows() {
        int shaded = 0;
        while (shaded < rows.size() && words(shaded, shaded + 1).allMatch(this::isInShade)) {
            shaded++;
        }
        return shaded <= MAX_HEADER_ROWS ? shaded : 0;
    }

    private String text(int row, int column) {
        return region.text(rows.get(row).from(), rows.get(row).to(), column);
    }

    private String header(int header, int column) {
        return region.text(rows.getFirst().from(), rows.get(header - 1).to(), column);
    }

    private IntStream columns() {
        return IntStream.range(0, region.columns());
    }

    private IntStream body(int header) {
        return IntStream.range(header, rows.size());
    }

    /** Returns whether the header has short words, which are no values, over all columns but one. */
    private boolean isNamed(int header) {
        List<String> names = columns()
                .mapToObj(column -> header(header, column))
                .filter(text -> !text.isEmpty())
                .toList();
        long years = names.stream().filter(AlignedHeader::isYear).count();
        boolean hasYears = years >= 2 && names.stream().distinct().count() == names.size();
        return names.size() >= Math.max(2, region.columns() - 1)
                && names.stream().distinct().count() > 1
                && names.stream()
                        .allMatch(name -> name.length() <= MAX_HEADER_LENGTH
                                && !JapaneseText.endsSentence(name)
                                && (!TextLine.isValue(name) || (hasYears && isYear(name))));
    }

    private static boolean isYear(String text) {
        return YEAR.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).matches();
    }

    /** Returns the number of rows that are filled but for one cell. */
    private long complete(int header) {
        return body(header)
                .filter(row ->
                        columns().filter(column -> !text(row, column).isEmpty()).count()
                                >= Math.max(2, region.columns() - 1))
                .count();
    }

    private boolean isInShade(PrintedLine word) {
        double x = (word.from() + word.to()) / 2;
        double y = word.across() - word.size() / 3;
        return drawing.shades().stream()
                .anyMatch(box -> box.left() <= x && box.right() >= x && box.top() <= y && box.bottom() >= y);
    }

    private boolean isBold(int header) {
        return words(0, header).allMatch(PrintedLine::bold)
                && 2 * words(header, rows.size()).filter(PrintedLine::bold).count()
                        < words(header, rows.size()).count();
    }

    private Stream<PrintedLine> words(int fromRow, int toRow) {
        return region
                .lines()
                .subList(rows.get(fromRow).from(), rows.get(toRow - 1).to())
                .stream()
                .flatMap(line -> line.words().stream());
    }

    /**
     * Returns whether cells below the header are of a kind that the header is not: numbers or dates written alike, or
     * long texts; or whether the header has names of columns only.
     */
    private boolean isDifferent(int header) {
        long kinds = columns().filter(column -> isKind(header, column)).count();
        long names = columns()
                .filter(column -> NAME.matcher(header(header, column)).matches())
                .count();
        boolean areNames = names >= Math.max(2, region.columns() - 1);
        return region.columns() == 2 ? areNames && kinds > 0 : areNames || (kinds > 0 && !isForm(header));
    }

    private boolean isKind(int header, int column) {
        List<String> cells = body(header)
                .mapToObj(row -> text(row, column))
                .filter(text -> !text.isEmpty())
                .toList();
        String name = header(header, column);
        if (cells.size() < MIN_BODY_ROWS || name.isEmpty()) {
            return false;
        }
        Map<String, Integer> units = new HashMap<>();
        cells.stream()
                .map(TextLine::unit)
                .filter(unit -> !unit.isEmpty())
                .forEach(unit -> units.merge(unit, 1, Integer::sum));
        int alike = units.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int longer = (int) cells.stream()
                .filter(text -> text.length() >= MIN_LONG && text.length() >= 2 * name.length())
                .count();
        return (3 * alike >= 2 * cells.size() && TextLine.unit(name).isEmpty()) || 3 * longer >= 2 * cells.size();
    }

    /** Returns whether every second column has labels: short words that are never numbers, in four columns. */
    private boolean isForm(int header) {
        return region.columns() == 4
                && columns().filter(column -> column % 2 == 0).allMatch(column -> body(header)
                        .mapToObj(row -> text(row, column))
                        .allMatch(text -> text.length() <= MAX_HEADER_LENGTH / 2
                                && TextLine.unit(text).isEmpty()))
                && columns().filter(column -> column % 2 == 1).noneMatch(column -> isKind(header, column));
    }

    /** Returns whether two columns are the signs and the text of a list. */
    private boolean isList(int header) {
        return region.columns() == 2
                && body(header).allMatch(row -> ITEM_SIGN.matcher(text(row, 0)).matches());
    }

    /** Returns whether cells break off in the middle of a sentence, as the lines of text in columns do. */
    private boolean isTorn(int header) {
        int torn = 0;
        int all = 0;
        for (int column = 0; column < region.columns(); column++) {
            for (int row = header; row + 1 < rows.size(); row++) {
                String text = text(row, column);
                List<PrintedLine> last = region.cell(rows.get(row).to() - 1, column);
                List<PrintedLine> next = region.cell(rows.get(row + 1).from(), column);
                if (text.length() >= MIN_LONG && !last.isEmpty() && !next.isEmpty()) {
                    all++;
                    boolean isOpen = region.isWrapped(last, next) && !JapaneseText.endsSentence(text);
                    torn += isOpen ? 1 : 0;
                }
            }
        }
        return torn >= 2 && 3 * torn >= all;
    }
}
