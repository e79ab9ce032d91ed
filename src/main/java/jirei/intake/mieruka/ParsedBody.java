package jirei.intake.mieruka;

import java.util.List;
import jirei.cases.RegionFigures;
import jirei.intake.layout.SourceLine;

/**
 * The parsed body of a case, each list in line order; headings and texts are not yet aligned. Not thread-safe, since
 * texts and captions are mutable.
 *
 * @param blocks the texts
 * @param headings the headings
 * @param captions the captions
 * @param notes the notes
 * @param activities the further activities
 * @param roles the roles of organizations
 * @param points number of boxes labelled ポイント
 * @param region the figures of the region; without values if there are none
 * @param regionLines the lines with the figures of the region
 * @param rights the copyright notice; empty for none
 * @param joins the sentences continued after other texts
 * @param furniture the lines with page numbers, running titles and labels
 */
record ParsedBody(
        List<TextBlock> blocks,
        List<Heading> headings,
        List<Caption> captions,
        List<Item> notes,
        List<Item> activities,
        List<RoleBoxParser.Role> roles,
        int points,
        RegionFigures region,
        List<SourceLine> regionLines,
        String rights,
        List<Join> joins,
        List<SourceLine> furniture) {
    /**
     * A note or an activity. Immutable.
     *
     * @param text the text without its symbol
     * @param lines the source lines, at least one
     */
    record Item(String text, List<SourceLine> lines) {}

    /** A sentence that is interrupted after the line {@code from} and continued at the line {@code to}. */
    record Join(SourceLine from, SourceLine to) {}
}
