package jirei.intake.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jirei.cases.CaseStudy;
import jirei.cases.Pages;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportWarning;

/** Builds a case from its blocks. Not thread-safe. */
final class OutlineCaseBuilder {
    /** A case and the warnings about it. */
    record Result(CaseStudy caseStudy, List<ImportWarning> warnings) {}

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
        List<OutlineDraft> drafts = OutlineSectionBuilder.of(title, caseBlocks.blocks());
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        boolean isPart = caseBlocks.number() != null || caseBlocks.from() > 0;
        var metadata = CaseMetadataExtractor.of(
                title, caseBlocks.blocks(), isPart ? "" : document.document().name());
        var documentMetadata = CaseMetadataExtractor.of(
                document.title(), List.of(), document.document().name());
        warnAboutMetadata(metadata);
        drafts.forEach(this::warnAboutSection);
        var caseStudy = new CaseStudy(
                id,
                caseBlocks.number(),
                title,
                isPart ? document.title() : "",
                metadata.year() == null ? documentMetadata.year() : metadata.year(),
                metadata.prefecture() == null ? documentMetadata.prefecture() : metadata.prefecture(),
                metadata.place(),
                metadata.region(),
                new Source(document.title(), "", "", ""),
                drafts.stream().map(this::section).toList());
        return Optional.of(new Result(caseStudy, warnings));
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
                document.document().hasPages() ? new Pages(draft.place(), draft.lastPlace()) : null);
    }

    private void warnAboutMetadata(CaseMetadataExtractor metadata) {
        int place = caseBlocks.blocks().isEmpty()
                ? 1
                : caseBlocks.blocks().getFirst().place();
        if (caseBlocks.number() == null && !document.certain()) {
            warnings.add(new ImportWarning(place, place, id, "", "題名が見つからないため、ファイルの名前を題にしました。"));
        }
        if (metadata.prefecture() == null) {
            warnings.add(new ImportWarning(place, place, id, "", "都道府県が分からないため、prefecture を書き足してください。"));
        } else if (!metadata.certain()) {
            warnings.add(new ImportWarning(
                    place,
                    place,
                    id,
                    "",
                    "ほかの都道府県も出てくるため、prefecture が" + metadata.prefecture().fullName() + "でよいか確かめてください。"));
        }
    }

    private void warnAboutSection(OutlineDraft draft) {
        boolean hasParts = draft.kind() == SectionKind.LEAD && draft.hasParts();
        if (draft.text().isEmpty() && !hasParts) {
            warnings.add(new ImportWarning(
                    draft.place(), draft.place(), id, draft.id(), "見出し「" + draft.heading() + "」の本文が見つかりませんでした。"));
        }
    }
}
