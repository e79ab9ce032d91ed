package jirei.intake.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jirei.intake.grid.TableBuilder;
import jirei.intake.grid.TableRows;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.JapaneseText;
import jirei.intake.source.NoteMark;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Converts the SAX events of Office, HTML and Markdown parsers to blocks. Not thread-safe. */
final class XhtmlBlocks extends DefaultHandler {
    /** The attribute with the source line of an element. */
    static final String LINE = "data-line";

    private static final Set<String> SKIPPED_ELEMENTS =
            Set.of("script", "style", "nav", "rt", "rp", "noscript", "template", "svg", "button", "select", "iframe");
    private static final Set<String> BLOCK_ELEMENTS =
            Set.of(("p div section article main header footer aside blockquote"
                            + " pre dt dd figure figcaption address body ul ol dl hr caption form fieldset")
                    .split(" "));

    /** A table that is being read. */
    private static final class OpenTable {
        private TableBuilder<String> grid = new TableBuilder<>();
        /** The line of each row; 0 if unknown. */
        private List<Integer> lines = new ArrayList<>();

        private boolean inCell;
        private boolean isHeader;
        private int rows;
        private int columns;

        void startRow() {
            grid.startRow();
            lines.add(0);
        }

        void startCell(String name, Attributes attributes) {
            if (lines.isEmpty()) {
                startRow();
            }
            inCell = true;
            isHeader = name.equals("th");
            rows = span(attributes.getValue("rowspan"));
            columns = span(attributes.getValue("colspan"));
        }

        private static int span(@Nullable String value) {
            return value != null && value.strip().matches("[0-9]{1,5}") ? Integer.parseInt(value.strip()) : 1;
        }

        void endCell(String text, int line) {
            grid.add(rows, columns, isHeader, text);
            lines.set(lines.size() - 1, line);
            inCell = false;
        }

        void clear() {
            grid = new TableBuilder<>();
            lines = new ArrayList<>();
        }
    }

    private final Budget budget;
    private final List<Block> blocks = new ArrayList<>();
    private final List<int[]> lists = new ArrayList<>();
    private final Deque<OpenTable> tables = new ArrayDeque<>();
    private final StringBuilder buffer = new StringBuilder();
    private final StringBuilder title = new StringBuilder();
    private int depth;
    private int skippedDepth;
    private int notesDepth;
    private int raisedFrom = -1;
    private boolean inTitle;
    private int headingLevel;
    private String bullet = "";
    private int line;

    XhtmlBlocks(Budget budget) {
        this.budget = budget;
    }

    List<Block> blocks() {
        tables.reversed().forEach(this::addRows);
        endBlock();
        return blocks;
    }

    String title() {
        return title.toString();
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
        depth++;
        budget.addElement(depth);
        String name = localName.toLowerCase(Locale.ROOT);
        if (skippedDepth > 0) {
            return;
        }
        if (SKIPPED_ELEMENTS.contains(name)) {
            skippedDepth = depth;
        } else {
            start(name, attributes);
        }
    }

    private void start(String name, Attributes attributes) {
        if (isHeading(name)) {
            endCells();
            endBlock();
            headingLevel = name.charAt(1) - '0';
        } else if (BLOCK_ELEMENTS.contains(name)) {
            startBlock(name, attributes);
        } else {
            startOther(name, attributes);
        }
        String at = attributes.getValue(LINE);
        line = at == null ? line : Integer.parseInt(at);
    }

    private void startBlock(String name, Attributes attributes) {
        if (name.equals("ul") || name.equals("ol")) {
            lists.add(new int[] {name.equals("ol") ? 1 : 0});
        }
        if (inCell()) {
            buffer.append(' ');
            return;
        }
        endBlock();
        String kind = String.valueOf(attributes.getValue("class"));
        if (kind.startsWith("footnote") || kind.startsWith("endnote")) {
            notesDepth = notesDepth == 0 ? depth : notesDepth;
        }
    }

    private void startOther(String name, Attributes attributes) {
        switch (name) {
            case "title" -> inTitle = true;
            case "br" -> {
                if (headingLevel > 0 || inCell()) {
                    buffer.append(' ');
                } else {
                    endBlock();
                }
            }
            case "li" -> startItem();
            case "sup" -> raisedFrom = buffer.length();
            case "table" -> {
                endCells();
                endBlock();
                tables.push(new OpenTable());
            }
            case "tr" -> tables.stream().findFirst().ifPresent(OpenTable::startRow);
            case "td", "th" -> {
                endBlock();
                tables.stream().findFirst().ifPresent(table -> table.startCell(name, attributes));
            }
            default -> {
                // inline element
            }
        }
    }

    private void startItem() {
        if (inCell()) {
            buffer.append(' ').append(nextBullet());
        } else {
            endBlock();
            bullet = nextBullet();
        }
    }

    private boolean inCell() {
        return !tables.isEmpty() && tables.element().inCell;
    }

    /** Ends the cell in which a heading or a table begins: its table is there for the layout only. */
    private void endCells() {
        if (inCell()) {
            addRows(tables.element());
            tables.element().inCell = false;
        }
    }

    private void addRows(OpenTable table) {
        for (Block row : TableRows.of(table.grid.build(), row -> row + 1)) {
            int rowLine = table.lines.get(row.place() - 1);
            blocks.add(row.at(rowLine > 0 ? rowLine : blocks.size() + 1));
        }
        table.clear();
    }

    private String nextBullet() {
        if (lists.isEmpty() || lists.getLast()[0] == 0) {
            return "・";
        }
        return lists.getLast()[0]++ + ". ";
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
        String name = localName.toLowerCase(Locale.ROOT);
        if (skippedDepth == 0) {
            end(name);
        } else if (skippedDepth == depth) {
            skippedDepth = 0;
        }
        depth--;
    }

    private void end(String name) {
        switch (name) {
            case "td", "th" -> endCell();
            case "table" -> {
                if (!tables.isEmpty()) {
                    endBlock();
                    addRows(tables.pop());
                }
            }
            case "title" -> inTitle = false;
            case "sup" -> endRaised();
            default -> {
                boolean isBlock = isHeading(name) || BLOCK_ELEMENTS.contains(name) || name.equals("li");
                if (isBlock && !inCell()) {
                    endBlock();
                    bullet = name.equals("li") ? "" : bullet;
                }
            }
        }
        if ((name.equals("ul") || name.equals("ol")) && !lists.isEmpty()) {
            lists.removeLast();
        }
        if (notesDepth == depth) {
            notesDepth = 0;
        }
    }

    private void endCell() {
        if (inCell()) {
            tables.element()
                    .endCell(
                            JapaneseText.joinKeepingSpaces(
                                    buffer.toString().lines().toList()),
                            line);
            buffer.setLength(0);
        } else {
            endBlock();
        }
    }

    private void endRaised() {
        if (raisedFrom >= 0 && raisedFrom < buffer.length()) {
            String raised = buffer.substring(raisedFrom);
            buffer.setLength(raisedFrom);
            buffer.append(NoteMark.of(buffer.toString().strip(), raised));
        }
        raisedFrom = -1;
    }

    @Override
    public void characters(char[] text, int from, int length) {
        budget.addCharacters(length);
        if (inTitle) {
            title.append(text, from, length);
        } else if (skippedDepth == 0) {
            buffer.append(text, from, length);
        }
    }

    @Override
    public void ignorableWhitespace(char[] text, int from, int length) {
        characters(text, from, length);
    }

    private void endBlock() {
        String text = JapaneseText.joinKeepingSpaces(buffer.toString().lines().toList());
        buffer.setLength(0);
        raisedFrom = -1;
        int level = headingLevel;
        headingLevel = 0;
        if (text.isEmpty()) {
            return;
        }
        blocks.add(level > 0 ? Block.heading(level, text, place()) : withoutHeading(text));
    }

    private Block withoutHeading(String text) {
        if (notesDepth > 0) {
            return Block.of(Block.Kind.NOTE, text, place());
        }
        if (bullet.isEmpty()) {
            return Block.of(Block.Kind.PARAGRAPH, text, place());
        }
        Block item = Block.of(Block.Kind.ITEM, bullet + text, place());
        bullet = "";
        return item;
    }

    private int place() {
        return line > 0 ? line : blocks.size() + 1;
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }
}
