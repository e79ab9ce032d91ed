package jirei.corpus.format;

import java.util.ArrayList;
import java.util.List;
import jirei.corpus.text.CorpusLimits;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/**
 * Checks the blocks of one file before their text is extracted: the nesting depth, and the length of the addresses that
 * link reference definitions repeat. Not thread-safe.
 */
final class MarkdownLimits extends AbstractVisitor {
    /** The addresses of all links may be that many times longer than the file; only references reach more than once. */
    private static final int MAX_EXPANSION = 2;

    private static final int MIN_EXPANDED_LENGTH = 10_000;

    private final long maxLinkLength;
    private final List<Node> tooDeep = new ArrayList<>();
    private int depth;
    private long linkLength;

    /** @param length the length of the text that the blocks were parsed from, in UTF-16 code units */
    MarkdownLimits(int length) {
        this.maxLinkLength = MIN_EXPANDED_LENGTH + (long) MAX_EXPANSION * length;
    }

    /** Returns the outermost blocks that exceed {@link CorpusLimits#MAX_NESTING}, in order. */
    List<Node> tooDeep() {
        return tooDeep;
    }

    /** Returns whether the links are too long in total. */
    boolean hasTooManyLinks() {
        return linkLength > maxLinkLength;
    }

    @Override
    public void visit(BlockQuote quote) {
        descend(quote);
    }

    @Override
    public void visit(ListItem item) {
        descend(item);
    }

    private void descend(Node block) {
        if (depth == CorpusLimits.MAX_NESTING) {
            tooDeep.add(block);
            return;
        }
        depth++;
        visitChildren(block);
        depth--;
    }

    @Override
    public void visit(Link link) {
        linkLength += length(link.getDestination()) + length(link.getTitle());
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        linkLength += length(image.getDestination()) + length(image.getTitle());
        visitChildren(image);
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
