package jirei.corpus.format;

import java.util.List;
import java.util.regex.Pattern;
import jirei.cases.VisibleText;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * The plain text of Markdown blocks. A paragraph becomes one line, a list item a line that starts with ・ or its number.
 * Comments and Markdown syntax are dropped; all other characters are kept. Not thread-safe.
 */
final class MarkdownText extends AbstractVisitor {
    /** Symbols that start a new line although Markdown would join the lines. */
    private static final String LINE_START_SYMBOLS = "・●○■□◆◇※|";

    private static final String COMMENT_START = "<!--";
    private static final String COMMENT_END = "-->";
    private static final Pattern TABLE_RULE = Pattern.compile("\\|[|: \\t]*-[|:\\- \\t]*");
    private static final int FIRST_EAST_ASIAN = 0x2000;

    private final StringBuilder lines = new StringBuilder();
    private int lineStart;
    /** The number of the next item of the innermost ordered list. */
    private int itemNumber;

    private final boolean joinsLines;
    private boolean isBreakPending;

    private MarkdownText(boolean joinsLines) {
        this.joinsLines = joinsLines;
    }

    /** Returns the text of a block or inline node, one paragraph per line, without empty lines at the start and end. */
    static String of(Node block) {
        var text = new MarkdownText(true);
        block.accept(text);
        return VisibleText.strip(text.lines.toString());
    }

    /** Returns the text of the children of {@code node}, as {@link #of}. */
    static String inside(Node node) {
        var text = new MarkdownText(true);
        text.visitChildren(node);
        return VisibleText.strip(text.lines.toString());
    }

    /** Returns the text of the children of {@code node} with the line breaks of the source. */
    static List<String> linesInside(Node node) {
        var text = new MarkdownText(false);
        text.visitChildren(node);
        return text.lines.toString().lines().toList();
    }

    /** Returns {@code html} without its comments. */
    static String withoutComments(String html) {
        var text = new StringBuilder();
        int at = 0;
        int start = html.indexOf(COMMENT_START);
        while (start >= 0) {
            int end = html.indexOf(COMMENT_END, start + COMMENT_START.length());
            if (end < 0) {
                break; // nor is any later one closed
            }
            text.append(html, at, start);
            at = end + COMMENT_END.length();
            start = html.indexOf(COMMENT_START, at);
        }
        return text.append(html, at, html.length()).toString();
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        endLine();
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        endLine();
    }

    @Override
    public void visit(OrderedList list) {
        int outer = itemNumber;
        itemNumber = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        visitChildren(list);
        itemNumber = outer;
    }

    @Override
    public void visit(ListItem item) {
        append(item.getParent() instanceof OrderedList list ? itemNumber++ + list.getMarkerDelimiter() + " " : "・");
        visitChildren(item);
        endLine();
    }

    @Override
    public void visit(FencedCodeBlock code) {
        appendLines(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        appendLines(code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        appendLines(withoutComments(html.getLiteral()));
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
        append(definition.getLabel() + ": " + target(definition.getDestination(), definition.getTitle()));
        endLine();
    }

    @Override
    public void visit(Text text) {
        append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        append(withoutComments(html.getLiteral()));
    }

    @Override
    public void visit(Link link) {
        int from = lines.length();
        visitChildren(link);
        boolean isUrlItself = link.getDestination()
                .endsWith(lines.substring(Math.min(from, lines.length())).strip());
        if (!isUrlItself || lines.length() == from) {
            append("（" + target(link.getDestination(), link.getTitle()) + "）");
        }
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        append("（" + target(image.getDestination(), image.getTitle()) + "）");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        endLine();
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        if (joinsLines) {
            isBreakPending = true;
        } else {
            endLine();
        }
    }

    private static String target(String destination, String title) {
        return title == null || title.isEmpty() ? destination : destination + " " + title;
    }

    private void append(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (isBreakPending) {
            isBreakPending = false;
            join(text);
        }
        lines.append(text);
    }

    /** Handles a soft line break: joins the lines, with a space between Latin words and none in Japanese text. */
    private void join(String next) {
        boolean isTable = lines.length() > lineStart && lines.charAt(lineStart) == '|';
        if (isTable
                && lineStart > 0
                && TABLE_RULE.matcher(lines.substring(lineStart)).matches()) {
            lines.setLength(lineStart);
        } else if (isTable || LINE_START_SYMBOLS.indexOf(next.charAt(0)) >= 0) {
            endLine();
        } else if (lines.length() > lineStart
                && isSpaced(lines.codePointBefore(lines.length()))
                && isSpaced(next.codePointAt(0))) {
            lines.append(' ');
        }
    }

    private static boolean isSpaced(int codePoint) {
        return codePoint < FIRST_EAST_ASIAN && !Character.isWhitespace(codePoint);
    }

    private void appendLines(String text) {
        text.lines().forEach(line -> {
            append(line);
            endLine();
        });
    }

    private void endLine() {
        isBreakPending = false;
        if (lines.length() > lineStart) {
            lines.append('\n');
            lineStart = lines.length();
        }
    }
}
