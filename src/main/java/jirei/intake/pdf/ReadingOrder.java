package jirei.intake.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jirei.intake.order.ColumnDetector;
import jirei.intake.order.PageBreaks;
import jirei.intake.order.PageTables;
import jirei.intake.order.TaggedLines;
import jirei.intake.order.UprightLabels;
import jirei.intake.page.Content;
import jirei.intake.page.LineBuilder;
import jirei.intake.page.Page;
import jirei.intake.page.PrintedLine;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;

/**
 * Decides in which order the lines of a document are read: by its structure tree, unless that tears more sentences than
 * the order by position. Immutable.
 */
final class ReadingOrder {
    /** Minimum length of a paragraph whose missing end shows that a sentence is torn, in characters. */
    private static final int MIN_TORN_LENGTH = 20;
    /** Number of torn sentences that a structure tree may have more than twice those by position. */
    private static final int MAX_TORN = 3;

    private final List<Content> contents;
    private final Map<String, Integer> bookmarks;

    /**
     * The blocks in the order taken. Immutable.
     *
     * @param isByTree whether the order is that of the structure tree
     * @param isTreeRejected whether there is a structure tree whose order tears sentences
     */
    record Result(List<Block> blocks, boolean isByTree, boolean isTreeRejected) {}

    /**
     * @param contents the contents of the structure tree, in logical order; empty without a tree
     * @param bookmarks the depth of each bookmark by its normalized title
     */
    ReadingOrder(List<Content> contents, Map<String, Integer> bookmarks) {
        this.contents = contents;
        this.bookmarks = bookmarks;
    }

    /** Returns the blocks of {@code pages}, which are without running headers and footers. */
    Result read(List<Page> pages) {
        Optional<List<PrintedLine>> byTree = TaggedLines.of(pages, contents);
        List<Block> tagged = byTree.map(this::blocks).orElse(List.of());
        if (byTree.isPresent() && countTorn(tagged) <= MAX_TORN) {
            return new Result(tagged, true, false);
        }
        List<Block> placed = blocks(PageBreaks.withoutInterruptions(byPosition(pages)));
        boolean isByTree = byTree.isPresent() && countTorn(tagged) <= 2 * countTorn(placed) + MAX_TORN;
        return isByTree ? new Result(tagged, true, false) : new Result(placed, false, byTree.isPresent());
    }

    /** Returns the blocks of {@code pages} in the order taken, with each cell of a table as text of its own. */
    List<Block> cellwise(List<Page> pages, boolean isByTree) {
        List<PrintedLine> lines = (isByTree ? TaggedLines.of(pages, contents) : Optional.<List<PrintedLine>>empty())
                .orElseGet(() -> PageBreaks.withoutInterruptions(byPosition(pages)));
        return blocks(Cells.asText(lines));
    }

    private List<Block> blocks(List<PrintedLine> lines) {
        return new PdfBlockBuilder(lines, bookmarks).blocks();
    }

    /** Returns the number of long paragraphs that end within a sentence, and are followed by another one. */
    private static long countTorn(List<Block> blocks) {
        long torn = 0;
        for (int at = 1; at < blocks.size(); at++) {
            Block before = blocks.get(at - 1);
            boolean isTorn = before.kind() == Block.Kind.PARAGRAPH
                    && blocks.get(at).kind() == Block.Kind.PARAGRAPH
                    && before.text().length() >= MIN_TORN_LENGTH
                    && !JapaneseText.endsSentence(before.text());
            torn += isTorn ? 1 : 0;
        }
        return torn;
    }

    /** Returns the lines of all pages ordered by their position, with the cells of ruled tables. */
    private static List<PrintedLine> byPosition(List<Page> pages) {
        var tables = new PageTables();
        List<PrintedLine> lines = new ArrayList<>();
        for (Page page : pages) {
            PageTables.Result result = tables.separate(page);
            int column = lines.isEmpty() ? 0 : lines.getLast().column();
            List<PrintedLine> horizontal =
                    new ArrayList<>(LineBuilder.of(page.number(), result.page().horizontal()));
            List<PrintedLine> vertical = LineBuilder.of(page.number(), page.vertical());
            List<PrintedLine> labels =
                    UprightLabels.of(vertical, horizontal, page.drawing().width());
            horizontal.addAll(labels.stream()
                    .map(label -> UprightLabels.level(label, page.drawing().width()))
                    .toList());
            List<PrintedLine> text =
                    ColumnDetector.order(horizontal, column, page.drawing().horizontal());
            lines.addAll(PageTables.insert(text, result.tables()));
            column = lines.isEmpty() ? 0 : lines.getLast().column();
            lines.addAll(ColumnDetector.order(
                    vertical.stream().filter(line -> !labels.contains(line)).toList(), column, List.of()));
        }
        return lines;
    }
}
