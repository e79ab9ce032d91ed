package jirei.intake.office;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.intake.grid.TableCell;
import jirei.intake.grid.TableRows;
import jirei.intake.source.Block;
import jirei.intake.source.HeadingSign;
import jirei.intake.source.JapaneseText;

/** Converts the elements of a document to blocks: finds the title and headings without styles. Not thread-safe. */
final class OfficeOutline {
    /** A line of a table of contents: a text, a tab or leaders, and a page number. */
    private static final Pattern CONTENTS_LINE = Pattern.compile(
            ".*\\S(?:\\t+|\\s*[.．・…‥。]{3,}\\s*|\\s*(?:[・…‥]\\s?){3,}\\t*)[-－( ]*[0-9０-９ivxⅰ-ⅹ]{1,4}[-－) ]*",
            Pattern.DOTALL);

    private static final Pattern CONTENTS_TITLE =
            Pattern.compile("[【〔\\[■□◆]?(?:目次|もくじ|contents|tableofcontents)[】〕\\]]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE_NAME =
            Pattern.compile("[〈＜<《【(（]?(?:[^\\s。、]{1,4}[都道府県])?[・\\s\u3000]*(?:[^\\s。、]{1,6}[市区町村])?[〉＞>》】)）]?");
    private static final Pattern LAST_NUMBER = Pattern.compile("([0-9]{1,4})[-) ]*\\s*$");
    private static final Pattern CAPTION =
            Pattern.compile("[（(【\\[]?(?:写真|図表|図|表)[\\s\u3000]*[0-9０-９]{1,2}.*", Pattern.DOTALL);
    private static final int MIN_CONTENTS_LINES = 3;
    /** Number of elements within which the title must be. */
    private static final int TITLE_SEARCH = 6;

    private static final double MIN_TITLE_RATIO = 1.2;
    private static final double MIN_HEADING_RATIO = 1.1;
    /** Level of headings without a number or symbol, below those with one. */
    private static final int UNSIGNED_LEVEL = 6;

    /** Level of labels beside the cells of a table. */
    private static final int LABEL_LEVEL = 7;

    private static final int MAX_LABEL_LENGTH = 20;
    private static final int MIN_CELL_TEXT = 20;

    private final List<OfficeElement> elements;
    private final double bodySize;
    private final boolean hasStyles;
    private final List<Block> blocks = new ArrayList<>();

    private OfficeOutline(List<OfficeElement> elements) {
        this.elements = elements;
        this.bodySize = bodySize(elements);
        this.hasStyles =
                elements.stream().anyMatch(one -> one instanceof OfficeElement.Paragraph text && text.level() > 1);
    }

    /** Returns the blocks of {@code elements}, whose positions are their numbers. */
    static List<Block> blocks(List<OfficeElement> elements) {
        var outline = new OfficeOutline(withoutContents(elements));
        int title = outline.titleIndex();
        for (int at = 0; at < outline.elements.size(); at++) {
            outline.add(at, at == title);
        }
        List<Block> headings = outline.blocks.stream().filter(Block::isHeading).toList();
        boolean isOnlyLabel = headings.size() == 1 && headings.getFirst().level() == LABEL_LEVEL;
        return isOnlyLabel
                ? outline.blocks.stream().map(OfficeOutline::withoutHeading).toList() // it would be the title
                : outline.blocks;
    }

    private static Block withoutHeading(Block block) {
        return block.isHeading() ? Block.of(Block.Kind.PARAGRAPH, block.text(), block.place()) : block;
    }

    private static List<OfficeElement> withoutContents(List<OfficeElement> elements) {
        List<OfficeElement> kept = new ArrayList<>();
        for (int at = 0; at < elements.size(); at++) {
            int end = at;
            while (end < elements.size() && isContentsLine(elements.get(end))) {
                end++;
            }
            boolean hasTitle = !kept.isEmpty() && isContentsTitle(kept.getLast());
            boolean isMarked = elements.get(at) instanceof OfficeElement.Paragraph text && text.contents();
            boolean isRun = end - at >= MIN_CONTENTS_LINES && hasPageNumbers(elements.subList(at, end));
            if (isRun || (end > at && (hasTitle || isMarked))) {
                if (hasTitle) {
                    kept.removeLast();
                }
                at = end - 1;
            } else {
                kept.add(elements.get(at));
            }
        }
        return kept;
    }

    private static boolean isContentsLine(OfficeElement element) {
        return element instanceof OfficeElement.Paragraph text
                && (text.contents()
                        || CONTENTS_LINE
                                .matcher(JapaneseText.strip(text.text()))
                                .matches());
    }

    /** Returns whether the numbers at the end of the lines do not decrease, as page numbers. */
    private static boolean hasPageNumbers(List<OfficeElement> lines) {
        int last = 0;
        for (OfficeElement line : lines) {
            String text = line instanceof OfficeElement.Paragraph paragraph ? paragraph.text() : "";
            Matcher number = LAST_NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
            if (number.find()) {
                int page = Integer.parseInt(number.group(1));
                if (page < last) {
                    return false;
                }
                last = page;
            }
        }
        return true;
    }

    private static boolean isContentsTitle(OfficeElement element) {
        return element instanceof OfficeElement.Paragraph text
                && CONTENTS_TITLE
                        .matcher(text.text().replaceAll("[\\s\u3000]+", ""))
                        .matches();
    }

    /** Returns the font size of most of the text. */
    private static double bodySize(List<OfficeElement> elements) {
        Map<Double, Integer> sizes = new HashMap<>();
        for (OfficeElement element : elements) {
            if (element instanceof OfficeElement.Paragraph text && text.level() == 0) {
                sizes.merge(text.size(), text.text().length(), Integer::sum);
            }
        }
        return sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }

    /** Returns the index of the largest line at the start that is not only a place; -1 if there is a title by style. */
    private int titleIndex() {
        int found = -1;
        double largest = MIN_TITLE_RATIO * bodySize;
        for (int at = 0; at < Math.min(TITLE_SEARCH, elements.size()); at++) {
            if (!(elements.get(at) instanceof OfficeElement.Paragraph text)) {
                continue;
            }
            if (text.level() == 1) {
                return -1;
            }
            if (text.level() > 1) {
                break;
            }
            String line = oneLine(text.text());
            boolean isLarger = bodySize > 0 && text.size() > largest;
            if (isLarger
                    && HeadingSign.canBeHeading(line)
                    && !PLACE_NAME.matcher(line).matches()) {
                found = at;
                largest = text.size();
            }
        }
        return found;
    }

    private void add(int at, boolean isTitle) {
        switch (elements.get(at)) {
            case OfficeElement.Paragraph text -> {
                int level = isTitle ? 1 : level(at, text);
                if (level > 0) {
                    blocks.add(Block.heading(level, oneLine(text.label() + text.text()), place()));
                } else {
                    addLines(text);
                }
            }
            case OfficeElement.Table table -> addTable(table);
            case OfficeElement.Note note -> addNote(note);
        }
    }

    private int level(int at, OfficeElement.Paragraph text) {
        String line = oneLine(text.label() + text.text());
        if (text.level() > 0) {
            return line.isEmpty() ? 0 : text.level();
        }
        if (hasStyles || text.text().strip().indexOf('\n') >= 0 || !HeadingSign.canBeHeading(line)) {
            return 0;
        }
        Optional<HeadingSign> sign = HeadingSign.of(line);
        boolean isEmphasized = text.bold() || (bodySize > 0 && text.size() >= MIN_HEADING_RATIO * bodySize);
        boolean hasTextBelow = at + 1 < elements.size() && isTextBelow(elements.get(at + 1), sign);
        if (sign.isPresent() && (isEmphasized || hasTextBelow)) {
            return sign.get().level() + 1;
        }
        return isEmphasized && text.label().isEmpty() && at + 1 < elements.size() ? UNSIGNED_LEVEL : 0;
    }

    /** Returns whether the element below a line is no further item of the same list. */
    private static boolean isTextBelow(OfficeElement below, Optional<HeadingSign> sign) {
        if (!(below instanceof OfficeElement.Paragraph text)) {
            return below instanceof OfficeElement.Table;
        }
        Optional<HeadingSign> signBelow = HeadingSign.of(oneLine(text.label() + text.text()));
        return sign.isPresent()
                && (signBelow.isEmpty() || signBelow.get().shape() != sign.get().shape())
                && text.level() == 0;
    }

    private void addLines(OfficeElement.Paragraph text) {
        String label = text.label();
        for (String line : text.text().split("\n", -1)) {
            String stripped = oneLine(line);
            if (!stripped.isEmpty()) {
                Block.Kind kind = text.label().isEmpty() ? Block.Kind.PARAGRAPH : Block.Kind.ITEM;
                blocks.add(Block.of(kind, label + stripped, place()));
                label = "";
            }
        }
    }

    /** Adds a table: a line for each row with the headers of its columns, or else row by row. */
    private void addTable(OfficeElement.Table table) {
        List<Block> headed = hasHeading(table)
                ? List.of()
                : TableRows.withHeaders(
                        table.cells().stream()
                                .map(cell -> cell.map(OfficeOutline::oneLine))
                                .toList(),
                        row -> row + 1);
        headed.forEach(row -> blocks.add(row.at(place())));
        if (headed.isEmpty()) {
            byRow(table).forEach((row, cells) -> addRow(row, cells));
        } else {
            table.cells().forEach(cell -> addNotes(cell.content()));
        }
    }

    private static boolean hasHeading(OfficeElement.Table table) {
        return table.cells().stream()
                .flatMap(cell -> cell.content().stream())
                .anyMatch(element -> element instanceof OfficeElement.Paragraph text && text.level() > 0);
    }

    /** Returns the cells of each row that are not blank, those that begin above it included. */
    private static SortedMap<Integer, List<TableCell<List<OfficeElement>>>> byRow(OfficeElement.Table table) {
        SortedMap<Integer, List<TableCell<List<OfficeElement>>>> rows = new TreeMap<>();
        for (TableCell<List<OfficeElement>> cell : table.cells()) {
            if (!lines(cell.content()).isEmpty()) {
                for (int row = cell.row(); row < cell.row() + cell.rows(); row++) {
                    rows.computeIfAbsent(row, at -> new ArrayList<>()).add(cell);
                }
            }
        }
        rows.values().forEach(row -> row.sort(Comparator.comparingInt(TableCell::column)));
        return rows;
    }

    /** Adds a row: on one line, but a box or a cell of several paragraphs as paragraphs, under a label beside it. */
    private void addRow(int number, List<TableCell<List<OfficeElement>>> row) {
        List<List<OfficeElement>> cells = row.stream()
                .filter(cell -> cell.row() == number)
                .map(TableCell::content)
                .toList();
        if (cells.isEmpty()) {
            return;
        }
        boolean isLong = cells.stream().anyMatch(cell -> lines(cell).size() > 1);
        boolean hasText = cells.stream().anyMatch(OfficeOutline::isText);
        String label = String.join("", lines(cells.getFirst()));
        boolean isLabelled = cells.size() == 2 && isLabel(label) && (isLong || isText(cells.getLast()));
        if (row.size() == 1) {
            blocks.addAll(nested(cells.getFirst()));
        } else if (isLabelled) {
            blocks.add(Block.heading(LABEL_LEVEL, label, place()));
            blocks.addAll(nested(cells.getLast()));
        } else if (hasText && (isLong || cells.stream().anyMatch(OfficeOutline::isCaption))) {
            cells.forEach(cell -> blocks.addAll(nested(cell)));
        } else {
            List<String> texts =
                    row.stream().map(cell -> oneLine(cell.content())).toList();
            blocks.add(Block.of(Block.Kind.ROW, String.join("\u3000", texts), place()));
            cells.forEach(this::addNotes);
        }
    }

    private void addNotes(List<OfficeElement> cell) {
        for (OfficeElement element : cell) {
            if (element instanceof OfficeElement.Note note) {
                addNote(note);
            }
        }
    }

    private void addNote(OfficeElement.Note note) {
        String text = oneLine(note.text());
        if (!text.isEmpty()) {
            blocks.add(Block.of(Block.Kind.NOTE, text, place()));
        }
    }

    private static boolean isCaption(List<OfficeElement> cell) {
        return CAPTION.matcher(lines(cell).getFirst()).matches();
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty() && label.length() <= MAX_LABEL_LENGTH && HeadingSign.canBeHeading(label);
    }

    private static boolean isText(List<OfficeElement> cell) {
        return lines(cell).stream().anyMatch(line -> line.length() >= MIN_CELL_TEXT && JapaneseText.endsSentence(line));
    }

    /** Returns the blocks in a cell, in which only headings by style are headings. */
    private List<Block> nested(List<OfficeElement> cell) {
        int before = blocks.size();
        for (OfficeElement element : cell) {
            switch (element) {
                case OfficeElement.Paragraph text -> {
                    if (text.level() > 0 && !oneLine(text.text()).isEmpty()) {
                        blocks.add(Block.heading(text.level(), oneLine(text.label() + text.text()), place()));
                    } else {
                        addLines(text);
                    }
                }
                case OfficeElement.Table table -> addTable(table);
                case OfficeElement.Note note -> addNote(note);
            }
        }
        List<Block> added = new ArrayList<>(blocks.subList(before, blocks.size()));
        blocks.subList(before, blocks.size()).clear();
        return added;
    }

    /** Returns the lines of a cell, those of a nested table by row, without its notes. */
    private static List<String> lines(List<OfficeElement> cell) {
        List<String> lines = new ArrayList<>();
        for (OfficeElement element : cell) {
            if (element instanceof OfficeElement.Paragraph text) {
                String label = text.label();
                for (String line : text.text().split("\n", -1)) {
                    lines.add(oneLine(label + line));
                    label = "";
                }
            } else if (element instanceof OfficeElement.Table table) {
                byRow(table)
                        .values()
                        .forEach(row -> lines.add(String.join(
                                "\u3000",
                                row.stream()
                                        .map(inner -> oneLine(inner.content()))
                                        .toList())));
            }
        }
        lines.removeIf(String::isEmpty);
        return lines;
    }

    private static String oneLine(List<OfficeElement> cell) {
        return oneLine(String.join(" ", lines(cell)));
    }

    private static String oneLine(String text) {
        return JapaneseText.joinKeepingSpaces(List.of(text.replace('\n', ' ').replace('\t', ' ')));
    }

    private int place() {
        return blocks.size() + 1;
    }
}
