package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jirei.intake.source.Block;
import jirei.intake.source.HeadingSign;
import jirei.intake.source.JapaneseText;

/** Makes blocks of the printed lines of a PDF: headings by bookmark, size, weight or sign, and paragraphs. */
final class PdfBlockBuilder {
    private static final double PARAGRAPH_GAP = 1.35;
    private static final double HEADING_GAP = 2;
    private static final double SAME_SIZE = 0.08;
    private static final int MAX_SIGNED_LEVEL = 3;

    private final List<PrintedLine> lines;
    private final HeadingDetector headings;
    private final double leading;
    private final List<Block> blocks = new ArrayList<>();
    private final List<PrintedLine> open = new ArrayList<>();
    private int openLevel;

    PdfBlockBuilder(List<PrintedLine> lines, Map<String, Integer> bookmarks) {
        this.lines = lines;
        this.headings = HeadingDetector.of(lines, bookmarks);
        this.leading = leading(lines);
    }

    List<Block> blocks() {
        for (PrintedLine line : lines) {
            int level = headings.level(line);
            if (open.isEmpty() || level != openLevel || !goesOn(open.getLast(), line, level)) {
                close();
                openLevel = level;
            }
            open.add(line);
        }
        close();
        return blocks;
    }

    private boolean goesOn(PrintedLine before, PrintedLine line, int level) {
        double gap = line.across() - before.across();
        boolean isNear = line.column() == before.column() && gap > 0;
        if (level > 0) {
            return isNear && gap < HEADING_GAP * line.size() && isAlike(before, line);
        }
        if (!isAlike(before, line) || startsAnew(line)) {
            return false;
        }
        if (!isNear) {
            return before.isFull() && !JapaneseText.endsSentence(before.text());
        }
        boolean opensParagraph = line.isIndented() && !before.isIndented();
        return gap < PARAGRAPH_GAP * leading * line.size() && before.isFull() && !opensParagraph;
    }

    private static boolean startsAnew(PrintedLine line) {
        return JapaneseText.beginsItem(line.text()) || HeadingSign.isMarked(line.text());
    }

    private static boolean isAlike(PrintedLine before, PrintedLine line) {
        return Math.abs(before.size() - line.size()) <= SAME_SIZE * line.size();
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        String text = JapaneseText.join(open.stream().map(PrintedLine::text).toList());
        int page = open.getFirst().page();
        int level = openLevel > 0 ? openLevel : signedLevel(text);
        if (level > 0) {
            blocks.add(Block.heading(level, HeadingSign.withoutMark(text), page));
        } else if (!text.isEmpty()) {
            boolean isItem = JapaneseText.beginsItem(text);
            blocks.add(Block.of(isItem ? Block.Kind.ITEM : Block.Kind.PARAGRAPH, text, page));
        }
        open.clear();
    }

    /** Where sizes tell no headings, those that are numbered or marked count. */
    private int signedLevel(String text) {
        if (headings.areTold() || open.size() > 1) {
            return 0;
        }
        Optional<HeadingSign> sign = HeadingSign.of(text);
        return sign.map(HeadingSign::level)
                .filter(level -> level <= MAX_SIGNED_LEVEL)
                .orElse(0);
    }

    /** How far lines stand apart as a rule, in sizes of their type. */
    private static double leading(List<PrintedLine> lines) {
        Map<Long, Integer> counts = new HashMap<>();
        for (int at = 1; at < lines.size(); at++) {
            PrintedLine line = lines.get(at);
            double gap = line.across() - lines.get(at - 1).across();
            if (line.column() == lines.get(at - 1).column() && gap > 0 && isAlike(lines.get(at - 1), line)) {
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

    /** The lines as extraction to a text file would leave them: pages, gaps and indents stay visible. */
    static List<String> asLines(List<PrintedLine> lines) {
        double leading = leading(lines);
        List<String> text = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            PrintedLine line = lines.get(at);
            boolean opensPage = at == 0 || lines.get(at - 1).page() != line.page();
            boolean isClose = at > 0
                    && lines.get(at - 1).column() == line.column()
                    && line.across() - lines.get(at - 1).across() < PARAGRAPH_GAP * leading * line.size();
            boolean opensParagraph =
                    line.isIndented() && !(isClose && lines.get(at - 1).isIndented());
            if (!isClose) {
                text.add("");
            }
            text.add((opensPage ? " " : "") + (opensParagraph ? "\u3000" : "") + line.text());
        }
        return text;
    }
}
