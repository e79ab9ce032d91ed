package jirei.library.words;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines in which two texts of a lexicon file differ. Immutable.
 *
 * @param line the first line, from 1, in the text before
 * @param before the lines before; empty for added lines
 * @param after the lines after; empty for deleted lines
 */
public record LexiconChange(int line, String before, String after) {
    /** Returns the changes from {@code before} to {@code after}, in the order of the lines. */
    public static List<LexiconChange> between(String before, String after) {
        List<LexiconChange> changes = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(before.lines().toList(), after.lines().toList()).getDeltas()) {
            changes.add(new LexiconChange(
                    delta.getSource().getPosition() + 1,
                    String.join("\n", delta.getSource().getLines()),
                    String.join("\n", delta.getTarget().getLines())));
        }
        return changes;
    }
}
