package jirei.intake.mieruka;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jirei.intake.source.JapaneseText;

/** Tells a heading by what follows it: a heading heads something. */
final class HeadingContext {
    private static final double WIDEST_HEADING = 34;
    private static final int MAX_HEADING_LINES = 2;
    private static final Set<LineGroupType> FURNITURE = EnumSet.of(
            LineGroupType.NUMBER, LineGroupType.RUNNING_TITLE, LineGroupType.UPRIGHT_TITLE, LineGroupType.CASE_LABEL);
    /** A colon gives a meaning or a value, an address is to be looked up: neither is a heading. */
    private static final Pattern NO_HEADING = Pattern.compile(".*(?:[:：]|https?://).*");

    private final List<LineGroup> groups;
    private final boolean[] isBeforeText;
    private final boolean[] isProse;

    HeadingContext(List<LineGroup> groups) {
        this.groups = groups;
        this.isBeforeText = new boolean[groups.size() + 1];
        this.isProse = new boolean[groups.size() + 1];
        for (int at = groups.size() - 1; at >= 0; at--) {
            LineGroup group = groups.get(at);
            isBeforeText[at] =
                    group.shape() == LineGroupType.PARAGRAPH || (isPassedOver(group) && isBeforeText[at + 1]);
            isProse[at] = group.shape() == LineGroupType.OTHER && (group.text().endsWith("。") || isProse[at + 1]);
        }
    }

    /** What may stand between a heading and its text. */
    private static boolean isPassedOver(LineGroup group) {
        return switch (group.shape()) {
            case CAPTION, NUMBERED_HEADING, POINT_LABEL, NUMBER, RUNNING_TITLE, UPRIGHT_TITLE -> true;
            default -> looksLikeHeading(group);
        };
    }

    static boolean isFurniture(LineGroupType shape) {
        return FURNITURE.contains(shape);
    }

    /** Whether {@code group} is short and unfinished as headings are. */
    static boolean looksLikeHeading(LineGroup group) {
        String text = group.text();
        return group.shape() == LineGroupType.OTHER
                && group.lines().size() <= MAX_HEADING_LINES
                && group.width() <= WIDEST_HEADING
                && !text.endsWith("。")
                && !text.endsWith("、")
                && !NO_HEADING.matcher(text).matches()
                && !Caption.isBracketed(text)
                && !JapaneseText.cannotBegin(text)
                && !JapaneseText.beginsItem(text);
    }

    /** Whether the group at {@code at} looks like a heading and stands directly over a paragraph or a box's label. */
    boolean isHeadingOverText(int at) {
        if (!looksLikeHeading(groups.get(at))) {
            return false;
        }
        int next = at + 1;
        if (next < groups.size() && groups.get(next).shape() == LineGroupType.POINT_LABEL) {
            return true;
        }
        while (next < groups.size() && isFurniture(groups.get(next).shape())) {
            next++;
        }
        // no page ends with a heading
        return next < groups.size()
                && groups.get(next).shape() == LineGroupType.PARAGRAPH
                && !groups.get(next).first().opensPage();
    }

    /** Whether unmarked lines from the group at {@code at} on come to the end of a sentence. */
    boolean isProse(int at) {
        return isProse[at];
    }

    /** Whether the group at {@code at} is a short line that no sentence ends, between paragraphs, as a motto is. */
    boolean standsAlone(int at) {
        LineGroup group = groups.get(at);
        return at + 1 < groups.size()
                && groups.get(at + 1).shape() == LineGroupType.PARAGRAPH
                && group.width() <= WIDEST_HEADING
                && !JapaneseText.endsSentence(group.text());
    }

    /** Whether the group at {@code at} looks like a heading, with nothing but captions and headings before the next paragraph. */
    boolean isHeadingBeforeText(int at) {
        return looksLikeHeading(groups.get(at)) && isBeforeText[at + 1];
    }
}
