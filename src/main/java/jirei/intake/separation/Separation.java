package jirei.intake.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import jirei.intake.source.Block;

/**
 * How a document is divided into cases. Immutable.
 *
 * @param starts the starts of the cases in their order; empty if the document is one case
 * @param level the level of the headings with which the cases start; 0 if they start otherwise
 * @param isForm whether each case is a form
 * @param sign the sign by which they are divided, for the user
 */
public record Separation(List<CaseStart> starts, int level, boolean isForm, String sign) {
    /** The document is one case. */
    public static final Separation NONE = new Separation(List.of(), 0, false, "");

    /** Copies the list. */
    public Separation {
        starts = List.copyOf(starts);
    }

    /**
     * Returns the end of each case in {@code blocks}: the next start, or a heading of a higher level, if the first case
     * is below one of that level.
     */
    public List<Integer> ends(List<Block> blocks) {
        int highest = levelAbove(blocks).orElse(0);
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = starts.get(i).body();
            int next = next(i, blocks);
            while (end < next
                    && !(blocks.get(end).isHeading() && blocks.get(end).level() <= highest)) {
                end++;
            }
            ends.add(end);
        }
        return ends;
    }

    /** Returns the text between and behind the cases, with its headings. */
    public List<Block> outside(List<Block> blocks) {
        List<Integer> ends = ends(blocks);
        List<Block> outside = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            List<Block> between = blocks.subList(ends.get(i), next(i, blocks));
            if (!between.stream().allMatch(Block::isHeading)) {
                outside.addAll(between);
            }
        }
        return outside;
    }

    private int next(int start, List<Block> blocks) {
        return start + 1 < starts.size() ? starts.get(start + 1).at() : blocks.size();
    }

    /** Returns the level of the last heading before the first case that is above it. */
    private OptionalInt levelAbove(List<Block> blocks) {
        return blocks.subList(0, starts.getFirst().at()).stream()
                .filter(block -> block.isHeading() && block.level() < level)
                .mapToInt(Block::level)
                .reduce((first, last) -> last);
    }
}
