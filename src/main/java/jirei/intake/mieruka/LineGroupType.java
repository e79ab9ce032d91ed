package jirei.intake.mieruka;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jirei.cases.Prefecture;
import jirei.intake.layout.RegionFiguresParser;
import jirei.intake.layout.SourceLine;

/** What a group of lines looks like by itself, wherever it stands. */
enum LineGroupType {
    /** What forbids copying, at the foot of a case. */
    RIGHTS_NOTICE,
    /** The title of the collection at the edge of a page. */
    RUNNING_TITLE,
    /** A title set upright at the edge of a page, extracted as one character a line. */
    UPRIGHT_TITLE,
    /** A number alone: of a page, a case or a highlight. */
    NUMBER,
    /** The word over the number of a case. */
    CASE_LABEL,
    /** The prefecture in brackets. */
    PREFECTURE,
    /** The line that names the place and closes the front page. */
    PRAISE,
    POINT_LABEL,
    ROLES_LABEL,
    ACTIVITIES_LABEL,
    REGION_LABEL,
    /** The region in numbers. */
    REGION,
    CAPTION,
    NOTE,
    BULLET,
    /** A heading with the number of its main section stuck to its end. */
    NUMBERED_HEADING,
    /** Text whose first line is indented. */
    PARAGRAPH,
    /** Text or heading: what it is depends on what stands around it. */
    OTHER;

    static final String BULLETS = "[●○◎■□◆◇▪•]";

    static final Pattern PRAISE_LINE = Pattern.compile("(.+?)[\\s\u3000]*のここがすごい[！!]?");
    static final Pattern RUNNING_TITLE_LINE = Pattern.compile(
            "(.*見える化プロジェクト)[\\s\u3000]*((?:平成|令和)[0-9０-９元]+年度)|" + "((?:平成|令和)[0-9０-９元]+年度)[\\s\u3000]*(.*見える化プロジェクト)");
    /** 写真１, 図 2: label and number, then a blank or the end, for 図１に… is a sentence. */
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
    private static final int WIDEST_HEADING = 34;

    static LineGroupType of(List<SourceLine> group) {
        String squeezed = SourceLine.squeezed(group);
        if (LABELS.containsKey(squeezed)) {
            return LABELS.get(squeezed);
        }
        if (isUpright(group)) {
            return UPRIGHT_TITLE;
        }
        if (NUMBER_ALONE.matcher(squeezed).matches()) {
            return NUMBER;
        }
        LineGroupType first = ofFirstLine(group.getFirst());
        boolean isNarrow = group.stream().allMatch(line -> line.width() <= WIDEST_HEADING);
        return first == OTHER && isNarrow && NUMBERED.matcher(squeezed).matches() ? NUMBERED_HEADING : first;
    }

    private static LineGroupType ofFirstLine(SourceLine line) {
        if (isRightsNotice(line)) {
            return RIGHTS_NOTICE;
        }
        if (line.opensParagraph()) {
            return PARAGRAPH;
        }
        if (isPrefecture(line)) {
            return PREFECTURE;
        }
        if (isBracketed(line) || RegionFiguresParser.isFigure(line)) {
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

    /** Whether {@code line} is the first of a group whatever stands directly before it. */
    static boolean opensGroup(SourceLine line) {
        return CAPTION_START.matcher(line.raw()).matches()
                || BULLET_START.matcher(line.raw()).matches()
                || isBracketed(line)
                || isRightsNotice(line);
    }

    static boolean isRightsNotice(SourceLine line) {
        return line.text().startsWith("※") && line.text().contains("無断転載");
    }

    static boolean isPrefecture(SourceLine line) {
        var bracketed = BRACKETED.matcher(line.text());
        return bracketed.matches() && Prefecture.named(bracketed.group(1)).isPresent();
    }

    private static boolean isBracketed(SourceLine line) {
        return BRACKETED.matcher(line.text()).matches();
    }

    /** Three lines or more of one character each, two where digits stand upright. */
    private static boolean isUpright(List<SourceLine> group) {
        return group.size() >= MIN_VERTICAL_LINES
                && group.stream().allMatch(line -> line.squeezed().length() <= 2);
    }
}
