package jirei.intake.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportWarning;
import jirei.intake.source.Block;

/** Puts a case together from the blocks that tell it. */
final class OutlineCaseBuilder {
    /** A case with what is to be said about it. */
    record Made(CaseStudy caseStudy, List<ImportWarning> warnings) {}

    private final TitledDocument document;
    private final CaseBlocks part;
    private final String id;
    private final Lexicon lexicon;
    private final List<ImportWarning> warnings = new ArrayList<>();

    OutlineCaseBuilder(TitledDocument document, CaseBlocks part, String id, Lexicon lexicon) {
        this.document = document;
        this.part = part;
        this.id = id;
        this.lexicon = lexicon;
    }

    /** The case; empty where nothing but its header is there. */
    Optional<Made> make() {
        String title = part.title().isEmpty() ? document.title() : part.title();
        List<OutlineDraft> drafts = OutlineSectionBuilder.of(title, part.blocks());
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        boolean isPart = part.number() != null || part.from() > 0;
        var facts = CaseMetadataExtractor.of(
                title, part.blocks(), isPart ? "" : document.document().name());
        var whole = CaseMetadataExtractor.of(
                document.title(), List.of(), document.document().name());
        remarkOnHead(facts);
        drafts.forEach(this::remarkOn);
        var caseStudy = new CaseStudy(
                id,
                part.number(),
                title,
                isPart ? document.title() : "",
                facts.year() == null ? whole.year() : facts.year(),
                facts.prefecture() == null ? whole.prefecture() : facts.prefecture(),
                facts.place(),
                facts.region(),
                new Source(document.title(), "", "", ""),
                drafts.stream().map(this::section).toList());
        return Optional.of(new Made(caseStudy, warnings));
    }

    private Section section(OutlineDraft draft) {
        return new Section(
                draft.id(),
                draft.kind(),
                draft.heading(),
                draft.parent(),
                lexicon.actorsOf(draft.kind(), draft.heading(), draft.text()),
                lexicon.themes().find(draft.heading(), draft.text()),
                draft.text());
    }

    private void remarkOnHead(CaseMetadataExtractor facts) {
        int place = part.blocks().isEmpty() ? 1 : part.blocks().getFirst().place();
        if (part.number() == null && !document.certain()) {
            warnings.add(new ImportWarning(place, place, id, "", "題名が見つからないため、ファイルの名前を題にしました。"));
        }
        if (facts.prefecture() == null) {
            warnings.add(new ImportWarning(place, place, id, "", "都道府県が分からないため、prefecture を書き足してください。"));
        } else if (!facts.certain()) {
            warnings.add(new ImportWarning(
                    place,
                    place,
                    id,
                    "",
                    "ほかの都道府県も出てくるため、prefecture が" + facts.prefecture().fullName() + "でよいか確かめてください。"));
        }
    }

    private void remarkOn(OutlineDraft draft) {
        boolean hasParts = draft.kind() == SectionKind.LEAD && draft.hasParts();
        if (draft.text().isEmpty() && !hasParts) {
            warnings.add(new ImportWarning(
                    draft.place(), draft.place(), id, draft.id(), "見出し「" + draft.heading() + "」の本文が見つかりませんでした。"));
        }
    }

    /** The blocks that a case was made of. */
    List<Block> blocks() {
        return part.blocks();
    }
}
