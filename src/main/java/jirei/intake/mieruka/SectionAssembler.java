package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jirei.cases.SectionKind;
import jirei.intake.layout.SourceLine;

/** Assembles the sections of a parsed body in reading order. Not thread-safe. */
final class SectionAssembler {
    /** Minimum tightness of a text in a box. */
    private static final double MIN_BOX_TIGHTNESS = 0.5;

    private final ParsedBody body;
    private final List<HeadingAligner.Match> matches;
    private final Set<HeadingAligner.Match> boxes;
    private final List<MierukaSection> texts = new ArrayList<>();
    private final List<MierukaSection> activities = new ArrayList<>();
    private int mainCount;

    SectionAssembler(ParsedBody body, List<HeadingAligner.Match> matches) {
        this.body = body;
        this.matches = matches;
        this.boxes = boxes(matches, body.points());
    }

    /** Returns the sections of the body: main sections and their parts, then roles, then activities. */
    List<MierukaSection> assemble() {
        assembleTexts();
        List<MierukaSection> drafts = new ArrayList<>(texts);
        Map<String, Integer> mentions = FigureMentions.of(texts);
        for (Caption caption : body.captions()) {
            // if a label is printed twice, the mention is of the first one
            Integer mentioned = mentions.remove(FigureMentions.key(caption.label()));
            int main = mentioned == null ? mainAt(caption.firstLine()) : mentioned;
            drafts.add(new MierukaSection(SectionKind.CAPTION, caption.label(), caption.text(), main, caption.lines()));
        }
        for (ParsedBody.Item note : body.notes()) {
            int main = mainAt(note.lines().getFirst().number());
            drafts.add(new MierukaSection(SectionKind.NOTE, "", note.text(), main, note.lines()));
        }
        drafts.sort(Comparator.comparingInt(MierukaSection::main)
                .thenComparing(draft -> draft.kind() != SectionKind.LEAD)
                .thenComparingInt(MierukaSection::firstLine));
        body.roles()
                .forEach(role ->
                        drafts.add(new MierukaSection(SectionKind.ROLE, role.label(), role.text(), 0, role.lines())));
        drafts.addAll(allActivities());
        return drafts;
    }

    private void assembleTexts() {
        List<Heading> unaligned = unalignedHeadings();
        for (HeadingAligner.Match match : matches) {
            while (!unaligned.isEmpty()
                    && unaligned.getFirst().line() < match.block().firstLine()) {
                addHeadingOnly(unaligned.removeFirst());
            }
            addText(match);
        }
        unaligned.forEach(this::addHeadingOnly);
    }

    private void addText(HeadingAligner.Match match) {
        List<SourceLine> lines = match.block().lines();
        String text = match.block().text();
        switch (match.part()) {
            case LEAD -> {
                mainCount++;
                texts.add(new MierukaSection(SectionKind.LEAD, headingOf(match), text, mainCount, lines));
            }
            case HEADED -> {
                SectionKind kind = boxes.contains(match) ? SectionKind.POINT : SectionKind.SUBSECTION;
                texts.add(new MierukaSection(kind, headingOf(match), text, mainCount, lines));
            }
            case CONTINUATION -> {
                MierukaSection before = texts.removeLast();
                List<SourceLine> all =
                        Stream.concat(before.lines().stream(), lines.stream()).toList();
                texts.add(new MierukaSection(
                        before.kind(), before.heading(), before.text() + "\n" + text, before.main(), all));
            }
            case ACTIVITY -> activities.add(new MierukaSection(SectionKind.ACTIVITY, "", text, 0, lines));
        }
    }

    private static String headingOf(HeadingAligner.Match match) {
        return match.heading() == null ? "" : match.heading().text();
    }

    private void addHeadingOnly(Heading heading) {
        mainCount += heading.isMain() ? 1 : 0;
        SectionKind kind = heading.isMain() ? SectionKind.LEAD : SectionKind.SUBSECTION;
        texts.add(new MierukaSection(kind, heading.text(), "", mainCount, heading.lines()));
    }

    private List<Heading> unalignedHeadings() {
        List<Heading> unaligned = new ArrayList<>(body.headings());
        matches.forEach(match -> unaligned.remove(match.heading()));
        return unaligned;
    }

    /** Returns the texts in boxes: as many as there are box labels, those with the highest tightness. */
    private static Set<HeadingAligner.Match> boxes(List<HeadingAligner.Match> matches, int labels) {
        Set<HeadingAligner.Match> boxes = new HashSet<>();
        matches.stream()
                .filter(match -> match.part() == HeadingAligner.Part.HEADED)
                .filter(match -> match.block().tightness() >= MIN_BOX_TIGHTNESS)
                .sorted(Comparator.comparingDouble(
                        (HeadingAligner.Match match) -> -match.block().tightness()))
                .limit(labels)
                .forEach(boxes::add);
        return boxes;
    }

    private List<MierukaSection> allActivities() {
        List<MierukaSection> all = new ArrayList<>(activities);
        body.activities()
                .forEach(item -> all.add(new MierukaSection(SectionKind.ACTIVITY, "", item.text(), 0, item.lines())));
        all.sort(Comparator.comparingInt(MierukaSection::firstLine));
        return all;
    }

    /** Returns the main section with the last lead before a line. */
    private int mainAt(int line) {
        int at = texts.isEmpty() ? 0 : texts.getFirst().main();
        for (MierukaSection draft : texts) {
            if (draft.kind() == SectionKind.LEAD && draft.firstLine() < line) {
                at = draft.main();
            }
        }
        return at;
    }
}
