package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jirei.intake.layout.SourceLine;
import org.jspecify.annotations.Nullable;

/** The texts of a body while they are read: which one is unfinished and goes on. */
final class OpenParagraphs {
    /** An entry of a chronology. */
    private static final Pattern MONTH = Pattern.compile("[0-9０-９]{4}年[0-9０-９]{1,2}月");

    private static final int MAX_MONTH_LINES = 2;

    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<ParsedBody.Join> joins = new ArrayList<>();
    private @Nullable TextBlock current;
    private boolean inChronology;

    void start(LineGroup group, boolean opensPage, boolean inTail) {
        current = new TextBlock(group, opensPage, inTail);
        blocks.add(current);
        inChronology = isMonth(group.lines());
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** The text whose last sentence is unfinished, the one begun last if there are several. */
    Optional<TextBlock> open() {
        return blocks.reversed().stream().filter(TextBlock::isOpen).findFirst();
    }

    /** Goes on with the unfinished text, or else with the one that lines were added to last. */
    void goOn(LineGroup group) {
        TextBlock block = open().orElseGet(this::current);
        if (block != current
                || (!block.isOpen()
                        && block.lastLine().number() + 2 < group.first().number())) {
            joins.add(new ParsedBody.Join(block.lastLine(), group.first()));
        }
        if (isMonth(block.lastParagraph())) {
            block.addParagraph(group);
        } else {
            block.continueWith(group);
        }
        current = block;
    }

    private TextBlock current() {
        return current == null ? blocks.getLast() : current;
    }

    /** Adds a line that stands for itself to the text begun last. */
    void addLine(LineGroup group) {
        addParagraph(group);
        current().close();
    }

    /** Goes on with a paragraph of its own. */
    void addParagraph(LineGroup group) {
        current().addParagraph(group);
    }

    static boolean isMonth(List<SourceLine> lines) {
        return lines.size() <= MAX_MONTH_LINES
                && MONTH.matcher(SourceLine.squeezed(lines)).matches();
    }

    /** Takes the month of a chronology's next entry, or of its first. */
    void addMonth(LineGroup group, boolean opensPage, boolean inTail) {
        if (inChronology) {
            addParagraph(group);
        } else {
            start(group, opensPage, inTail);
        }
    }

    List<TextBlock> blocks() {
        return blocks;
    }

    List<ParsedBody.Join> joins() {
        return joins;
    }
}
