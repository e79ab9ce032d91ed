package jirei.intake;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.source.Block;

/** Writes blocks as lines, for tests. Stateless. */
public final class Lines {
    private Lines() {}

    /** Returns paragraphs, and headings for the lines that begin with #, of as many levels. */
    public static List<Block> blocks(String... lines) {
        List<Block> blocks = new ArrayList<>();
        for (String line : lines) {
            int level = line.length() - line.replaceFirst("^#+", "").length();
            String text = line.substring(level);
            blocks.add(level > 0 ? Block.heading(level, text, 1) : Block.of(Block.Kind.PARAGRAPH, text, 1));
        }
        return blocks;
    }

    /** Returns the texts of {@code blocks}. */
    public static List<String> texts(List<Block> blocks) {
        return blocks.stream().map(Block::text).toList();
    }
}
