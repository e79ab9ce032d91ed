package jirei.intake.mieruka;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jirei.intake.source.JapaneseText;

/** Recognizes headings by the groups that follow them. Immutable. */
final class HeadingContext {
    /** Maximum width of a heading, in full-width characters. */
    private static final double MAX_HEADING_WIDTH = 34;

    private static final int MAX_HEADING_LINES = 2;
    private static final Set<LineGroupType> FURNITURE = EnumSet.of(
            LineGroupType.NUMBER, LineGroupType.RUNNING_TITLE, LineGroupType.VERTICAL_TITLE, LineGroupType.CASE_LABEL);
    /** A line with a colon is a definition or a value, one with a URL a reference: neither is a heading. */
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
            isBeforeText[at] = group.type() == LineGroupType.PARAGRAPH || (isSkipped(group) && isBeforeText[at + 1]);
            isProse[at] = group.type() == LineGroupType.OTHER && (group.text().endsWith("。") || isProse[at + 1]);
        }
    }

    /** Returns whether {@code group} may occur between a heading and its text. */
    private static boolean isSkipped(LineGroup group) {
        return switch (group.type()) {
            case CAPTION, NUMBERED_HEADING, POINT_LABEL, NUMBER, RUNNING_TITLE, VERTICAL_TITLE -> true;
            default -> looksLikeHeading(group);
        };
    }

    static boolean isFurniture(LineGroupType type) {
        return FURNITURE.contains(type);
    }

    /** Returns whether {@code group} is short and not a sentence. */
    static boolean looksLikeHeading(LineGroup group) {
        return looksLikeMainHeading(group) && !JapaneseText.startsItem(group.text());
    }

    /** Returns whether {@code group} may be a main heading, which may have its number before it as an item has. */
    static boolean looksLikeMainHeading(LineGroup group) {
        String text = group.text();
        return group.type() == LineGroupType.OTHER
                && group.lines().size() <= MAX_HEADING_LINES
                && group.width() <= MAX_HEADING_WIDTH
                && !text.endsWith("。")
                && !text.endsWith("、")
                && !NO_HEADING.matcher(text).matches()
                && !Caption.isBracketed(text)
                && !JapaneseText.cannotStartLine(text);
    }

    /**
     * Returns whether the group at {@code at} looks like a heading and directly precedes a paragraph or the label of
     * a box.
     */
    boolean isHeadingOverText(int at) {
        if (!looksLikeHeading(groups.get(at))) {
            return false;
        }
        int next = at + 1;
        if (next < groups.size() && groups.get(next).type() == LineGroupType.POINT_LABEL) {
            return true;
        }
        while (next < groups.size() && isFurniture(groups.get(next).type())) {
            next++;
        }
        // a heading is never the last line of a page
        return next < groups.size()
                && groups.get(next).type() == LineGroupType.PARAGRAPH
                && !groups.get(next).first().startsPage();
    }

    /** Returns whether the unclassified groups from {@code at} on contain the end of a sentence. */
    boolean isProse(int at) {
        return isProse[at];
    }

    /**
     * Returns whether the group at {@code at} is a short line without full stop before a paragraph, such as a motto.
     */
    boolean isStandaloneLine(int at) {
        LineGroup group = groups.get(at);
        return at + 1 < groups.size()
                && groups.get(at + 1).type() == LineGroupType.PARAGRAPH
                && group.width() <= MAX_HEADING_WIDTH
                && !JapaneseText.endsSentence(group.text());
    }

    /**
     * Returns whether the group at {@code at} looks like a heading, with only captions and headings before the next
     * paragraph.
     */
    boolean isHeadingBeforeText(int at) {
        return looksLikeHeading(groups.get(at)) && isBeforeText[at + 1];
    }
}
