package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jirei.cases.CaseStudy;
import jirei.cases.SectionKind;
import jirei.intake.layout.ImportWarning;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.JapaneseText;

/** Says in Japanese what a person should look at in a case that was read. */
public final class WarningMessages {
    public static final String UNPLACED = "どの節にも入れられなかったため、原文を見て補ってください。";

    private static final int MIN_REPETITION = 40;

    private final CaseStudy caseStudy;
    private final List<MierukaSection> drafts;
    private final CaseSplitter text;
    private final FrontPage front;
    private final ParsedBody flow;
    private final Map<Integer, String> sectionIds = new HashMap<>();
    private final List<ImportWarning> warnings = new ArrayList<>();

    /**
     * @param drafts what the sections were made of, in their order
     */
    WarningMessages(
            CaseStudy caseStudy, List<MierukaSection> drafts, CaseSplitter text, FrontPage front, ParsedBody flow) {
        this.caseStudy = caseStudy;
        this.drafts = drafts;
        this.text = text;
        this.front = front;
        this.flow = flow;
        for (int i = 0; i < drafts.size(); i++) {
            for (SourceLine line : drafts.get(i).lines()) {
                sectionIds.put(line.number(), caseStudy.sections().get(i).id());
            }
        }
    }

    List<ImportWarning> all(List<HeadingAligner.Match> matches) {
        remarkOnHead();
        flow.joins().forEach(this::remarkOnJoin);
        remarkOnContinuations(matches);
        drafts.forEach(this::remarkOnSection);
        remarkOnCaptions();
        unplacedLines()
                .forEach(line ->
                        warnings.add(new ImportWarning(line.number(), line.number(), caseStudy.id(), "", UNPLACED)));
        return warnings;
    }

    /** Lines before the first case or behind the last that no case can hold. */
    static List<ImportWarning> ofLinesOutsideCases(CaseSplitter text) {
        return text.groups().stream()
                .filter(group ->
                        !HeadingContext.isFurniture(group.shape()) && group.shape() != LineGroupType.RIGHTS_NOTICE)
                .map(group ->
                        new ImportWarning(group.first().number(), group.last().number(), "", "", UNPLACED))
                .toList();
    }

    private void remarkOnHead() {
        int line = text.first().number();
        if (text.number().isEmpty()) {
            add(line, line, "", "事例の番号がないため、並び順から" + caseStudy.number() + "としました。");
        }
        if (front.title().isEmpty() || front.place().isEmpty()) {
            add(line, line, "", "題名か地域の名が見つからないため、原文を見て補ってください。");
        }
        if (flow.region().figures().isEmpty()) {
            add(line, line, "", "地域の面積や人口が見つからないため、原文を見て補ってください。");
        }
    }

    private void remarkOnJoin(ParsedBody.Join join) {
        int from = join.from().number();
        int to = join.to().number();
        add(from, to, sectionAt(to), from + "行目の続きとして、離れた" + to + "行目をつなぎました。");
    }

    /** A paragraph that does not stand right under the text it was added to. */
    private void remarkOnContinuations(List<HeadingAligner.Match> matches) {
        for (int i = 1; i < matches.size(); i++) {
            int end = matches.get(i - 1).block().lastLine().number();
            int begin = matches.get(i).block().firstLine();
            if (matches.get(i).part() == HeadingAligner.Part.CONTINUATION && begin > end + 2) {
                add(begin, begin, sectionAt(begin), "見出しのない段落のため、前の節の続きとしました。");
            }
        }
    }

    private void remarkOnSection(MierukaSection draft) {
        String id = sectionAt(draft.firstLine());
        int first = draft.firstLine();
        int last = draft.lines().stream().mapToInt(SourceLine::number).max().orElse(first);
        if (draft.text().isEmpty()) {
            add(first, last, id, "見出し「" + draft.heading() + "」の本文が見つかりませんでした。");
        } else if (isUnfinished(draft)) {
            add(first, last, id, "文の途中で終わっているため、続きがないか確かめてください。");
        }
        if (draft.kind() == SectionKind.ACTIVITY && !isMarked(draft)) {
            add(first, last, id, "行頭の印も主体の名もない文のため、その他の活動としました。");
        }
    }

    private static boolean isUnfinished(MierukaSection draft) {
        boolean isProse = draft.kind() == SectionKind.LEAD
                || draft.kind() == SectionKind.SUBSECTION
                || draft.kind() == SectionKind.POINT;
        return isProse && !JapaneseText.endsSentence(draft.text());
    }

    private static boolean isMarked(MierukaSection draft) {
        return LineGroupType.BULLET_START
                .matcher(draft.lines().getFirst().raw())
                .matches();
    }

    private void remarkOnCaptions() {
        Set<String> labels = new HashSet<>();
        for (Caption caption : flow.captions()) {
            int line = caption.firstLine();
            if (!labels.add(JapaneseText.bare(caption.label()))) {
                add(line, line, sectionAt(line), "「" + caption.label() + "」が二つあるため、番号を確かめてください。");
            }
        }
    }

    private List<SourceLine> unplacedLines() {
        Set<SourceLine> placed = new HashSet<>(front.headLines());
        drafts.forEach(draft -> placed.addAll(draft.lines()));
        flow.headings().forEach(heading -> placed.addAll(heading.lines()));
        placed.addAll(flow.regionLines());
        placed.addAll(flow.furniture());
        return text.groups().stream()
                .flatMap(group -> group.lines().stream())
                .filter(line -> !placed.contains(line))
                .toList();
    }

    private String sectionAt(int line) {
        return sectionIds.getOrDefault(line, "");
    }

    private void add(int first, int last, String sectionId, String message) {
        warnings.add(new ImportWarning(first, last, caseStudy.id(), sectionId, message));
    }

    /** Texts that stand twice in a collection: one of the two may have been printed in the wrong place. */
    static List<ImportWarning> onRepetitions(List<CaseAssembler.Made> cases) {
        Map<String, String> seen = new HashMap<>();
        List<ImportWarning> warnings = new ArrayList<>();
        for (CaseAssembler.Made made : cases) {
            for (int i = 0; i < made.drafts().size(); i++) {
                MierukaSection draft = made.drafts().get(i);
                String where = made.caseStudy().id() + "#"
                        + made.caseStudy().sections().get(i).id();
                String earlier = draft.text().length() < MIN_REPETITION
                        ? null
                        : seen.putIfAbsent(JapaneseText.bare(draft.text()), where);
                if (earlier != null) {
                    String id = made.caseStudy().sections().get(i).id();
                    String message = earlier + "と同じ文章のため、誤って印刷されたものでないか確かめてください。";
                    warnings.add(new ImportWarning(
                            draft.firstLine(),
                            draft.firstLine(),
                            made.caseStudy().id(),
                            id,
                            message));
                }
            }
        }
        return warnings;
    }
}
