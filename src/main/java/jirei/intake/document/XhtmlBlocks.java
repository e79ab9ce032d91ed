package jirei.intake.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.JapaneseText;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Converts the SAX events of Office, HTML and Markdown parsers to blocks. Not thread-safe. */
final class XhtmlBlocks extends DefaultHandler {
    /** The attribute with the source line of an element. */
    static final String LINE = "data-line";

    private static final Set<String> SKIPPED_ELEMENTS = Set.of(
            "script", "style", "nav", "rt", "rp", "noscript", "template", "svg", "form", "button", "select", "iframe");
    private static final Set<String> BLOCK_ELEMENTS =
            Set.of(("p div section article main header footer aside blockquote"
                            + " pre dt dd figure figcaption address body ul ol dl table hr caption")
                    .split(" "));

    private final Budget budget;
    private final boolean hasSlides;
    private final List<Block> blocks = new ArrayList<>();
    private final List<int[]> lists = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder buffer = new StringBuilder();
    private final StringBuilder title = new StringBuilder();
    private int depth;
    private int skippedDepth;
    private int notesDepth;
    private int rowDepth;
    private boolean inTitle;
    private boolean expectsSlideTitle;
    private int headingLevel;
    private String bullet = "";
    private int line;
    private int slide;

    /**
     * @param hasSlides whether the document is a presentation: positions are slide numbers, and the first text of a
     *     slide is its heading
     */
    XhtmlBlocks(Budget budget, boolean hasSlides) {
        this.budget = budget;
        this.hasSlides = hasSlides;
    }

    List<Block> blocks() {
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
            endBlock();
            headingLevel = name.charAt(1) - '0';
        } else if (BLOCK_ELEMENTS.contains(name)) {
            startBlock(name, attributes);
        } else {
            startOther(name);
        }
        String at = attributes.getValue(LINE);
        line = at == null ? line : Integer.parseInt(at);
    }

    private void startBlock(String name, Attributes attributes) {
        if (rowDepth > 0) {
            buffer.append(' ');
            return;
        }
        endBlock();
        String kind = String.valueOf(attributes.getValue("class"));
        if (kind.startsWith("footnote") || kind.startsWith("endnote")) {
            notesDepth = notesDepth == 0 ? depth : notesDepth;
        } else if (kind.equals("slide-content")) {
            slide++;
            expectsSlideTitle = hasSlides;
        } else if (name.equals("ul") || name.equals("ol")) {
            lists.add(new int[] {name.equals("ol") ? 1 : 0});
        }
    }

    private void startOther(String name) {
        switch (name) {
            case "title" -> inTitle = true;
            case "br" -> {
                if (headingLevel > 0 || rowDepth > 0) {
                    buffer.append(' ');
                } else {
                    endBlock();
                }
            }
            case "li" -> {
                endBlock();
                bullet = nextBullet();
            }
            case "tr" -> {
                endBlock();
                rowDepth = depth;
                cells.clear();
            }
            default -> {
                // inline element
            }
        }
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
        if (name.equals("td") || name.equals("th")) {
            cells.add(JapaneseText.joinKeepingSpaces(buffer.toString().lines().toList()));
            buffer.setLength(0);
        } else if (rowDepth == depth && rowDepth > 0) {
            endRow();
        } else if (name.equals("title")) {
            inTitle = false;
        } else if (rowDepth == 0 && (isHeading(name) || BLOCK_ELEMENTS.contains(name) || name.equals("li"))) {
            endBlock();
            bullet = name.equals("li") ? "" : bullet;
            if ((name.equals("ul") || name.equals("ol")) && !lists.isEmpty()) {
                lists.removeLast();
            }
        }
        if (notesDepth == depth) {
            notesDepth = 0;
        }
    }

    private void endRow() {
        rowDepth = 0;
        buffer.setLength(0);
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            blocks.add(Block.row(cells, place()));
        }
        cells.clear();
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
        int level = headingLevel;
        headingLevel = 0;
        if (text.isEmpty()) {
            return;
        }
        if (expectsSlideTitle) {
            expectsSlideTitle = false;
            level = 1;
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
        if (hasSlides) {
            return Math.max(1, slide);
        }
        return line > 0 ? line : blocks.size() + 1;
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }
}
