package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jirei.intake.layout.SourceLine;
import org.jspecify.annotations.Nullable;

/** The texts of a body during parsing; selects the unfinished one that a group continues. Not thread-safe. */
final class OpenParagraphs {
    /** The date of an entry of a chronology. */
    private static final Pattern MONTH = Pattern.compile("[0-9０-９]{4}年[0-9０-９]{1,2}月");

    private static final int MAX_MONTH_LINES = 2;

    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<ParsedBody.Join> joins = new ArrayList<>();
    private @Nullable TextBlock current;
    private boolean inChronology;

    void start(LineGroup group, boolean startsPage, boolean inTail) {
        current = new TextBlock(group, startsPage, inTail);
        blocks.add(current);
        inChronology = isMonth(group.lines());
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Returns the text whose last sentence is unfinished, the last one if there are several. */
    Optional<TextBlock> open() {
        return blocks.reversed().stream().filter(TextBlock::isOpen).findFirst();
    }

    /** Adds {@code group} to the unfinished text or, if there is none, to the text changed last. */
    void append(LineGroup group) {
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

    /** Adds a line that is a paragraph of its own to the current text. */
    void addLine(LineGroup group) {
        addParagraph(group);
        current().close();
    }

    /** Adds a paragraph to the current text. */
    void addParagraph(LineGroup group) {
        current().addParagraph(group);
    }

    static boolean isMonth(List<SourceLine> lines) {
        return lines.size() <= MAX_MONTH_LINES
                && MONTH.matcher(SourceLine.withoutSpaces(lines)).matches();
    }

    /** Adds an entry to the chronology or starts one. */
    void addMonth(LineGroup group, boolean startsPage, boolean inTail) {
        if (inChronology) {
            addParagraph(group);
        } else {
            start(group, startsPage, inTail);
        }
    }

    List<TextBlock> blocks() {
        return blocks;
    }

    List<ParsedBody.Join> joins() {
        return joins;
    }
}
