package jirei.intake.outline;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.intake.source.Block;

/** Recognizes the notes whose marks are in the text, however their numbers are written. Stateless. */
final class NoteLinks {
    private static final Pattern MARK = Pattern.compile("（注([0-9０-９,、]+)）");
    private static final Pattern STARRED =
            Pattern.compile("[*＊※†]\\s?([0-9０-９]{1,2})[)）.．:：\\s\u3000]*(.+)", Pattern.DOTALL);
    private static final Pattern NUMBERED =
            Pattern.compile("[(（]?([0-9０-９]{1,2})(?:[)）.．][\\s\u3000]*|[\\s\u3000]+)(.+)", Pattern.DOTALL);
    /** Font size of a note relative to the running text; a numbered line that is larger may be an item of a list. */
    private static final double MAX_NOTE_SCALE = 0.95;

    private NoteLinks() {}

    /** Returns the blocks, of which those that are the note of a mark have its number as the mark has it: 注1. */
    static List<Block> apply(List<Block> blocks) {
        Set<String> marks = new HashSet<>();
        for (Block block : blocks) {
            Matcher mark = MARK.matcher(block.text());
            while (mark.find()) {
                marks.addAll(List.of(plain(mark.group(1)).split("[,、]", -1)));
            }
        }
        return marks.isEmpty()
                ? blocks
                : blocks.stream().map(block -> linked(block, marks)).toList();
    }

    private static Block linked(Block block, Set<String> marks) {
        if (block.isHeading() || block.kind() == Block.Kind.ROW) {
            return block;
        }
        boolean isSmall = block.kind() == Block.Kind.NOTE || block.scale() < MAX_NOTE_SCALE;
        Matcher note = STARRED.matcher(block.text());
        if (!note.matches()) {
            note = NUMBERED.matcher(block.text());
            if (!isSmall || !note.matches()) {
                return block;
            }
        }
        String number = plain(note.group(1));
        return marks.contains(number)
                ? Block.of(Block.Kind.NOTE, "注" + number + "\u3000" + note.group(2), block.place())
                        .printed(block.lastPlace(), block.scale())
                : block;
    }

    private static String plain(String digits) {
        return Normalizer.normalize(digits, Normalizer.Form.NFKC);
    }
}
