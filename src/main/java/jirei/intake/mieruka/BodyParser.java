package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jirei.cases.RegionFigures;
import jirei.corpus.lexicon.ActorLexicon;
import jirei.intake.layout.RegionFiguresParser;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.JapaneseText;

/**
 * Reads the body of a case group by group: what is marked says itself what it is, and what isn't is told by what stands open
 * before it and what follows.
 */
final class BodyParser {
    /** Boxes at the foot and captions are set narrower than the text. */
    private static final double NARROWEST_TEXT = 35;

    private static final int MIN_BOX_LINES = 3;

    /** What was read last and may go on. */
    private enum Last {
        NOTHING,
        TEXT,
        CAPTION,
        ACTIVITY
    }

    private final List<LineGroup> groups;
    private final FrontPage front;
    private final HeadingContext neighbours;
    private final RoleBoxParser roles;
    private final OpenParagraphs texts = new OpenParagraphs();
    private final Captions captions = new Captions();
    private final List<Heading> headings = new ArrayList<>();
    private final List<ParsedBody.Item> notes = new ArrayList<>();
    private final List<List<SourceLine>> activities = new ArrayList<>();
    private final List<ParsedBody.Item> unmarkedActivities = new ArrayList<>();
    private final List<SourceLine> furniture = new ArrayList<>();
    private final List<SourceLine> regionLines = new ArrayList<>();
    private RegionFigures region = RegionFigures.NONE;
    private String rights = "";
    private String runningTitle = "";
    private int points;
    private boolean inRoles;
    private boolean inActivities;
    private boolean onNewPage;
    private Last last = Last.NOTHING;

    BodyParser(List<LineGroup> groups, FrontPage front, ActorLexicon actors) {
        this.groups = groups;
        this.front = front;
        this.neighbours = new HeadingContext(groups);
        this.roles = new RoleBoxParser(actors);
    }

    ParsedBody read() {
        for (int at = 0; at < groups.size(); at++) {
            if (at == front.from()) {
                // what follows the front page stands below it on the same page
                onNewPage = false;
                last = Last.NOTHING;
            }
            if (at < front.from() || at >= front.to()) {
                accept(at, groups.get(at));
            } else if (groups.get(at).shape() == LineGroupType.NUMBER) {
                furniture.addAll(groups.get(at).lines());
            }
        }
        releaseUnlabelledRoles();
        return new ParsedBody(
                texts.blocks(),
                headings,
                captions.captions(),
                notes,
                allActivities(),
                roles.roles(),
                points,
                region,
                regionLines,
                rights,
                runningTitle,
                texts.joins(),
                furniture);
    }

    private void accept(int at, LineGroup group) {
        switch (group.shape()) {
            case NUMBER, CASE_LABEL, PREFECTURE, PRAISE -> furniture.addAll(group.lines());
            case RUNNING_TITLE, UPRIGHT_TITLE, RIGHTS_NOTICE -> acceptEdge(group);
            case POINT_LABEL, ROLES_LABEL, ACTIVITIES_LABEL, REGION_LABEL -> acceptLabel(group);
            case REGION -> acceptRegion(group);
            case CAPTION -> {
                captions.start(group, last == Last.CAPTION);
                last = Last.CAPTION;
            }
            case NOTE -> {
                notes.add(item(group.lines(), LineGroupType.NOTE_START));
                last = Last.NOTHING;
            }
            case BULLET -> acceptBullet(group);
            case NUMBERED_HEADING -> acceptHeading(group, true);
            case PARAGRAPH -> startText(group);
            case OTHER -> acceptUnmarked(at, group);
        }
    }

    private void acceptEdge(LineGroup group) {
        if (group.shape() == LineGroupType.RUNNING_TITLE) {
            runningTitle = group.text();
        }
        if (group.shape() == LineGroupType.RIGHTS_NOTICE) {
            rights = group.text().replaceFirst("^※", "");
        }
        furniture.addAll(group.lines());
        onNewPage = true;
    }

    private void acceptLabel(LineGroup group) {
        points += group.shape() == LineGroupType.POINT_LABEL ? 1 : 0;
        inRoles |= group.shape() == LineGroupType.ROLES_LABEL;
        inActivities |= group.shape() == LineGroupType.ACTIVITIES_LABEL;
        furniture.addAll(group.lines());
        last = Last.NOTHING;
    }

    private void acceptRegion(LineGroup group) {
        releaseUnlabelledRoles();
        region = RegionFiguresParser.read(group.lines());
        group.lines().stream().filter(RegionFiguresParser::understands).forEach(regionLines::add);
        last = Last.NOTHING;
    }

    /** A bullet is an item of the figure above it, until the label of the activities was met. */
    private void acceptBullet(LineGroup group) {
        if (last == Last.CAPTION && !inActivities) {
            captions.addItems(group);
        } else if (inActivities || texts.isEmpty()) {
            activities.add(new ArrayList<>(group.lines()));
            last = Last.ACTIVITY;
        } else {
            texts.addParagraph(group);
            last = Last.TEXT;
        }
    }

    private void acceptHeading(LineGroup group, boolean isMain) {
        headings.add(Heading.of(group, isMain));
        onNewPage |= group.first().opensPage();
        last = Last.NOTHING;
    }

    private void startText(LineGroup group) {
        texts.start(group, onNewPage || group.first().opensPage(), inActivities);
        onNewPage = false;
        last = Last.TEXT;
    }

    private void acceptUnmarked(int at, LineGroup group) {
        if (roles.isWaiting() && roles.isLabel(group)) {
            roles.addLabel(group);
            last = Last.NOTHING;
        } else if (inRoles && roles.endsInLabelBehindStop(group)) {
            addRole(group);
        } else if (front.agreesWith(group.text()) && HeadingContext.looksLikeHeading(group)) {
            acceptHeading(group, true);
        } else if (neighbours.isHeadingOverText(at)) {
            acceptHeading(group, false);
        } else if (OpenParagraphs.isMonth(group.lines())) {
            texts.addMonth(group, onNewPage, inActivities);
            last = Last.TEXT;
        } else if (goesOnWithOpenText(group)) {
            texts.goOn(group);
            last = Last.TEXT;
        } else if (inRoles && roles.endsInLabel(group)) {
            addRole(group);
        } else {
            acceptUnconnected(at, group);
        }
    }

    private boolean goesOnWithOpenText(LineGroup group) {
        boolean isSetAsText = !inRoles || last == Last.TEXT || group.width() >= NARROWEST_TEXT;
        return texts.open().isPresent() && isSetAsText && !JapaneseText.beginsItem(group.text());
    }

    private void acceptUnconnected(int at, LineGroup group) {
        boolean isWide = group.width() >= NARROWEST_TEXT;
        if (last == Last.ACTIVITY) {
            activities.getLast().addAll(group.lines());
        } else if (last == Last.CAPTION && Captions.canGoOn(group, isWide && neighbours.isProse(at))) {
            captions.goOn(group);
        } else if (isWide && group.lines().size() >= MIN_BOX_LINES) {
            startText(group);
        } else if (last != Last.CAPTION && neighbours.isHeadingBeforeText(at)) {
            acceptHeading(group, false);
        } else if ((inRoles || inActivities) && !isWide) {
            addRole(group);
        } else if (texts.isEmpty() || group.first().opensPage()) {
            startText(group);
        } else if (neighbours.standsAlone(at)) {
            texts.addLine(group);
        } else {
            texts.goOn(group);
            last = Last.TEXT;
        }
    }

    private void addRole(LineGroup group) {
        roles.addText(group);
        last = Last.NOTHING;
    }

    /** A text among the boxes that names no organisation tells of an activity. */
    private void releaseUnlabelledRoles() {
        for (LineGroup group : roles.releaseUnlabelled()) {
            unmarkedActivities.add(new ParsedBody.Item(group.text(), group.lines(), false));
        }
    }

    private List<ParsedBody.Item> allActivities() {
        List<ParsedBody.Item> all = new ArrayList<>(unmarkedActivities);
        activities.forEach(lines -> all.add(item(lines, LineGroupType.BULLET_START)));
        return all;
    }

    /** The text of {@code lines} without the mark before it. */
    private static ParsedBody.Item item(List<SourceLine> lines, Pattern mark) {
        String text = JapaneseText.join(lines.stream().map(SourceLine::raw).toList());
        Matcher marked = mark.matcher(text);
        return new ParsedBody.Item(marked.matches() ? marked.group(1) : text, lines, true);
    }
}
