package jirei.intake.mieruka;

import java.util.List;
import java.util.regex.Matcher;
import jirei.intake.layout.SourceLine;

/**
 * A heading in the body. Immutable.
 *
 * @param lines the lines of the heading, at least one
 * @param text the heading without its number
 * @param isMain whether it is the heading of a numbered main section
 */
record Heading(List<SourceLine> lines, String text, boolean isMain) {
    static Heading of(LineGroup group, boolean isMain) {
        String text = group.text();
        Matcher numbered = LineGroupType.NUMBERED.matcher(text);
        return new Heading(group.lines(), isMain && numbered.matches() ? numbered.group(1) : text, isMain);
    }

    /** Returns the number of its first line, from 1. */
    int line() {
        return lines.getFirst().number();
    }
}
