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
 * Parses the body of a case group by group. Groups with a label or symbol are classified by themselves, others by the
 * unfinished text before them and the group after them. Not thread-safe.
 */
final class BodyParser {
    /** Minimum width of body text, in full-width characters; boxes and captions are narrower. */
    private static final double MIN_TEXT_WIDTH = 35;

    private static final int MIN_BOX_LINES = 3;

    /** The kind of the last element, which the next group may continue. */
    private enum Last {
        NOTHING,
        TEXT,
        CAPTION,
        ACTIVITY
    }

    private final List<LineGroup> groups;
    private final FrontPage front;
    private final HeadingContext context;
    private final RoleBoxParser roles;
    private final OpenParagraphs texts = new OpenParagraphs();
    private final Captions captions = new Captions();
    private final List<Heading> headings = new ArrayList<>();
    private final List<ParsedBody.Item> notes = new ArrayList<>();
    private final List<List<SourceLine>> activities = new ArrayList<>();
    private final List<ParsedBody.Item> unmarkedActivities = new ArrayList<>();
    private final List<SourceLine> furniture = new ArrayList<>();
    private final List<SourceLine> regionLines = new ArrayList<>();
    /** The figures of the region named last, which may be in several groups. */
    private final List<SourceLine> currentRegion = new ArrayList<>();

    private RegionFigures region = RegionFigures.NONE;
    private String rights = "";
    private int points;
    private boolean inRoles;
    private boolean inActivities;
    private boolean isFirstOnPage;
    private Last last = Last.NOTHING;

    BodyParser(List<LineGroup> groups, FrontPage front, ActorLexicon actors) {
        this.groups = groups;
        this.front = front;
        this.context = new HeadingContext(groups);
        this.roles = new RoleBoxParser(actors);
    }

    ParsedBody read() {
        for (int at = 0; at < groups.size(); at++) {
            if (at == front.from()) {
                // the body starts below the front page, on the same page
                isFirstOnPage = false;
                last = Last.NOTHING;
            }
            if (at < front.from() || at >= front.to()) {
                accept(at, groups.get(at));
            } else if (groups.get(at).type() == LineGroupType.NUMBER) {
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
                texts.joins(),
                furniture);
    }

    private void accept(int at, LineGroup group) {
        switch (group.type()) {
            case NUMBER, CASE_LABEL, PREFECTURE, PRAISE -> furniture.addAll(group.lines());
            case RUNNING_TITLE, VERTICAL_TITLE, RIGHTS_NOTICE -> acceptEdge(group);
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
        if (group.type() == LineGroupType.RIGHTS_NOTICE) {
            rights = group.text().replaceFirst("^※", "");
        }
        furniture.addAll(group.lines());
        isFirstOnPage = true;
    }

    private void acceptLabel(LineGroup group) {
        points += group.type() == LineGroupType.POINT_LABEL ? 1 : 0;
        inRoles |= group.type() == LineGroupType.ROLES_LABEL;
        inActivities |= group.type() == LineGroupType.ACTIVITIES_LABEL;
        furniture.addAll(group.lines());
        last = Last.NOTHING;
    }

    private void acceptRegion(LineGroup group) {
        releaseUnlabelledRoles();
        if (RegionFiguresParser.isName(group.lines().getFirst())) {
            currentRegion.clear();
        }
        currentRegion.addAll(group.lines());
        region = RegionFiguresParser.read(currentRegion);
        group.lines().stream().filter(RegionFiguresParser::recognizes).forEach(regionLines::add);
        last = Last.NOTHING;
    }

    /** Before the label of the activities, a bullet after a caption is an item of its figure. */
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
        isFirstOnPage |= group.first().startsPage();
        last = Last.NOTHING;
    }

    private void startText(LineGroup group) {
        texts.start(group, isFirstOnPage || group.first().startsPage(), inActivities);
        isFirstOnPage = false;
        last = Last.TEXT;
    }

    private void acceptUnmarked(int at, LineGroup group) {
        if (roles.isWaiting() && roles.isLabel(group)) {
            roles.addLabel(group);
            last = Last.NOTHING;
        } else if (inRoles && roles.endsWithLabelAfterStop(group)) {
            addRole(group);
        } else if (front.hasHighlight(group.text()) && HeadingContext.looksLikeMainHeading(group)) {
            acceptHeading(group, true);
        } else if (context.isHeadingOverText(at)) {
            acceptHeading(group, false);
        } else if (OpenParagraphs.isMonth(group.lines())) {
            texts.addMonth(group, isFirstOnPage, inActivities);
            last = Last.TEXT;
        } else if (continuesOpenText(group)) {
            texts.append(group);
            last = Last.TEXT;
        } else if (inRoles && roles.endsWithLabel(group)) {
            addRole(group);
        } else {
            acceptUnconnected(at, group);
        }
    }

    private boolean continuesOpenText(LineGroup group) {
        boolean isSetAsText = !inRoles || last == Last.TEXT || group.width() >= MIN_TEXT_WIDTH;
        return texts.open().isPresent() && isSetAsText && !JapaneseText.startsItem(group.text());
    }

    private void acceptUnconnected(int at, LineGroup group) {
        boolean isWide = group.width() >= MIN_TEXT_WIDTH;
        if (last == Last.ACTIVITY) {
            activities.getLast().addAll(group.lines());
        } else if (last == Last.CAPTION && Captions.canContinue(group, isWide && context.isProse(at))) {
            captions.append(group);
        } else if (isWide && group.lines().size() >= MIN_BOX_LINES) {
            startText(group);
        } else if (last != Last.CAPTION && context.isHeadingBeforeText(at)) {
            acceptHeading(group, false);
        } else if ((inRoles || inActivities) && !isWide) {
            addRole(group);
        } else if (texts.isEmpty() || group.first().startsPage()) {
            startText(group);
        } else if (context.isStandaloneLine(at)) {
            texts.addLine(group);
        } else {
            texts.append(group);
            last = Last.TEXT;
        }
    }

    private void addRole(LineGroup group) {
        roles.addText(group);
        last = Last.NOTHING;
    }

    /** Texts in the role box without an organization are activities. */
    private void releaseUnlabelledRoles() {
        for (LineGroup group : roles.removeUnlabelled()) {
            unmarkedActivities.add(new ParsedBody.Item(group.text(), group.lines()));
        }
    }

    private List<ParsedBody.Item> allActivities() {
        List<ParsedBody.Item> all = new ArrayList<>(unmarkedActivities);
        activities.forEach(lines -> all.add(item(lines, LineGroupType.BULLET_START)));
        return all;
    }

    /** Returns an item with the text of {@code lines} without its leading symbol. */
    private static ParsedBody.Item item(List<SourceLine> lines, Pattern symbol) {
        String text = JapaneseText.join(lines.stream().map(SourceLine::raw).toList());
        Matcher matcher = symbol.matcher(text);
        return new ParsedBody.Item(matcher.matches() ? matcher.group(1) : text, lines);
    }
}
