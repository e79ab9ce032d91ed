package jirei.intake.headings;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.source.Block;

/** Demotes headings that are sentences or have neither text nor subheadings. Stateless. */
public final class HeadingRules {
    private HeadingRules() {}

    /** Returns {@code blocks} with each heading behind the first block that ends a sentence as a paragraph. */
    public static List<Block> withoutSentences(List<Block> blocks) {
        List<Block> result = new ArrayList<>();
        for (Block block : blocks) {
            boolean isSentence = block.isHeading() && block.text().endsWith("。") && !result.isEmpty();
            result.add(isSentence ? demoted(block) : block);
        }
        return result;
    }

    /** Returns the headings in {@code blocks} that are followed by one of the same or a higher level, or by nothing. */
    public static List<Block> withoutContent(List<Block> blocks) {
        List<Block> empty = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            Block next = at + 1 < blocks.size() ? blocks.get(at + 1) : null;
            boolean hasContent = next != null && (!next.isHeading() || next.level() > block.level());
            if (block.isHeading() && !hasContent) {
                empty.add(block);
            }
        }
        return empty;
    }

    /** Returns a heading as a paragraph, and any other block as it is. */
    public static Block demoted(Block block) {
        return block.isHeading() ? Block.of(Block.Kind.PARAGRAPH, block.text(), block.place()) : block;
    }
}
