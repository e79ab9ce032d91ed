package jirei.intake.mieruka;

import java.util.List;
import java.util.regex.Matcher;
import jirei.intake.layout.SourceLine;

/**
 * A heading in the body.
 *
 * @param lines where it stands
 * @param text the heading without its number
 * @param isMain whether it heads a numbered main section
 */
record Heading(List<SourceLine> lines, String text, boolean isMain) {
    static Heading of(LineGroup group, boolean isMain) {
        String text = group.text();
        Matcher numbered = LineGroupType.NUMBERED.matcher(text);
        return new Heading(group.lines(), isMain && numbered.matches() ? numbered.group(1) : text, isMain);
    }

    int line() {
        return lines.getFirst().number();
    }
}
