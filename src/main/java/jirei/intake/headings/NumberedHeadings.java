package jirei.intake.headings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import jirei.intake.source.Block;
import jirei.intake.source.HeadingSign;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/** Makes headings of the numbered lines of a document without styles, if their numbers rise. Not thread-safe. */
public final class NumberedHeadings {
    /** Number of headings by style, behind the cover, from which numbers are ignored. */
    private static final int MIN_STYLED = 2;

    private static final int MIN_NUMBERED = 2;
    private static final double MAX_WIDTH = 36;
    /** One number in this many may be out of order, as misprints are. */
    private static final int MAX_DISORDER = 5;

    private final List<Block> blocks;
    private final List<@Nullable NumberSign> signs = new ArrayList<>();

    private NumberedHeadings(List<Block> blocks) {
        this.blocks = blocks;
        blocks.forEach(block -> signs.add(sign(block)));
    }

    /**
     * Returns {@code blocks} with the numbered lines as headings; those with headings by style have lines such as 1-2,
     * (1), ① and ア below them only.
     *
     * @param hasPages whether the blocks have pages, of which the first may be a cover
     */
    public static List<Block> promote(List<Block> blocks, boolean hasPages) {
        List<Integer> cover = Cover.lines(blocks, hasPages);
        List<Block> text = blocks.subList(cover.isEmpty() ? 0 : cover.getLast() + 1, blocks.size());
        long styled = text.stream().filter(Block::isHeading).count();
        var numbered = new NumberedHeadings(blocks);
        return styled >= MIN_STYLED ? numbered.promoteBelowStyles() : numbered.promote();
    }

    /** Makes headings of the lines with numbers that no heading by style has, if all of them rise. */
    private List<Block> promoteBelowStyles() {
        int lowest = blocks.stream().mapToInt(Block::level).max().orElse(0);
        Set<NumberSign.Shape> styled = EnumSet.noneOf(NumberSign.Shape.class);
        blocks.stream()
                .filter(Block::isHeading)
                .flatMap(block -> NumberSign.of(block.text()).stream())
                .forEach(sign -> styled.add(sign.shape()));
        signs.replaceAll(sign -> sign == null || !isLow(sign.shape()) || styled.contains(sign.shape()) ? null : sign);
        List<Integer> levels = acceptedShapes(Integer.MAX_VALUE).stream()
                .map(NumberSign.Shape::level)
                .distinct()
                .sorted()
                .toList();
        return promoted(sign -> lowest + 1 + levels.indexOf(sign.shape().level()), Integer.MAX_VALUE);
    }

    private static boolean isLow(NumberSign.Shape shape) {
        return shape.level() >= NumberSign.Shape.COMPOUND.level() && shape != NumberSign.Shape.LETTER;
    }

    private static @Nullable NumberSign sign(Block block) {
        boolean isLine = block.kind() == Block.Kind.PARAGRAPH || block.kind() == Block.Kind.ITEM;
        boolean canBeHeading = isLine
                && HeadingSign.canBeHeading(block.text())
                && JapaneseText.width(block.text()) <= MAX_WIDTH
                && block.text().indexOf('。') < 0;
        return canBeHeading ? NumberSign.of(block.text()).orElse(null) : null;
    }

    private List<Block> promote() {
        return promoted(sign -> sign.shape().level() + 1, MAX_DISORDER);
    }

    private List<Block> promoted(ToIntFunction<NumberSign> level, int maxDisorder) {
        Set<NumberSign.Shape> accepted = acceptedShapes(maxDisorder);
        List<Block> result = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            NumberSign sign = signs.get(at);
            if (sign != null && accepted.contains(sign.shape()) && isAlone(at)) {
                String text = HeadingSign.withoutMark(block.text());
                result.add(Block.heading(level.applyAsInt(sign), text, block.place()));
            } else {
                result.add(block);
            }
        }
        return result;
    }

    /**
     * Returns the shapes whose numbers rise from 1, and start again only below another heading.
     *
     * @param maxDisorder one number in this many may be out of order
     */
    private Set<NumberSign.Shape> acceptedShapes(int maxDisorder) {
        Map<NumberSign.Shape, Integer> last = new EnumMap<>(NumberSign.Shape.class);
        Map<NumberSign.Shape, Integer> ordered = new EnumMap<>(NumberSign.Shape.class);
        Map<NumberSign.Shape, Integer> all = new EnumMap<>(NumberSign.Shape.class);
        Set<NumberSign.Shape> interrupted = EnumSet.noneOf(NumberSign.Shape.class);
        for (int at = 0; at < blocks.size(); at++) {
            NumberSign sign = signs.get(at);
            if (sign == null || !isAlone(at)) {
                if (blocks.get(at).isHeading()
                        || HeadingSign.of(blocks.get(at).text()).isPresent()) {
                    interrupted.addAll(EnumSet.allOf(NumberSign.Shape.class));
                }
                continue;
            }
            NumberSign.Shape shape = sign.shape();
            int before = last.getOrDefault(shape, 0);
            boolean isNext = sign.number() == before + 1 || (sign.number() == 1 && interrupted.contains(shape));
            ordered.merge(shape, isNext || !shape.isNumbered() ? 1 : 0, Integer::sum);
            all.merge(shape, 1, Integer::sum);
            last.put(shape, sign.number());
            interrupted.addAll(EnumSet.allOf(NumberSign.Shape.class));
            interrupted.remove(shape);
        }
        Set<NumberSign.Shape> accepted = EnumSet.noneOf(NumberSign.Shape.class);
        all.forEach((shape, count) -> {
            int inOrder = ordered.getOrDefault(shape, 0);
            boolean isEnough = !shape.isNumbered() || inOrder >= MIN_NUMBERED;
            if (isEnough && (count - inOrder) * (long) maxDisorder <= count) {
                accepted.add(shape);
            }
        });
        return accepted;
    }

    /** Returns whether the lines beside are text or headings of another shape, so that the line is not in a list. */
    private boolean isAlone(int at) {
        return at + 1 < blocks.size() && !hasShape(at - 1, at) && !hasShape(at + 1, at);
    }

    private boolean hasShape(int other, int at) {
        NumberSign sign = signs.get(at);
        NumberSign beside = other < 0 || other >= signs.size() ? null : signs.get(other);
        return sign != null && beside != null && sign.shape() == beside.shape();
    }
}
