package jirei.intake.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import jirei.intake.source.Block;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFormatException;

/**
 * Reads documents of any layout: their headings make the sections, and one document is one case unless repeated case headers
 * (事例1, CASE 02) say that it holds several.
 */
public final class OutlineReader {
    private final Lexicon lexicon;

    public OutlineReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The cases of {@code document}.
     *
     * @param idStem what the ids of its cases begin with
     * @throws SourceFormatException if it holds nothing to make a section of
     */
    public ImportResult read(SourceDocument document, String idStem) throws SourceFormatException {
        var titled = TitledDocument.of(document);
        List<CaseBlocks> parts = CaseBlocks.split(titled);
        List<OutlineCaseBuilder.Made> made = new ArrayList<>();
        for (CaseBlocks part : parts) {
            String id = parts.size() == 1 ? idStem : String.format(Locale.ROOT, "%s-%02d", idStem, made.size() + 1);
            new OutlineCaseBuilder(titled, part, id, lexicon).make().ifPresent(made::add);
        }
        if (made.isEmpty()) {
            throw new SourceFormatException("「" + document.name() + "」には文章がないため、中身を確かめてください。");
        }
        List<ImportWarning> warnings = new ArrayList<>(beforeFirstCase(titled, parts));
        made.forEach(one -> warnings.addAll(one.warnings()));
        return new ImportResult(
                made.stream().map(OutlineCaseBuilder.Made::caseStudy).toList(), warnings, document.unit());
    }

    /** What stands before the first of several cases belongs to none of them. */
    private static List<ImportWarning> beforeFirstCase(TitledDocument document, List<CaseBlocks> parts) {
        List<Block> before = document.blocks().subList(0, parts.getFirst().from());
        if (before.isEmpty()) {
            return List.of();
        }
        String message = "最初の事例より前の" + before.size() + "段落は、どの事例にも入れませんでした。";
        return List.of(new ImportWarning(
                before.getFirst().place(),
                Math.max(before.getFirst().place(), before.getLast().place()),
                "",
                "",
                message));
    }
}
