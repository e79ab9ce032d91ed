package jirei.intake.mieruka;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jirei.cases.SectionKind;
import jirei.intake.layout.SourceLine;

/** Makes sections of what was found in a body, in reading order. */
final class SectionAssembler {
    /** The share of close lines from which a text is a box. */
    private static final double BOX = 0.5;

    /** As in 図２ or 写真３、４. */
    private static final Pattern MENTION = Pattern.compile("(写真|図表|図|表)([0-9](?:[0-9、・〜~]*[0-9])?)");

    private final ParsedBody flow;
    private final List<HeadingAligner.Match> matches;
    private final Set<HeadingAligner.Match> boxes;
    private final List<MierukaSection> texts = new ArrayList<>();
    private final List<MierukaSection> activities = new ArrayList<>();
    private int mainCount;

    SectionAssembler(ParsedBody flow, List<HeadingAligner.Match> matches) {
        this.flow = flow;
        this.matches = matches;
        this.boxes = boxes(matches, flow.points());
    }

    /** The sections of the body: main sections with what stands in them, then roles, then activities. */
    List<MierukaSection> make() {
        makeTexts();
        List<MierukaSection> drafts = new ArrayList<>(texts);
        Map<String, Integer> mentions = mentions();
        for (Caption caption : flow.captions()) {
            // a label that is printed twice was mentioned for the first of them
            Integer mentioned = mentions.remove(folded(caption.label()));
            int main = mentioned == null ? mainAt(caption.firstLine()) : mentioned;
            drafts.add(new MierukaSection(SectionKind.CAPTION, caption.label(), caption.text(), main, caption.lines()));
        }
        for (ParsedBody.Item note : flow.notes()) {
            int main = mainAt(note.lines().getFirst().number());
            drafts.add(new MierukaSection(SectionKind.NOTE, "", note.text(), main, note.lines()));
        }
        drafts.sort(Comparator.comparingInt(MierukaSection::main)
                .thenComparing(draft -> draft.kind() != SectionKind.LEAD)
                .thenComparingInt(MierukaSection::firstLine));
        flow.roles()
                .forEach(role ->
                        drafts.add(new MierukaSection(SectionKind.ROLE, role.label(), role.text(), 0, role.lines())));
        drafts.addAll(allActivities());
        return drafts;
    }

    private void makeTexts() {
        List<Heading> bare = bareHeadings();
        for (HeadingAligner.Match match : matches) {
            while (!bare.isEmpty() && bare.getFirst().line() < match.block().firstLine()) {
                addBare(bare.removeFirst());
            }
            addText(match);
        }
        bare.forEach(this::addBare);
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

    private void addBare(Heading heading) {
        mainCount += heading.isMain() ? 1 : 0;
        SectionKind kind = heading.isMain() ? SectionKind.LEAD : SectionKind.SUBSECTION;
        texts.add(new MierukaSection(kind, heading.text(), "", mainCount, heading.lines()));
    }

    private List<Heading> bareHeadings() {
        List<Heading> bare = new ArrayList<>(flow.headings());
        matches.forEach(match -> bare.remove(match.heading()));
        return bare;
    }

    /** As many texts as boxes are labelled, those that are set closest. */
    private static Set<HeadingAligner.Match> boxes(List<HeadingAligner.Match> matches, int labels) {
        Set<HeadingAligner.Match> boxes = new HashSet<>();
        matches.stream()
                .filter(match -> match.part() == HeadingAligner.Part.HEADED)
                .filter(match -> match.block().tightness() >= BOX)
                .sorted(Comparator.comparingDouble(
                        (HeadingAligner.Match match) -> -match.block().tightness()))
                .limit(labels)
                .forEach(boxes::add);
        return boxes;
    }

    private List<MierukaSection> allActivities() {
        List<MierukaSection> all = new ArrayList<>(activities);
        flow.activities()
                .forEach(item -> all.add(new MierukaSection(SectionKind.ACTIVITY, "", item.text(), 0, item.lines())));
        all.sort(Comparator.comparingInt(MierukaSection::firstLine));
        return all;
    }

    /** In which main section each figure is mentioned first, by label. */
    private Map<String, Integer> mentions() {
        Map<String, Integer> mentions = new HashMap<>();
        for (MierukaSection draft : texts) {
            Matcher mention = MENTION.matcher(folded(draft.text()));
            while (mention.find()) {
                for (String number : mention.group(2).split("[、・〜~]", -1)) {
                    mentions.putIfAbsent(mention.group(1) + number, draft.main());
                }
            }
        }
        return mentions;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    /** The main section whose lead began last before a line. */
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
