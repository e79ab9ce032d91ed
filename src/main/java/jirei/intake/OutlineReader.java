package jirei.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.document.Block;
import jirei.intake.document.SourceDocument;
import jirei.intake.document.SourceFormatException;

/**
 * Reads documents of any layout: their headings make the sections, and one document is one case unless repeated case headers
 * (事例1, CASE 02) say that it holds several.
 */
final class OutlineReader {
    private final Lexicon lexicon;

    OutlineReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The cases of {@code document}.
     *
     * @param idStem what the ids of its cases begin with
     * @throws SourceFormatException if it holds nothing to make a section of
     */
    Import read(SourceDocument document, String idStem) throws SourceFormatException {
        var titled = TitledDocument.of(document);
        List<CaseBlocks> parts = CaseBlocks.split(titled);
        List<OutlineCase.Made> made = new ArrayList<>();
        for (CaseBlocks part : parts) {
            String id = parts.size() == 1 ? idStem : String.format(Locale.ROOT, "%s-%02d", idStem, made.size() + 1);
            new OutlineCase(titled, part, id, lexicon).make().ifPresent(made::add);
        }
        if (made.isEmpty()) {
            throw new SourceFormatException("「" + document.name() + "」には文章がないため、中身を確かめてください。");
        }
        List<Remark> remarks = new ArrayList<>(beforeFirstCase(titled, parts));
        made.forEach(one -> remarks.addAll(one.remarks()));
        return new Import(made.stream().map(OutlineCase.Made::caseStudy).toList(), remarks, document.unit());
    }

    /** What stands before the first of several cases belongs to none of them. */
    private static List<Remark> beforeFirstCase(TitledDocument document, List<CaseBlocks> parts) {
        List<Block> before = document.blocks().subList(0, parts.getFirst().from());
        if (before.isEmpty()) {
            return List.of();
        }
        String message = "最初の事例より前の" + before.size() + "段落は、どの事例にも入れませんでした。";
        return List.of(new Remark(
                before.getFirst().place(),
                Math.max(before.getFirst().place(), before.getLast().place()),
                "",
                "",
                message));
    }
}
