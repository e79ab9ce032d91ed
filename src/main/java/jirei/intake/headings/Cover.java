package jirei.intake.headings;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.source.Block;
import jirei.intake.source.HeadingSign;
import jirei.intake.source.JapaneseText;

/** The lines at the start of a document that are no text: title, date, publisher. Stateless. */
public final class Cover {
    private static final int MAX_LINES = 15;
    private static final int MAX_LINE_LENGTH = 100;

    private Cover() {}

    /**
     * Returns the indexes of the lines of the cover, up to the first sentence or heading with text.
     *
     * @param hasPages whether the blocks have pages, of which only the first belongs to the cover
     */
    public static List<Integer> lines(List<Block> blocks, boolean hasPages) {
        List<Integer> lines = new ArrayList<>();
        for (int at = 0; at < Math.min(blocks.size(), MAX_LINES); at++) {
            Block block = blocks.get(at);
            boolean isNextPage = hasPages && block.place() != blocks.getFirst().place();
            if (isNextPage || isText(block) || (block.isHeading() && startsSection(blocks, at, hasPages))) {
                break;
            }
            if (block.kind() != Block.Kind.ROW) {
                lines.add(at);
            }
        }
        return lines;
    }

    private static boolean isText(Block block) {
        return block.kind() != Block.Kind.ROW
                && (block.text().length() > MAX_LINE_LENGTH
                        || (!block.isHeading() && JapaneseText.endsSentence(block.text())));
    }

    /** Returns whether a heading is right above text and not the title, or another of its level follows. */
    private static boolean startsSection(List<Block> blocks, int at, boolean hasPages) {
        Block next = at + 1 < blocks.size() ? blocks.get(at + 1) : blocks.get(at);
        boolean introducesText = isText(next) || next.kind() == Block.Kind.ROW || next.kind() == Block.Kind.ITEM;
        boolean isBelowHeading = blocks.subList(0, at).stream()
                .anyMatch(above ->
                        above.isHeading() && above.level() < blocks.get(at).level());
        return (introducesText && !isOnlyTitle(blocks, at)) || (isBelowHeading && isRepeated(blocks, at, hasPages));
    }

    /** Returns whether a heading of the level follows; on a page with a cover, where sizes vary, behind text only. */
    private static boolean isRepeated(List<Block> blocks, int at, boolean hasPages) {
        return blocks.subList(at + 1, blocks.size()).stream()
                .dropWhile(block -> hasPages && !isText(block))
                .anyMatch(block ->
                        block.isHeading() && block.level() == blocks.get(at).level());
    }

    private static boolean isOnlyTitle(List<Block> blocks, int at) {
        int level = blocks.get(at).level();
        boolean isNumbered = isNumbered(blocks.get(at));
        for (int other = 0; other < blocks.size(); other++) {
            boolean isEqual = other != at
                    && blocks.get(other).isHeading()
                    && blocks.get(other).level() <= level;
            boolean isTitleAmongNumbered = !isNumbered && at == 0 && isNumbered(blocks.get(other));
            if (isEqual && !isTitleAmongNumbered) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumbered(Block block) {
        return NumberSign.of(block.text()).isPresent()
                || HeadingSign.of(block.text()).isPresent();
    }
}
