package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jirei.intake.grid.TableCell;
import jirei.intake.grid.TableRows;
import jirei.intake.page.PrintedLine;
import jirei.intake.page.Tag;
import jirei.intake.source.Block;
import jirei.intake.source.HeadingSign;
import jirei.intake.source.JapaneseText;
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
    /** Maximum indentation of the first line of a paragraph, as a multiple of the font size. */
    private static final double MAX_INDENT = 8;
    /** Minimum distance of the starts of two lines at the right edge, as a multiple of the font size. */
    private static final double MIN_SHIFT = 1.5;

    private static final Pattern NUMBERS = Pattern.compile("[0-9０-９.,，．%％△▲\\-－ \u3000]+");
    /** Minimum width of a line that goes on in the next one, as a multiple of the font size. */
    private static final double MIN_WRAPPED = 8;

    private static final int MAX_SIGNED_LEVEL = 3;
    /** The label of a caption, with a space behind its number. */
    private static final Pattern CAPTION = Pattern.compile("(写真|図表|図|表) ?[0-9０-９]{1,2}(?:[ \u3000].*)?");

    private final List<PrintedLine> lines;
    private final HeadingDetector headings;
    private final double leading;
    private final List<Block> blocks = new ArrayList<>();
    private final List<PrintedLine> open = new ArrayList<>();
    private final boolean hasTaggedHeadings;
    private int openLevel;

    PdfBlockBuilder(List<PrintedLine> allLines, Map<String, Integer> bookmarks) {
        this.lines = withoutBoxes(allLines);
        this.headings = HeadingDetector.of(lines, bookmarks);
        this.leading = leading(lines);
        this.hasTaggedHeadings = lines.stream().anyMatch(line -> line.tag().role() == Tag.Role.HEADING);
    }

    /** Returns {@code lines}, of which those in a table with a single filled cell are text, as on a cover made in a sheet. */
    private static List<PrintedLine> withoutBoxes(List<PrintedLine> lines) {
        Map<Integer, Set<Tag.Cell>> cells = new HashMap<>();
        lines.stream().filter(line -> line.tag().isCell()).forEach(line -> cells.computeIfAbsent(
                        line.tag().id(), id -> new HashSet<>())
                .add(line.tag().cell()));
        return lines.stream()
                .map(line -> cells.getOrDefault(line.tag().id(), Set.of()).size() == 1 ? line.tagged(Tag.NONE) : line)
                .toList();
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
        return ChartLabels.joined(blocks);
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
        if (areRows(before, line)) {
            return false;
        }
        if (level > 0) {
            return isNear && gap < MAX_HEADING_GAP * line.size() && hasSameSize(before, line);
        }
        if (!hasSameSize(before, line) || startsBlock(line) || before.hasLeader()) {
            return false;
        }
        if (!isNear) {
            return before.isFull() && isLong(before) && !JapaneseText.endsSentence(before.text()) && !before.isValue();
        }
        double indent = (line.from() - before.from()) / line.size();
        boolean isSetRight = before.from() - before.columnFrom() > MAX_INDENT * before.size()
                && Math.abs(indent) >= MIN_SHIFT; // as a date and a name at the right edge
        boolean isOutdented = indent <= -MIN_INDENT && open.size() > 1; // below a first line the text is outdented
        boolean startsParagraph = JapaneseText.endsSentence(before.text()) && (indent >= MIN_INDENT || isOutdented);
        return gap < MAX_PARAGRAPH_GAP * leading * line.size() && before.isFull() && !startsParagraph && !isSetRight;
    }

    /** Returns whether the lines are rows with cells, or numbers below one another. */
    private static boolean areRows(PrintedLine before, PrintedLine line) {
        return (before.hasGap() && line.hasGap())
                || (NUMBERS.matcher(before.text()).matches()
                        && NUMBERS.matcher(line.text()).matches());
    }

    private static boolean startsBlock(PrintedLine line) {
        return JapaneseText.startsItem(line.text())
                || HeadingSign.isMarked(line.text())
                || CAPTION.matcher(line.text()).matches();
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
            List<String> labels = new ArrayList<>();
            Map<Integer, Integer> pages = new HashMap<>();
            open.forEach(line -> pages.putIfAbsent(line.tag().cell().row(), line.page()));
            blocks.addAll(TableRows.of(
                    cells(labels),
                    row -> pages.getOrDefault(row, open.getFirst().page())));
            if (!labels.isEmpty()) {
                blocks.add(ChartLabels.figure(labels, open.getLast().page()));
            }
        }
    }

    /** Returns the cells of a table without the labels of charts, which are added to {@code labels}. */
    private List<TableCell<String>> cells(List<String> labels) {
        Map<Tag.Cell, Map<Integer, List<PrintedLine>>> lines = new LinkedHashMap<>();
        open.forEach(line -> lines.computeIfAbsent(line.tag().cell(), cell -> new LinkedHashMap<>())
                .computeIfAbsent(line.page(), page -> new ArrayList<>())
                .add(line));
        Map<Integer, Long> cellsOfRow =
                lines.keySet().stream().collect(Collectors.groupingBy(Tag.Cell::row, Collectors.counting()));
        return lines.entrySet().stream()
                .map(entry -> new TableCell<>(
                        entry.getKey().row(),
                        entry.getKey().column(),
                        entry.getKey().rows(),
                        entry.getKey().columns(),
                        entry.getKey().header(),
                        cellText(
                                entry.getValue().values(),
                                cellsOfRow.getOrDefault(entry.getKey().row(), 0L) == 1 ? labels : null)))
                .toList();
    }

    /**
     * Returns the text of a cell, which a program may print on each page again.
     *
     * @param labels receives the labels of a chart in the cell; null if it has none
     */
    private static String cellText(Collection<List<PrintedLine>> linesByPage, @Nullable List<String> labels) {
        List<String> pages = linesByPage.stream()
                .map(PdfBlockBuilder::wrappedParts)
                .map(parts -> labels == null ? parts : ChartLabels.removed(parts, labels))
                .map(parts -> String.join("\u3000", parts))
                .distinct()
                .toList();
        return JapaneseText.join(pages);
    }

    private void addFigure() {
        List<String> words =
                open.stream().map(line -> JapaneseText.trimSpaces(line.text())).toList();
        blocks.add(ChartLabels.figure(words, open.getFirst().page()));
    }

    private void addText() {
        List<String> parts = wrappedParts(open);
        if (ChartLabels.areLabels(parts)) {
            addFigure();
            return;
        }
        String text = String.join("\u3000", parts);
        int page = open.getFirst().page();
        int level = openLevel > 0 ? openLevel : signedLevel(text);
        if (level > 0) {
            blocks.add(printed(Block.heading(level, HeadingSign.withoutMark(text), page)));
        } else if (!text.isEmpty()) {
            blocks.add(printed(Block.of(kind(text), text, page)));
        }
    }

    /** Returns a block of the open lines with the page of its end and its font size. */
    private Block printed(Block block) {
        int lastPage = open.stream().mapToInt(PrintedLine::page).max().orElse(block.place());
        return block.printed(lastPage, open.getFirst().size() / headings.bodySize());
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
}
