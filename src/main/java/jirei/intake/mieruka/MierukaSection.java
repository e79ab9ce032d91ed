package jirei.intake.mieruka;

import java.util.List;
import jirei.cases.SectionKind;
import jirei.intake.layout.SourceLine;

/**
 * A section in the making.
 *
 * @param main the ordinal of the main section it stands in, from 1; 0 where it stands in none
 * @param lines the lines of the source that it was made of, headings among them; the first says where it stands
 */
record MierukaSection(SectionKind kind, String heading, String text, int main, List<SourceLine> lines) {
    MierukaSection {
        lines = List.copyOf(lines);
    }

    int firstLine() {
        return lines.getFirst().number();
    }
}
