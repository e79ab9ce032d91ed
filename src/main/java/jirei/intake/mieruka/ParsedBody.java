package jirei.intake.mieruka;

import java.util.List;
import jirei.cases.RegionFigures;
import jirei.intake.layout.SourceLine;

/**
 * What was found in the body of a case, each kind in the order of its lines; headings and texts are not matched yet.
 *
 * @param points how many boxes are labelled as ポイント
 * @param rights what the rights notice says; empty where none stands
 * @param runningTitle the collection's title at the edge of the pages; empty where none stands
 * @param regionLines the lines that gave the region in numbers
 * @param joins where a sentence goes on behind other texts
 * @param furniture page numbers, titles at the edges and labels beside the text
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
        String runningTitle,
        List<Join> joins,
        List<SourceLine> furniture) {
    /**
     * A note or an activity.
     *
     * @param isCertain whether it stood there as notes and activities do, with its mark before it
     */
    record Item(String text, List<SourceLine> lines, boolean isCertain) {}

    /** A sentence broken off at one line that goes on at another, with other texts between. */
    record Join(SourceLine from, SourceLine to) {}
}
