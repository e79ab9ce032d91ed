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

/** Makes blocks of the XHTML that the parsers of office files, HTML and Markdown hand over. */
final class XhtmlBlocks extends DefaultHandler {
    /** The attribute that tells in which line of its source an element begins. */
    static final String LINE = "data-line";

    private static final Set<String> SKIPPED = Set.of(
            "script", "style", "nav", "rt", "rp", "noscript", "template", "svg", "form", "button", "select", "iframe");
    private static final Set<String> BREAKING = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "blockquote",
            "pre",
            "dt",
            "dd",
            "figure",
            "figcaption",
            "address",
            "body",
            "ul",
            "ol",
            "dl",
            "table",
            "hr",
            "caption");

    private final Budget budget;
    private final boolean hasSlides;
    private final List<Block> blocks = new ArrayList<>();
    private final List<int[]> lists = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder title = new StringBuilder();
    private int depth;
    private int skippedFrom;
    private int notesFrom;
    private int rowFrom;
    private boolean inTitle;
    private boolean expectsSlideTitle;
    private int headingLevel;
    private String mark = "";
    private int line;
    private int slide;

    /**
     * @param hasSlides whether places are slides, whose first words are their titles
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
        budget.spendElement(depth);
        String name = localName.toLowerCase(Locale.ROOT);
        if (skippedFrom > 0) {
            return;
        }
        if (SKIPPED.contains(name)) {
            skippedFrom = depth;
        } else {
            start(name, attributes);
        }
    }

    private void start(String name, Attributes attributes) {
        if (isHeading(name)) {
            endBlock();
            headingLevel = name.charAt(1) - '0';
        } else if (BREAKING.contains(name)) {
            startBreaking(name, attributes);
        } else {
            startOther(name);
        }
        String at = attributes.getValue(LINE);
        line = at == null ? line : Integer.parseInt(at);
    }

    private void startBreaking(String name, Attributes attributes) {
        if (rowFrom > 0) {
            words.append(' ');
            return;
        }
        endBlock();
        String kind = String.valueOf(attributes.getValue("class"));
        if (kind.startsWith("footnote") || kind.startsWith("endnote")) {
            notesFrom = notesFrom == 0 ? depth : notesFrom;
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
                if (headingLevel > 0 || rowFrom > 0) {
                    words.append(' ');
                } else {
                    endBlock();
                }
            }
            case "li" -> {
                endBlock();
                mark = nextMark();
            }
            case "tr" -> {
                endBlock();
                rowFrom = depth;
                cells.clear();
            }
            default -> {
                // runs on inside its line
            }
        }
    }

    private String nextMark() {
        if (lists.isEmpty() || lists.getLast()[0] == 0) {
            return "・";
        }
        return lists.getLast()[0]++ + ". ";
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
        String name = localName.toLowerCase(Locale.ROOT);
        if (skippedFrom == 0) {
            end(name);
        } else if (skippedFrom == depth) {
            skippedFrom = 0;
        }
        depth--;
    }

    private void end(String name) {
        if (name.equals("td") || name.equals("th")) {
            cells.add(JapaneseText.flow(words.toString().lines().toList()));
            words.setLength(0);
        } else if (rowFrom == depth && rowFrom > 0) {
            endRow();
        } else if (name.equals("title")) {
            inTitle = false;
        } else if (rowFrom == 0 && (isHeading(name) || BREAKING.contains(name) || name.equals("li"))) {
            endBlock();
            mark = name.equals("li") ? "" : mark;
            if ((name.equals("ul") || name.equals("ol")) && !lists.isEmpty()) {
                lists.removeLast();
            }
        }
        if (notesFrom == depth) {
            notesFrom = 0;
        }
    }

    private void endRow() {
        rowFrom = 0;
        cells.removeIf(String::isEmpty);
        words.setLength(0);
        if (!cells.isEmpty()) {
            blocks.add(Block.of(Block.Kind.ROW, String.join("\u3000", cells), place()));
        }
        cells.clear();
    }

    @Override
    public void characters(char[] text, int from, int length) {
        budget.spendCharacters(length);
        if (inTitle) {
            title.append(text, from, length);
        } else if (skippedFrom == 0) {
            words.append(text, from, length);
        }
    }

    @Override
    public void ignorableWhitespace(char[] text, int from, int length) {
        characters(text, from, length);
    }

    private void endBlock() {
        String text = JapaneseText.flow(words.toString().lines().toList());
        words.setLength(0);
        int level = headingLevel;
        headingLevel = 0;
        if (text.isEmpty()) {
            return;
        }
        if (expectsSlideTitle) {
            expectsSlideTitle = false;
            level = 1;
        }
        blocks.add(level > 0 ? Block.heading(level, text, place()) : unheaded(text));
    }

    private Block unheaded(String text) {
        if (notesFrom > 0) {
            return Block.of(Block.Kind.NOTE, text, place());
        }
        if (mark.isEmpty()) {
            return Block.of(Block.Kind.PARAGRAPH, text, place());
        }
        Block item = Block.of(Block.Kind.ITEM, mark + text, place());
        mark = "";
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
