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
 * Reads documents of any layout by their headings. A document is one case unless it has repeated case headers, as in
 * 事例1 or CASE 02. Thread-safe.
 */
public final class OutlineReader {
    private final Lexicon lexicon;

    /** Creates a reader that assigns actors and themes by the rules of {@code lexicon}. */
    public OutlineReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * Reads the cases of {@code document}.
     *
     * @param idStem the prefix of the case ids
     * @throws SourceFormatException if the document has no text
     */
    public ImportResult read(SourceDocument document, String idStem) throws SourceFormatException {
        var titled = TitledDocument.of(document);
        List<CaseBlocks> parts = CaseBlocks.split(titled);
        List<OutlineCaseBuilder.Result> results = new ArrayList<>();
        for (CaseBlocks part : parts) {
            String id = parts.size() == 1 ? idStem : String.format(Locale.ROOT, "%s-%02d", idStem, results.size() + 1);
            new OutlineCaseBuilder(titled, part, id, lexicon).build().ifPresent(results::add);
        }
        if (results.isEmpty()) {
            throw new SourceFormatException("「" + document.name() + "」には文章がないため、中身を確かめてください。");
        }
        List<ImportWarning> warnings = new ArrayList<>(beforeFirstCase(titled, parts));
        results.forEach(one -> warnings.addAll(one.warnings()));
        return new ImportResult(
                results.stream().map(OutlineCaseBuilder.Result::caseStudy).toList(), warnings, document.unit());
    }

    /** Returns a warning for the blocks before the first of several cases, which are dropped. */
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
