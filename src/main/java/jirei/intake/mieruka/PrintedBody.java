package jirei.intake.mieruka;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import jirei.cases.RegionFigures;
import jirei.cases.SectionKind;
import jirei.corpus.lexicon.ActorLexicon;
import jirei.intake.layout.RegionFiguresParser;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/**
 * Parses the body of a printed case piece by piece: main headings, headings, texts, captions and boxes. Unlike in
 * extracted text, a heading precedes its text. Not thread-safe.
 */
final class PrintedBody {
    private static final int MAX_HEADING_LENGTH = 40;
    /** The heading of a highlighted text that has only its label. */
    private static final String POINT = "ポイント";

    /** The box that the next piece is in. */
    private enum Box {
        NONE,
        ROLES,
        ACTIVITIES,
        REGION
    }

    private final List<PrintedPiece> pieces;
    private final MainHeadings mains;
    private final PrintedRoles roles;
    private final List<PrintedDraft> texts = new ArrayList<>();
    private final List<PrintedDraft> captions = new ArrayList<>();
    private final List<PrintedDraft> activities = new ArrayList<>();
    private final List<String> mainHeadings = new ArrayList<>();
    private final List<SourceLine> furniture = new ArrayList<>();
    private final List<SourceLine> regionLines = new ArrayList<>();
    private @Nullable PrintedDraft current;
    private @Nullable PrintedDraft caption;
    private boolean isCaptionSmall;
    private boolean isPointNext;
    private boolean isNumberBefore;
    private boolean areActivitiesMarked;
    private String rights = "";
    private Box box = Box.NONE;

    /** @param pieces the pieces behind the front page */
    PrintedBody(List<PrintedPiece> pieces, FrontPage front, ActorLexicon actors) {
        this.pieces = pieces;
        this.mains = new MainHeadings(
                front.highlights().stream().map(FrontPage.Highlight::heading).toList());
        this.roles = new PrintedRoles(actors);
    }

    /** Parses all pieces. */
    void read() {
        for (int at = 0; at < pieces.size(); at++) {
            if (box == Box.NONE && isRoleWithoutLabel(at)) {
                box = Box.ROLES;
            }
            accept(pieces.get(at));
        }
    }

    /** Returns whether the piece at {@code at} is the first name in the box of roles, whose label follows later. */
    private boolean isRoleWithoutLabel(int at) {
        return roles.startsWithName(pieces.get(at).text())
                && !texts.isEmpty()
                && pieces.subList(at + 1, pieces.size()).stream()
                        .anyMatch(piece -> piece.type() == LineGroupType.ACTIVITIES_LABEL
                                || piece.type() == LineGroupType.ROLES_LABEL)
                && pieces.subList(at + 1, pieces.size()).stream()
                        .noneMatch(piece -> piece.type() == LineGroupType.CAPTION
                                || mains.next(piece).isPresent());
    }

    private void accept(PrintedPiece piece) {
        switch (piece.type()) {
            case NUMBER, CASE_LABEL, PREFECTURE, PRAISE, RUNNING_TITLE, VERTICAL_TITLE -> furniture.add(piece.line());
            case RIGHTS_NOTICE -> {
                rights = piece.text().replaceFirst("^※", "");
                furniture.add(piece.line());
            }
            case POINT_LABEL, ROLES_LABEL, ACTIVITIES_LABEL, REGION_LABEL -> acceptLabel(piece);
            case REGION -> acceptRegion(piece);
            case CAPTION -> startCaption(piece);
            case NOTE -> addNote(piece);
            case BULLET -> acceptBullet(piece);
            case NUMBERED_HEADING, PARAGRAPH, OTHER -> acceptText(piece);
        }
    }

    private void acceptLabel(PrintedPiece piece) {
        furniture.add(piece.line());
        caption = null;
        switch (piece.type()) {
            case ROLES_LABEL -> box = Box.ROLES;
            case ACTIVITIES_LABEL -> box = Box.ACTIVITIES;
            case REGION_LABEL -> box = Box.REGION;
            default -> {
                PrintedDraft before = current;
                if (before != null && before.isEmpty() && before.kind() == SectionKind.SUBSECTION) {
                    before.becomePoint();
                } else {
                    isPointNext = true;
                }
            }
        }
    }

    private void acceptRegion(PrintedPiece piece) {
        if (box == Box.NONE && !RegionFiguresParser.isFigure(piece.line())) {
            acceptText(piece);
            return;
        }
        box = Box.REGION;
        regionLines.add(piece.line());
    }

    private void startCaption(PrintedPiece piece) {
        Matcher start = LineGroupType.CAPTION_START.matcher(piece.text());
        if (!start.matches()) {
            throw new IllegalStateException("no caption: " + piece.text());
        }
        caption = new PrintedDraft(SectionKind.CAPTION, start.group(1) + start.group(2), mainHeadings.size(), piece);
        caption.add(piece, start.group(3) == null ? "" : start.group(3));
        isCaptionSmall = piece.isSmall();
        captions.add(caption);
    }

    private void addNote(PrintedPiece piece) {
        Matcher note = LineGroupType.NOTE_START.matcher(piece.text());
        caption = new PrintedDraft(SectionKind.NOTE, "", mainHeadings.size(), piece);
        caption.add(piece, note.matches() ? note.group(1) : piece.text());
        isCaptionSmall = piece.isSmall();
        captions.add(caption);
    }

    private void acceptBullet(PrintedPiece piece) {
        if (box == Box.NONE) {
            acceptText(piece);
            return;
        }
        box = Box.ACTIVITIES;
        areActivitiesMarked = true;
        Matcher bullet = LineGroupType.BULLET_START.matcher(piece.text());
        addActivity(piece, bullet.matches() ? bullet.group(1) : piece.text());
    }

    private void addActivity(PrintedPiece piece, String text) {
        var activity = new PrintedDraft(SectionKind.ACTIVITY, "", 0, null);
        activity.add(piece, text);
        activities.add(activity);
    }

    private void acceptText(PrintedPiece piece) {
        switch (box) {
            case ROLES -> roles.add(piece);
            case ACTIVITIES -> {
                if (!activities.isEmpty()
                        && (areActivitiesMarked || activities.getLast().isOpen())) {
                    activities.getLast().add(piece, piece.text());
                } else {
                    addActivity(piece, piece.text());
                }
            }
            case REGION -> regionLines.add(piece.line());
            case NONE -> addToBody(piece);
        }
    }

    private void addToBody(PrintedPiece piece) {
        Optional<String> main = mains.next(piece);
        if (main.isPresent() || (isNumberBefore && piece.isHeading())) {
            startMain(piece, main.orElse(piece.text()));
        } else if (continuesMainHeading(piece)) {
            PrintedDraft begun = requireNonNull(current);
            begun.continueHeading(piece);
            mainHeadings.set(mainHeadings.size() - 1, begun.heading());
        } else if (piece.isHeading() || isHeadingOfPoint(piece)) {
            start(isPointNext ? SectionKind.POINT : SectionKind.SUBSECTION, piece.text(), piece);
        } else if (caption != null && belongsToCaption(piece)) {
            caption.add(piece, piece.text());
        } else {
            addText(piece);
        }
    }

    private void startMain(PrintedPiece piece, String heading) {
        if (heading.isEmpty()) {
            isNumberBefore = true; // its number is set apart
            furniture.add(piece.line());
            return;
        }
        isNumberBefore = false;
        mains.add();
        mainHeadings.add(heading);
        start(SectionKind.LEAD, heading, piece);
    }

    private boolean continuesMainHeading(PrintedPiece piece) {
        return current != null
                && current.kind() == SectionKind.LEAD
                && current.isEmpty()
                && !current.heading().isEmpty()
                && mains.continues(current.heading(), piece.text());
    }

    /** Returns whether {@code piece} is a short line behind the label of a highlighted text, which is its heading. */
    private boolean isHeadingOfPoint(PrintedPiece piece) {
        return isPointNext
                && piece.text().length() <= MAX_HEADING_LENGTH
                && piece.type() == LineGroupType.OTHER
                && !JapaneseText.endsSentence(piece.text());
    }

    private void start(SectionKind kind, String heading, @Nullable PrintedPiece piece) {
        current = new PrintedDraft(kind, heading, Math.max(1, mainHeadings.size()), piece);
        texts.add(current);
        caption = null;
        isPointNext = false;
    }

    /** The text of a caption is behind its label; what is set small behind it are the words of its figure. */
    private boolean belongsToCaption(PrintedPiece piece) {
        return requireNonNull(caption).isEmpty()
                ? piece.isSmall() || !isCaptionSmall
                : piece.isSmall() && isCaptionSmall;
    }

    private void addText(PrintedPiece piece) {
        caption = null;
        if (isPointNext) {
            start(SectionKind.POINT, POINT, null);
        } else if (current == null) {
            start(SectionKind.LEAD, "", null);
        }
        requireNonNull(current).add(piece, piece.text());
    }

    /** Returns the sections of the body: main sections and their parts, then roles, then activities. */
    List<MierukaSection> sections() {
        List<MierukaSection> sections =
                new ArrayList<>(texts.stream().map(PrintedDraft::section).toList());
        Map<String, Integer> mentions = FigureMentions.of(sections);
        for (PrintedDraft one : captions) {
            Integer mentioned = mentions.get(FigureMentions.key(one.heading()));
            sections.add(one.section(mentioned == null ? Math.max(1, one.main()) : mentioned));
        }
        sections.sort(Comparator.comparingInt(MierukaSection::main)
                .thenComparing(draft -> draft.kind() != SectionKind.LEAD)
                .thenComparingInt(MierukaSection::firstLine));
        sections.addAll(roles.sections());
        activities.forEach(one -> sections.add(one.section()));
        return sections;
    }

    List<String> mainHeadings() {
        return List.copyOf(mainHeadings);
    }

    /** Returns the figures of the region; without values if there are none. */
    RegionFigures region() {
        return RegionFiguresParser.read(regionLines);
    }

    /** Returns the copyright notice; empty for none. */
    String rights() {
        return rights;
    }

    /** Returns the pieces that are labels or figures of the region, and in no section. */
    List<SourceLine> placed() {
        List<SourceLine> placed = new ArrayList<>(furniture);
        regionLines.stream().filter(RegionFiguresParser::recognizes).forEach(placed::add);
        return placed;
    }
}
