package jirei.intake.mieruka;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jirei.cases.Prefecture;
import jirei.intake.layout.RegionFiguresParser;
import jirei.intake.layout.SourceLine;

/** The type of a group of lines, determined by the group alone. Immutable. */
enum LineGroupType {
    /** The copyright notice at the end of a case. */
    RIGHTS_NOTICE,
    /** The title of the collection at the edge of a page. */
    RUNNING_TITLE,
    /** A vertical title at the edge of a page, extracted with one character per line. */
    VERTICAL_TITLE,
    /** Only a number: of a page, a case or a highlight. */
    NUMBER,
    /** The word above the number of a case. */
    CASE_LABEL,
    /** The prefecture in brackets. */
    PREFECTURE,
    /** The line with the place that ends the front page. */
    PRAISE,
    /** The label of a box with a highlighted text. */
    POINT_LABEL,
    /** The label of the boxes with the roles of organizations. */
    ROLES_LABEL,
    /** The label of the further activities. */
    ACTIVITIES_LABEL,
    /** The label of the figures of the region. */
    REGION_LABEL,
    /** The name or the figures of the region. */
    REGION,
    /** The caption of a photograph or figure. */
    CAPTION,
    /** A note. */
    NOTE,
    /** An item with a bullet. */
    BULLET,
    /** A heading followed by the number of its main section. */
    NUMBERED_HEADING,
    /** Text whose first line is indented. */
    PARAGRAPH,
    /** Text or heading, to be classified by the surrounding groups. */
    OTHER;

    static final String BULLETS = "[●○◎■□◆◇▪•]";

    static final Pattern PRAISE_LINE = Pattern.compile("(.+?)[\\s\u3000]*のここがすごい[！!]?");
    static final Pattern RUNNING_TITLE_LINE = Pattern.compile(
            "(.*見える化プロジェクト)[\\s\u3000]*((?:平成|令和)[0-9０-９元]+年度)|" + "((?:平成|令和)[0-9０-９元]+年度)[\\s\u3000]*(.*見える化プロジェクト)");
    /** 写真１, 図 2: label and number, then a space or the end, because 図１に… is a sentence. */
    static final Pattern CAPTION_START =
            Pattern.compile("[ \f]*(写真|図表|図|表)[ \u3000]*([0-9０-９]+)(?:[\\s\u3000]+(.*)|)", Pattern.DOTALL);

    static final Pattern NOTE_START = Pattern.compile("[\\s\u3000]*※[0-9０-９]*[\\s\u3000]*(.*)", Pattern.DOTALL);
    static final Pattern BULLET_START = Pattern.compile("[\\s\u3000]*" + BULLETS + "[\\s\u3000]*(.*)", Pattern.DOTALL);
    /** Digits and a full stop after the heading's last word. */
    static final Pattern NUMBERED = Pattern.compile("(.*[^0-9０-９].*)([0-9０-９])[.．]", Pattern.DOTALL);

    private static final Pattern NUMBER_ALONE = Pattern.compile("[0-9０-９]{1,3}");
    private static final Pattern BRACKETED = Pattern.compile("[〈＜<](.+)[〉＞>]");
    private static final Map<String, LineGroupType> LABELS = Map.of(
            "ポイント", POINT_LABEL,
            "関係機関の役割", ROLES_LABEL,
            "その他の活動情報", ACTIVITIES_LABEL,
            "地域DATA", REGION_LABEL,
            "CASE", CASE_LABEL);
    private static final int MIN_VERTICAL_LINES = 3;
    private static final int MAX_HEADING_WIDTH = 34;

    static LineGroupType of(List<SourceLine> group) {
        String withoutSpaces = SourceLine.withoutSpaces(group);
        LineGroupType label = LABELS.get(Normalizer.normalize(withoutSpaces, Normalizer.Form.NFKC));
        if (label != null) {
            return label;
        }
        if (isVertical(group)) {
            return VERTICAL_TITLE;
        }
        if (NUMBER_ALONE.matcher(withoutSpaces).matches()) {
            return NUMBER;
        }
        LineGroupType first = ofFirstLine(group.getFirst());
        boolean isNarrow = group.stream().allMatch(line -> line.width() <= MAX_HEADING_WIDTH);
        return first == OTHER && isNarrow && NUMBERED.matcher(withoutSpaces).matches() ? NUMBERED_HEADING : first;
    }

    private static LineGroupType ofFirstLine(SourceLine line) {
        if (isRightsNotice(line)) {
            return RIGHTS_NOTICE;
        }
        if (line.startsParagraph()) {
            return PARAGRAPH;
        }
        if (isPrefecture(line)) {
            return PREFECTURE;
        }
        if (RegionFiguresParser.recognizes(line)) {
            return REGION;
        }
        if (CAPTION_START.matcher(line.raw()).matches()) {
            return CAPTION;
        }
        if (NOTE_START.matcher(line.raw()).matches()) {
            return NOTE;
        }
        if (BULLET_START.matcher(line.raw()).matches()) {
            return BULLET;
        }
        if (PRAISE_LINE.matcher(line.text()).matches()) {
            return PRAISE;
        }
        return RUNNING_TITLE_LINE.matcher(line.text()).matches() ? RUNNING_TITLE : OTHER;
    }

    /** Returns whether {@code text} is the label of a box or of a case number. */
    static boolean isLabel(String text) {
        String withoutSpaces = SourceLine.withoutSpaces(List.of(new SourceLine(1, text, true)));
        return LABELS.containsKey(Normalizer.normalize(withoutSpaces, Normalizer.Form.NFKC));
    }

    /** Returns whether {@code line} always starts a group. */
    static boolean startsGroup(SourceLine line) {
        return CAPTION_START.matcher(line.raw()).matches()
                || PRAISE_LINE.matcher(line.text()).matches()
                || BULLET_START.matcher(line.raw()).matches()
                || RegionFiguresParser.recognizes(line)
                || isRightsNotice(line);
    }

    static boolean isRightsNotice(SourceLine line) {
        return line.text().startsWith("※") && line.text().contains("無断転載");
    }

    static boolean isPrefecture(SourceLine line) {
        var bracketed = BRACKETED.matcher(line.text());
        return bracketed.matches() && Prefecture.named(bracketed.group(1)).isPresent();
    }

    /** Returns whether there are three or more lines of one character each, or two for digits printed side by side. */
    private static boolean isVertical(List<SourceLine> group) {
        return group.size() >= MIN_VERTICAL_LINES
                && group.stream().allMatch(line -> line.withoutSpaces().length() <= 2);
    }
}
