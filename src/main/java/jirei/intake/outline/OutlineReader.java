package jirei.intake.outline;

import java.util.ArrayList;
import java.util.List;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.headings.ContentsPage;
import jirei.intake.headings.HeadingRules;
import jirei.intake.headings.NumberedHeadings;
import jirei.intake.layout.ImportResult;
import jirei.intake.layout.ImportWarning;
import jirei.intake.separation.CaseSeparators;
import jirei.intake.separation.RowCases;
import jirei.intake.separation.Separation;
import jirei.intake.separation.SplitRule;
import jirei.intake.source.Block;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFormatException;

/**
 * Reads documents of any layout by their headings. A document is one case unless signs of cases repeat, as in 事例1 or
 * CASE 02. Thread-safe.
 */
public final class OutlineReader {
    private final Lexicon lexicon;
    private final SplitRule split;

    /**
     * Creates a reader that assigns actors and themes by the rules of {@code lexicon}.
     *
     * @param split where the cases of a document start
     */
    public OutlineReader(Lexicon lexicon, SplitRule split) {
        this.lexicon = lexicon;
        this.split = split;
    }

    /** The cases of a document and how they were found. */
    private record Parts(
            TitledDocument document, List<CaseBlocks> cases, List<Block> before, List<Block> outside, String sign) {}

    /**
     * Reads the cases of {@code document}.
     *
     * @param idStem the prefix of the case ids
     * @throws SourceFormatException if the document has no text
     */
    public ImportResult read(SourceDocument document, String idStem) throws SourceFormatException {
        Parts parts = parts(document, structured(document));
        List<OutlineCaseBuilder.Result> results = new ArrayList<>();
        for (CaseBlocks part : parts.cases) {
            String id = part.id(idStem, results.size());
            new OutlineCaseBuilder(parts.document, part, id, lexicon).build().ifPresent(results::add);
        }
        if (results.isEmpty()) {
            throw new SourceFormatException("「" + document.name() + "」には文章がありません。中身を確かめてください。");
        }
        List<ImportWarning> warnings = new ArrayList<>(aboutSeparation(parts));
        results.forEach(one -> warnings.addAll(one.warnings()));
        return new ImportResult(
                results.stream().map(OutlineCaseBuilder.Result::caseStudy).toList(), warnings, document.unit());
    }

    /** Returns the blocks with headings by number and without contents pages. */
    private static List<Block> structured(SourceDocument document) {
        List<Block> blocks = document.blocks();
        List<Block> text = ContentsPage.remove(HeadingRules.withoutSentences(blocks));
        return NumberedHeadings.promote(text.isEmpty() ? blocks : text, document.hasPages());
    }

    private Parts parts(SourceDocument document, List<Block> blocks) {
        Separation separation = CaseSeparators.find(blocks, split);
        if (!separation.starts().isEmpty()) {
            List<Block> before =
                    blocks.subList(0, separation.starts().getFirst().at());
            var titled = TitledDocument.of(document, before, true);
            List<CaseBlocks> cases = CaseBlocks.split(blocks, separation);
            return new Parts(titled, cases, titled.blocks(), separation.outside(blocks), separation.sign());
        }
        boolean wantsRows = split instanceof SplitRule.EachRow;
        boolean mayHaveRows =
                split instanceof SplitRule.Automatic && document.unit().equals(SourceDocument.PARAGRAPHS);
        List<RowCases.Row> rows = wantsRows || mayHaveRows ? RowCases.find(blocks, wantsRows) : List.of();
        List<Block> others = blocks.stream()
                .filter(block -> block.kind() != Block.Kind.ROW || rows.isEmpty())
                .toList();
        var titled = TitledDocument.of(document, others, !rows.isEmpty());
        return rows.isEmpty()
                ? new Parts(titled, List.of(CaseBlocks.whole(titled)), List.of(), List.of(), "")
                : new Parts(titled, CaseBlocks.ofRows(rows), titled.blocks(), List.of(), "表の行");
    }

    /** Says how the cases were found, and warns about the blocks before and between them, which are dropped. */
    private static List<ImportWarning> aboutSeparation(Parts parts) {
        List<ImportWarning> warnings = new ArrayList<>();
        if (!parts.sign.isEmpty()) {
            int first = parts.cases.getFirst().place();
            int last = parts.cases.getLast().place();
            String message =
                    parts.sign + "で" + parts.cases.size() + "事例に分けました。分け方が違うときは、事例の区切り（--split）を指定して読み直してください。";
            warnings.add(warning(first, last, message));
        }
        if (!parts.before.isEmpty()) {
            String message = "最初の事例より前の" + parts.before.size() + "段落は、どの事例にも入れませんでした。";
            warnings.add(warning(
                    parts.before.getFirst().place(), parts.before.getLast().place(), message));
        }
        if (!parts.outside.isEmpty()) {
            Block first = parts.outside.getFirst();
            String message = "「" + first.text() + "」で始まる" + parts.outside.size() + "段落は、事例の外にあるため、どの事例にも入れませんでした。";
            warnings.add(warning(first.place(), parts.outside.getLast().place(), message));
        }
        return warnings;
    }

    private static ImportWarning warning(int first, int last, String message) {
        return new ImportWarning(first, Math.max(first, last), "", "", message);
    }
}
