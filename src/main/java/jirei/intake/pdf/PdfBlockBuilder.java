package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jirei.intake.page.PrintedLine;
import jirei.intake.page.Tag;
import jirei.intake.source.Block;
import jirei.intake.source.HeadingSign;
import jirei.intake.source.JapaneseText;
import jirei.intake.source.TableRows;
import org.jspecify.annotations.Nullable;

/**
 * Groups the lines of a PDF into blocks: headings by bookmark, size, weight or number, and paragraphs. Not
 * thread-safe.
 */
final class PdfBlockBuilder {
    /** Maximum line distance inside a paragraph, as a multiple of the usual line distance. */
    private static final double MAX_PARAGRAPH_GAP = 1.35;
    /** Maximum line distance inside a heading, as a multiple of the font size. */
    private static final double MAX_HEADING_GAP = 2;
    /** Maximum difference of equal font sizes, relative to the size. */
    private static final double SIZE_TOLERANCE = 0.08;

    /** Minimum indentation of the first line of a paragraph, as a multiple of the font size. */
    private static final double MIN_INDENT = 0.7;

    /** The indentation of the further lines of an item, which is not that of a paragraph. */
    private static final String HANGING = "  ";

    private static final int MIN_TEXT_LENGTH = 20;
    /** Minimum width of a line that goes on in the next one, as a multiple of the font size. */
    private static final double MIN_WRAPPED = 8;
    /** Minimum number of words in one element that are apart from one another if they are the labels of a chart. */
    private static final int MIN_LABELS = 5;

    private static final int MAX_LABEL_LENGTH = 16;

    private static final int MAX_SIGNED_LEVEL = 3;

    private final List<PrintedLine> lines;
    private final HeadingDetector headings;
    private final double leading;
    private final List<Block> blocks = new ArrayList<>();
    private final List<PrintedLine> open = new ArrayList<>();
    private final boolean hasTaggedHeadings;
    private int openLevel;

    PdfBlockBuilder(List<PrintedLine> lines, Map<String, Integer> bookmarks) {
        this.lines = lines;
        this.headings = HeadingDetector.of(lines, bookmarks);
        this.leading = leading(lines);
        this.hasTaggedHeadings = lines.stream().anyMatch(line -> line.tag().role() == Tag.Role.HEADING);
    }

    List<Block> blocks() {
        for (PrintedLine line : lines) {
            int level = level(line);
            if (open.isEmpty() || level != openLevel || !belongsTogether(open.getLast(), line, level)) {
                close();
                openLevel = level;
            }
            open.add(line);
        }
        close();
        return withLabelsJoined();
    }

    /** Returns the blocks with the words of a chart, short paragraphs of which most are numbers, in one block each. */
    private List<Block> withLabelsJoined() {
        List<Block> joined = new ArrayList<>();
        int at = 0;
        while (at < blocks.size()) {
            int end = at;
            while (end < blocks.size()
                    && isLabel(blocks.get(end))
                    && blocks.get(end).place() == blocks.get(at).place()) {
                end++;
            }
            List<Block> labels = blocks.subList(at, end);
            long numbers = labels.stream()
                    .filter(label -> label.text().chars().anyMatch(Character::isDigit))
                    .count();
            if (labels.size() >= MIN_LABELS && 2 * numbers >= labels.size()) {
                joined.add(figure(
                        labels.stream().map(Block::text).toList(),
                        labels.getFirst().place()));
            } else {
                joined.addAll(labels);
                if (end < blocks.size() && end == at) {
                    joined.add(blocks.get(end));
                    end++;
                }
            }
            at = end;
        }
        return joined;
    }

    private static boolean isLabel(Block block) {
        return block.kind() == Block.Kind.PARAGRAPH
                && block.text().length() <= MAX_LABEL_LENGTH
                && !JapaneseText.endsSentence(block.text());
    }

    private static Block figure(List<String> words, int page) {
        return Block.of(Block.Kind.PARAGRAPH, "図中の文字：" + String.join("\u3000", words), page);
    }

    private int level(PrintedLine line) {
        return switch (line.tag().role()) {
            case HEADING -> line.tag().level();
            case UNKNOWN -> headings.level(line);
            case PARAGRAPH -> hasTaggedHeadings ? 0 : headings.level(line);
            case ITEM, NOTE, FIGURE, CELL -> 0;
        };
    }

    /** Returns whether {@code line} is in the same element as the line before, or continues its paragraph. */
    private boolean belongsTogether(PrintedLine before, PrintedLine line, int level) {
        Tag tag = line.tag();
        if (tag.id() != before.tag().id()) {
            return false;
        }
        return switch (tag.role()) {
            case HEADING, NOTE, FIGURE, CELL -> true;
            case PARAGRAPH, ITEM -> before.isFull() || !startsBlock(line);
            case UNKNOWN -> continues(before, line, level);
        };
    }

    private boolean continues(PrintedLine before, PrintedLine line, int level) {
        double gap = line.across() - before.across();
        boolean isNear = line.column() == before.column() && gap > 0;
        if (level > 0) {
            return isNear && gap < MAX_HEADING_GAP * line.size() && hasSameSize(before, line);
        }
        if (!hasSameSize(before, line) || startsBlock(line) || before.hasLeader()) {
            return false;
        }
        if (!isNear) {
            return before.isFull() && isLong(before) && !JapaneseText.endsSentence(before.text());
        }
        double indent = (line.from() - before.from()) / line.size();
        boolean isOutdented = indent <= -MIN_INDENT && open.size() > 1; // below a first line the text is outdented
        boolean startsParagraph = JapaneseText.endsSentence(before.text()) && (indent >= MIN_INDENT || isOutdented);
        return gap < MAX_PARAGRAPH_GAP * leading * line.size() && before.isFull() && !startsParagraph;
    }

    private static boolean startsBlock(PrintedLine line) {
        return JapaneseText.startsItem(line.text()) || HeadingSign.isMarked(line.text());
    }

    private static boolean hasSameSize(PrintedLine before, PrintedLine line) {
        return Math.abs(before.size() - line.size()) <= SIZE_TOLERANCE * line.size();
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        switch (open.getFirst().tag().role()) {
            case CELL -> addTable();
            case FIGURE -> addFigure();
            default -> addText();
        }
        open.clear();
    }

    /** Adds the rows of a table, or the heading that is set as a table with one row. */
    private void addTable() {
        boolean hasOneRow = open.stream().allMatch(line -> line.tag().cell().row() == 0);
        int level = hasOneRow ? headings.level(open.getFirst()) : 0;
        String text = String.join("\u3000", open.stream().map(PrintedLine::text).toList());
        if (level > 0 && HeadingSign.canBeHeading(text)) {
            blocks.add(Block.heading(
                    level, HeadingSign.withoutMark(text), open.getFirst().page()));
        } else {
            blocks.addAll(TableRows.of(cells(), open.getFirst().page()));
        }
    }

    private List<TableRows.Cell> cells() {
        Map<Tag.Cell, Map<Integer, List<PrintedLine>>> lines = new LinkedHashMap<>();
        open.forEach(line -> lines.computeIfAbsent(line.tag().cell(), cell -> new LinkedHashMap<>())
                .computeIfAbsent(line.page(), page -> new ArrayList<>())
                .add(line));
        return lines.entrySet().stream()
                .map(entry -> new TableRows.Cell(
                        entry.getKey().row(),
                        entry.getKey().column(),
                        entry.getKey().rows(),
                        entry.getKey().columns(),
                        entry.getKey().header(),
                        cellText(entry.getValue().values())))
                .toList();
    }

    /** Returns the text of a cell, which a program may print on each page again. */
    private static String cellText(Collection<List<PrintedLine>> linesByPage) {
        List<String> pages = linesByPage.stream()
                .map(lines -> String.join("\u3000", wrappedParts(lines)))
                .distinct()
                .toList();
        return JapaneseText.join(pages);
    }

    private void addFigure() {
        List<String> words =
                open.stream().map(line -> JapaneseText.trimSpaces(line.text())).toList();
        blocks.add(figure(words, open.getFirst().page()));
    }

    private void addText() {
        List<String> parts = wrappedParts(open);
        if (parts.size() >= MIN_LABELS && open.getFirst().text().length() <= MAX_LABEL_LENGTH) {
            addFigure();
            return;
        }
        String text = String.join("\u3000", parts);
        int page = open.getFirst().page();
        int level = openLevel > 0 ? openLevel : signedLevel(text);
        if (level > 0) {
            blocks.add(Block.heading(level, HeadingSign.withoutMark(text), page));
        } else if (!text.isEmpty()) {
            blocks.add(Block.of(kind(text), text, page));
        }
    }

    /** Returns the lines joined as far as each continues the one before; the labels of a chart do not. */
    private static List<String> wrappedParts(List<PrintedLine> lines) {
        List<String> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (at > 0 && !isWrapped(lines.get(at - 1), lines.get(at))) {
                parts.add(JapaneseText.join(part));
                part.clear();
            }
            part.add(lines.get(at).text());
        }
        parts.add(JapaneseText.join(part));
        return parts;
    }

    private static boolean isWrapped(PrintedLine before, PrintedLine line) {
        boolean isBelow = line.across() > before.across() && line.from() < before.to();
        boolean isInNextColumn = before.column() != line.column() || line.across() < before.across();
        boolean isNumber =
                endsWithDigit(before.text()) && Character.isDigit(line.text().charAt(0));
        return isLong(before) ? isBelow || isInNextColumn : isBelow && before.isFull() && !isNumber;
    }

    private static boolean endsWithDigit(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
    }

    private static boolean isLong(PrintedLine line) {
        return line.to() - line.from() >= MIN_WRAPPED * line.size();
    }

    private Block.Kind kind(String text) {
        Tag.Role role = open.getFirst().tag().role();
        if (role == Tag.Role.NOTE) {
            return Block.Kind.NOTE;
        }
        return role == Tag.Role.ITEM || JapaneseText.startsItem(text) ? Block.Kind.ITEM : Block.Kind.PARAGRAPH;
    }

    /** Returns the level by number or symbol, which is used if no headings are detected by style; 0 for none. */
    private int signedLevel(String text) {
        if (headings.hasStyledHeadings() || open.size() > 1) {
            return 0;
        }
        Optional<HeadingSign> sign = HeadingSign.of(text);
        return sign.map(HeadingSign::level)
                .filter(level -> level <= MAX_SIGNED_LEVEL)
                .orElse(0);
    }

    /** Returns the most frequent line distance, as a multiple of the font size. */
    private static double leading(List<PrintedLine> lines) {
        Map<Long, Integer> counts = new HashMap<>();
        for (int at = 1; at < lines.size(); at++) {
            PrintedLine line = lines.get(at);
            double gap = line.across() - lines.get(at - 1).across();
            if (line.column() == lines.get(at - 1).column() && gap > 0 && hasSameSize(lines.get(at - 1), line)) {
                counts.merge(Math.round(20 * gap / line.size()), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                        .max(Map.Entry.<Long, Integer>comparingByValue()
                                .thenComparing(Map.Entry.<Long, Integer>comparingByKey(Comparator.reverseOrder())))
                        .map(Map.Entry::getKey)
                        .orElse(30L)
                / 20.0;
    }

    /** Returns the lines as text extraction writes them: with marks of new pages, blank lines and indentation. */
    static List<String> asLines(List<PrintedLine> lines) {
        double leading = leading(lines);
        List<String> text = new ArrayList<>();
        @Nullable PrintedLine item = null;
        for (int at = 0; at < lines.size(); at++) {
            PrintedLine line = lines.get(at);
            if (line.tag().isCell()) {
                int end = at + 1;
                while (end < lines.size() && isInSameRow(lines.get(at), lines.get(end))) {
                    end++;
                }
                text.addAll(row(lines.subList(at, end)));
                at = end - 1;
                continue;
            }
            boolean startsPage = at == 0 || lines.get(at - 1).page() != line.page();
            boolean isParagraph = line.tag().role() == Tag.Role.PARAGRAPH;
            boolean isClose = at > 0
                    && (isParagraph
                            ? lines.get(at - 1).tag().id() == line.tag().id()
                            : isClose(lines.get(at - 1), line, leading));
            boolean startsParagraph = isParagraph
                    ? !isClose
                    : line.isIndented()
                            && !(isClose && lines.get(at - 1).isIndented())
                            && isText(line, at + 1 < lines.size() ? lines.get(at + 1) : line, leading);
            boolean continuesItem = isClose && item != null && line.from() - item.from() >= MIN_INDENT * line.size();
            item = continuesItem ? item : JapaneseText.startsItem(line.text()) ? line : null;
            if (!isClose) {
                text.add("");
            }
            String indent = continuesItem ? HANGING : startsParagraph ? "\u3000" : "";
            text.add((startsPage ? " " : "") + indent + line.text());
        }
        return text;
    }

    /** Returns whether {@code line} is below {@code before} in the same column, at the usual distance. */
    private static boolean isClose(PrintedLine before, PrintedLine line, double leading) {
        double gap = line.across() - before.across();
        return before.column() == line.column()
                && gap > 0
                && gap < MAX_PARAGRAPH_GAP * leading * line.size()
                && hasSameSize(before, line)
                && line.from() < before.to();
    }

    /** Returns whether {@code line} is text, whose indentation starts a paragraph, rather than a centered title. */
    private static boolean isText(PrintedLine line, PrintedLine next, double leading) {
        boolean isAboveText = isClose(line, next, leading) && line.from() - next.from() >= MIN_INDENT * line.size();
        return isAboveText
                || JapaneseText.endsSentence(line.text())
                || line.text().length() >= MIN_TEXT_LENGTH;
    }

    private static boolean isInSameRow(PrintedLine one, PrintedLine other) {
        return other.tag().isCell()
                && one.tag().id() == other.tag().id()
                && one.tag().cell().row() == other.tag().cell().row();
    }

    /** Returns the cells of a row side by side, or below one another if more than one has several lines. */
    private static List<String> row(List<PrintedLine> lines) {
        Map<Integer, List<String>> cells = new LinkedHashMap<>();
        lines.forEach(line -> cells.computeIfAbsent(line.tag().cell().column(), column -> new ArrayList<>())
                .add(line.text()));
        List<String> text = new ArrayList<>();
        boolean hasItem = cells.values().stream().anyMatch(cell -> JapaneseText.startsItem(cell.getFirst()));
        if (hasItem || cells.values().stream().filter(cell -> cell.size() > 1).count() > 1) {
            for (List<String> cell : cells.values()) {
                text.add("");
                text.addAll(cell);
            }
        } else {
            text.add(String.join(
                    "\u3000", cells.values().stream().map(List::getFirst).toList()));
            cells.values().forEach(cell -> text.addAll(cell.subList(1, cell.size())));
        }
        return text;
    }
}
