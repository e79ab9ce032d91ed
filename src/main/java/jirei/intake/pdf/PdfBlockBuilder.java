package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jirei.intake.source.Block;
import jirei.intake.source.HeadingSign;
import jirei.intake.source.JapaneseText;
import jirei.intake.source.TableRows;

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

    private static final int MIN_TEXT_LENGTH = 20;

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
        return blocks;
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
            return before.isFull() && !JapaneseText.endsSentence(before.text());
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
            case CELL -> blocks.addAll(TableRows.of(cells(), open.getFirst().page()));
            case FIGURE -> addFigure();
            default -> addText();
        }
        open.clear();
    }

    private List<TableRows.Cell> cells() {
        Map<Tag.Cell, List<String>> texts = new LinkedHashMap<>();
        open.forEach(line -> texts.computeIfAbsent(line.tag().cell(), cell -> new ArrayList<>())
                .add(line.text()));
        return texts.entrySet().stream()
                .map(entry -> new TableRows.Cell(
                        entry.getKey().row(),
                        entry.getKey().column(),
                        entry.getKey().rows(),
                        entry.getKey().columns(),
                        entry.getKey().header(),
                        JapaneseText.join(entry.getValue())))
                .toList();
    }

    private void addFigure() {
        String words = String.join(
                "\u3000",
                open.stream().map(line -> JapaneseText.trimSpaces(line.text())).toList());
        blocks.add(
                Block.of(Block.Kind.PARAGRAPH, "図中の文字：" + words, open.getFirst().page()));
    }

    private void addText() {
        String text = JapaneseText.join(open.stream().map(PrintedLine::text).toList());
        int page = open.getFirst().page();
        int level = openLevel > 0 ? openLevel : signedLevel(text);
        if (level > 0) {
            blocks.add(Block.heading(level, HeadingSign.withoutMark(text), page));
        } else if (!text.isEmpty()) {
            blocks.add(Block.of(kind(text), text, page));
        }
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
            boolean isClose = at > 0 && isClose(lines.get(at - 1), line, leading);
            boolean startsParagraph = line.isIndented()
                    && !(isClose && lines.get(at - 1).isIndented())
                    && isText(line, at + 1 < lines.size() ? lines.get(at + 1) : line, leading);
            if (!isClose) {
                text.add("");
            }
            text.add((startsPage ? " " : "") + (startsParagraph ? "\u3000" : "") + line.text());
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
        if (cells.values().stream().filter(cell -> cell.size() > 1).count() > 1) {
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
