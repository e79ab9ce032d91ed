package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jirei.cases.CaseStudy;
import jirei.cases.SectionKind;
import jirei.intake.layout.ImportWarning;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.JapaneseText;

/** Creates the warnings about a case, for the person who checks it. Not thread-safe. */
public final class WarningMessages {
    /** The message for lines that are in no section. */
    public static final String UNPLACED = "どの節にも入れられませんでした。原文を見て補ってください。";

    static final String NO_TITLE = "題名か地域の名が見つかりません。原文を見て補ってください。";
    static final String NO_REGION = "地域の面積や人口が見つかりません。原文を見て補ってください。";

    private static final int MIN_REPETITION = 40;

    private final CaseStudy caseStudy;
    private final List<MierukaSection> drafts;
    private final CaseSplitter text;
    private final FrontPage front;
    private final ParsedBody body;
    private final Map<Integer, String> sectionIds = new HashMap<>();
    private final List<ImportWarning> warnings = new ArrayList<>();

    /**
     * @param drafts the drafts of the sections, in the same order
     */
    WarningMessages(
            CaseStudy caseStudy, List<MierukaSection> drafts, CaseSplitter text, FrontPage front, ParsedBody body) {
        this.caseStudy = caseStudy;
        this.drafts = drafts;
        this.text = text;
        this.front = front;
        this.body = body;
        for (int i = 0; i < drafts.size(); i++) {
            for (SourceLine line : drafts.get(i).lines()) {
                sectionIds.put(line.number(), caseStudy.sections().get(i).id());
            }
        }
    }

    List<ImportWarning> all(List<HeadingAligner.Match> matches) {
        warnAboutHead();
        body.joins().forEach(this::warnAboutJoin);
        warnAboutContinuations(matches);
        drafts.forEach(this::warnAboutSection);
        warnAboutCaptions();
        unplacedLines()
                .forEach(line ->
                        warnings.add(new ImportWarning(line.number(), line.number(), caseStudy.id(), "", UNPLACED)));
        return warnings;
    }

    /** Returns warnings for lines before the first case or after the last one. */
    static List<ImportWarning> ofLinesOutsideCases(CaseSplitter text) {
        return text.groups().stream()
                .filter(group ->
                        !HeadingContext.isFurniture(group.type()) && group.type() != LineGroupType.RIGHTS_NOTICE)
                .map(group ->
                        new ImportWarning(group.first().number(), group.last().number(), "", "", UNPLACED))
                .toList();
    }

    private void warnAboutHead() {
        int line = text.first().number();
        if (text.number().isEmpty()) {
            add(line, line, "", "事例の番号がないため、並び順から" + caseStudy.number() + "としました。");
        }
        if (front.title().isEmpty() || front.place().isEmpty()) {
            add(line, line, "", NO_TITLE);
        }
        if (body.region().figures().isEmpty()) {
            add(line, line, "", NO_REGION);
        }
    }

    private void warnAboutJoin(ParsedBody.Join join) {
        int from = join.from().number();
        int to = join.to().number();
        add(from, to, sectionAt(to), from + "行目の続きとして、離れた" + to + "行目をつなぎました。");
    }

    /** Adds a warning for each paragraph that does not directly follow the text it was added to. */
    private void warnAboutContinuations(List<HeadingAligner.Match> matches) {
        for (int i = 1; i < matches.size(); i++) {
            int end = matches.get(i - 1).block().lastLine().number();
            int begin = matches.get(i).block().firstLine();
            if (matches.get(i).part() == HeadingAligner.Part.CONTINUATION && begin > end + 2) {
                add(begin, begin, sectionAt(begin), "見出しのない段落のため、前の節の続きとしました。");
            }
        }
    }

    private void warnAboutSection(MierukaSection draft) {
        String id = sectionAt(draft.firstLine());
        int first = draft.firstLine();
        int last = draft.lines().stream().mapToInt(SourceLine::number).max().orElse(first);
        onText(draft).ifPresent(message -> add(first, last, id, message));
        if (draft.kind() == SectionKind.ACTIVITY && !isMarked(draft)) {
            add(first, last, id, "行頭の印も主体の名もない文のため、その他の活動としました。");
        }
    }

    /** Returns the message about a text that is missing or ends within a sentence. */
    static Optional<String> onText(MierukaSection draft) {
        if (draft.text().isEmpty()) {
            return Optional.of("見出し「" + draft.heading() + "」の本文が見つかりませんでした。");
        }
        return isUnfinished(draft) ? Optional.of("文の途中で終わっています。続きがないか確かめてください。") : Optional.empty();
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

    private void warnAboutCaptions() {
        Set<String> labels = new HashSet<>();
        for (Caption caption : body.captions()) {
            int line = caption.firstLine();
            if (!labels.add(JapaneseText.comparisonKey(caption.label()))) {
                add(line, line, sectionAt(line), "「" + caption.label() + "」が二つあります。番号を確かめてください。");
            }
        }
    }

    private List<SourceLine> unplacedLines() {
        Set<SourceLine> placed = new HashSet<>(front.headLines());
        drafts.forEach(draft -> placed.addAll(draft.lines()));
        body.headings().forEach(heading -> placed.addAll(heading.lines()));
        placed.addAll(body.regionLines());
        placed.addAll(body.furniture());
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

    /** Returns warnings for texts that occur twice in a collection, since one of them may be a printing error. */
    static List<ImportWarning> onRepetitions(List<CaseAssembler.Result> cases) {
        Map<String, String> seen = new HashMap<>();
        List<ImportWarning> warnings = new ArrayList<>();
        for (CaseAssembler.Result result : cases) {
            for (int i = 0; i < result.drafts().size(); i++) {
                MierukaSection draft = result.drafts().get(i);
                String where = result.caseStudy().id() + "#"
                        + result.caseStudy().sections().get(i).id();
                String earlier = draft.text().length() < MIN_REPETITION
                        ? null
                        : seen.putIfAbsent(JapaneseText.comparisonKey(draft.text()), where);
                if (earlier != null) {
                    String id = result.caseStudy().sections().get(i).id();
                    String message = earlier + "と同じ文章です。誤って印刷されたものでないか確かめてください。";
                    warnings.add(new ImportWarning(
                            draft.firstLine(),
                            draft.firstLine(),
                            result.caseStudy().id(),
                            id,
                            message));
                }
            }
        }
        return warnings;
    }
}
