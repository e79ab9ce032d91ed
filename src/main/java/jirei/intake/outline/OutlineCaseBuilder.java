package jirei.intake.outline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jirei.cases.CaseStudy;
import jirei.cases.Pages;
import jirei.cases.Prefecture;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.facts.CaseFacts;
import jirei.intake.headings.HeadingRules;
import jirei.intake.layout.ImportWarning;
import jirei.intake.source.Block;

/** Builds a case from its blocks. Not thread-safe. */
final class OutlineCaseBuilder {
    /** A case and the warnings about it. */
    record Result(CaseStudy caseStudy, List<ImportWarning> warnings) {}

    /** Number of prefectures that a warning names. */
    private static final int MAX_NAMES = 3;

    private final TitledDocument document;
    private final CaseBlocks caseBlocks;
    private final String id;
    private final Lexicon lexicon;
    private final List<ImportWarning> warnings = new ArrayList<>();

    OutlineCaseBuilder(TitledDocument document, CaseBlocks caseBlocks, String id, Lexicon lexicon) {
        this.document = document;
        this.caseBlocks = caseBlocks;
        this.id = id;
        this.lexicon = lexicon;
    }

    /** Returns the case; empty if it has no blocks except its header. */
    Optional<Result> build() {
        String title = caseBlocks.title().isEmpty() ? document.title() : caseBlocks.title();
        List<OutlineDraft> drafts = OutlineSectionBuilder.of(title, withoutEmptyHeadings(caseBlocks.blocks()));
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        boolean isPart = caseBlocks.isPart();
        var facts = CaseFacts.of(
                caseBlocks.fields(),
                FactLines.own(caseBlocks, document),
                FactLines.context(caseBlocks, document),
                FactLines.firstSentence(caseBlocks),
                document.document().name());
        warnAboutFacts(facts);
        drafts.forEach(this::warnAboutSection);
        var caseStudy = new CaseStudy(
                id,
                caseBlocks.number(),
                title,
                isPart ? document.title() : "",
                facts.year(),
                facts.prefecture(),
                facts.municipality(),
                facts.region(),
                new Source(document.title(), "", "", ""),
                drafts.stream().map(this::section).toList());
        return Optional.of(new Result(caseStudy, warnings));
    }

    /** Makes paragraphs of the headings without text and subheadings. */
    private List<Block> withoutEmptyHeadings(List<Block> blocks) {
        Set<Block> empty = Collections.newSetFromMap(new IdentityHashMap<>());
        empty.addAll(HeadingRules.withoutContent(blocks));
        for (Block heading : empty) {
            String message = "見出し「" + heading.text() + "」には本文がないため、前の節の段落にしました。";
            warnings.add(new ImportWarning(heading.place(), heading.place(), id, "", message));
        }
        return blocks.stream()
                .map(block -> empty.contains(block) ? HeadingRules.demoted(block) : block)
                .toList();
    }

    private Section section(OutlineDraft draft) {
        return new Section(
                draft.id(),
                draft.kind(),
                draft.heading(),
                draft.parent(),
                lexicon.actorsOf(draft.kind(), draft.heading(), draft.text()),
                lexicon.themes().find(draft.heading(), draft.text()),
                draft.text(),
                document.document().hasPages() ? new Pages(draft.place(), draft.lastPlace()) : null,
                draft.ocrConfidence(document.document().ocrConfidence()));
    }

    private void warnAboutFacts(CaseFacts facts) {
        if (!caseBlocks.isPart() && !document.certain()) {
            warn(ImportWarning.TITLE, "題名が見つからないため、" + (isFileName() ? "ファイルの名前" : "文書の情報にある題") + "を題にしました。");
        }
        if (!facts.tied().isEmpty()) {
            String names = facts.tied().stream()
                    .limit(MAX_NAMES)
                    .map(Prefecture::fullName)
                    .collect(Collectors.joining("、"));
            warn(
                    ImportWarning.PREFECTURE,
                    "都道府県が一つに決まらないため（" + names + (facts.tied().size() > MAX_NAMES ? "など" : "")
                            + "）、prefecture を空にしました。確かめて書き足してください。");
        } else if (facts.prefecture() == null) {
            warn(ImportWarning.PREFECTURE, "都道府県（prefecture）が分かりません。書き足してください。");
        }
    }

    private boolean isFileName() {
        return !document.title().equals(document.document().title());
    }

    private void warn(String field, String message) {
        int place = caseBlocks.place();
        warnings.add(new ImportWarning(place, place, id, "", field, message));
    }

    private void warnAboutSection(OutlineDraft draft) {
        boolean hasParts = draft.kind() == SectionKind.LEAD && draft.hasParts();
        if (draft.text().isEmpty() && !hasParts) {
            warnings.add(new ImportWarning(
                    draft.place(), draft.place(), id, draft.id(), "見出し「" + draft.heading() + "」の本文が見つかりませんでした。"));
        }
    }
}
