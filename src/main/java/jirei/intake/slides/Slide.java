package jirei.intake.slides;

import java.util.ArrayList;
import java.util.List;
import jirei.intake.source.Block;
import jirei.intake.source.HeadingSign;
import jirei.intake.source.JapaneseText;

/**
 * A slide. Immutable.
 *
 * @param titles the boxes with its title; empty for none
 * @param boxes the other boxes in the order of the file
 * @param notes the paragraphs of the speaker's notes
 */
record Slide(List<Box> titles, List<Box> boxes, List<String> notes) {
    /**
     * A box with text.
     *
     * @param area its position; {@link Area#UNKNOWN} if it is not given
     * @param lines its paragraphs, or the rows of a table
     * @param isTable whether the lines are rows
     */
    record Box(Area area, List<String> lines, boolean isTable) {
        Box {
            lines = lines.stream()
                    .map(line -> JapaneseText.joinKeepingSpaces(line.lines().toList()))
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** A rectangle, in any unit. */
    record Area(double left, double top, double right, double bottom) {
        static final Area UNKNOWN = new Area(0, 0, 0, 0);
    }

    private static final int TITLE_LEVEL = 1;
    private static final int BOX_LEVEL = 2;

    Slide {
        titles = List.copyOf(titles);
        boxes = List.copyOf(boxes);
        notes = List.copyOf(notes);
    }

    /** Returns the blocks of the slide with {@code number}, from 1: the title, the boxes by position, then the notes. */
    List<Block> blocks(int number) {
        List<Block> blocks = new ArrayList<>();
        List<Box> ordered = new ArrayList<>(ReadingOrder.of(boxes));
        String title = titles.stream()
                .map(box -> JapaneseText.joinKeepingSpaces(List.of(String.join(" ", box.lines()))))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        if (title.isEmpty() && !ordered.isEmpty() && canBeTitle(ordered.getFirst())) {
            title = ordered.removeFirst().lines().getFirst();
        }
        if (!title.isEmpty()) {
            blocks.add(Block.heading(TITLE_LEVEL, title, number));
        }
        ordered.forEach(box -> addBox(blocks, box, number));
        for (String note : notes) {
            if (!JapaneseText.strip(note).isEmpty()) {
                blocks.add(Block.of(Block.Kind.NOTE, JapaneseText.joinKeepingSpaces(List.of(note)), number));
            }
        }
        return blocks;
    }

    private static boolean canBeTitle(Box box) {
        return box.lines().size() == 1
                && !box.isTable()
                && HeadingSign.canBeHeading(box.lines().getFirst());
    }

    /** Adds a box; its first line is a heading if it has a number or symbol and text below it. */
    private static void addBox(List<Block> blocks, Box box, int number) {
        List<String> lines = box.lines();
        boolean hasHeading = lines.size() > 1
                && !box.isTable()
                && HeadingSign.of(lines.getFirst()).isPresent()
                && HeadingSign.of(lines.get(1)).isEmpty();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            Block.Kind kind = box.isTable() ? Block.Kind.ROW : Block.Kind.PARAGRAPH;
            blocks.add(
                    hasHeading && at == 0
                            ? Block.heading(BOX_LEVEL, HeadingSign.withoutMark(line), number)
                            : Block.of(kind, line, number));
        }
    }
}
