package jirei.intake.mieruka;

import java.util.List;
import jirei.cases.SectionKind;
import jirei.intake.layout.SourceLine;

/**
 * The draft of a section. Immutable.
 *
 * @param kind the kind of section
 * @param heading the heading; may be empty
 * @param text the text; may be empty
 * @param main the ordinal of its main section, from 1; 0 for none
 * @param lines its source lines, possibly with the heading, at least one; the first one determines its order
 */
record MierukaSection(SectionKind kind, String heading, String text, int main, List<SourceLine> lines) {
    MierukaSection {
        lines = List.copyOf(lines);
    }

    int firstLine() {
        return lines.getFirst().number();
    }
}
