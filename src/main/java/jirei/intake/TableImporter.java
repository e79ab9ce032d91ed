package jirei.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jirei.corpus.lexicon.Lexicon;
import jirei.intake.document.DocumentReader;
import jirei.intake.layout.ImportResult;
import jirei.intake.sheet.SeparatedText;
import jirei.intake.sheet.Sheet;
import jirei.intake.sheet.Spreadsheet;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.Format;
import jirei.intake.source.JapaneseText;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;
import jirei.intake.table.CaseTableReader;
import jirei.intake.table.ColumnChoice;

/** Imports spreadsheets, CSV and TSV, in which a row is a case. Immutable. */
final class TableImporter {
    /** Minimum length of a sentence in a spreadsheet that is read as text. */
    private static final int MIN_SENTENCE_LENGTH = 12;

    /**
     * The content of a spreadsheet.
     *
     * @param cases the cases; empty if no sheet is a table of cases
     * @param text the sheets as text, if there are no cases
     */
    record Content(Optional<ImportResult> cases, SourceDocument text) {}

    private final CaseTableReader tables;

    TableImporter(Lexicon lexicon, ColumnChoice columns) {
        this.tables = new CaseTableReader(lexicon, columns);
    }

    /**
     * Reads a spreadsheet.
     *
     * @param idStem returns the prefix of the case ids; called if there are cases
     * @throws SourceFormatException if it is damaged, exceeds the limits or has neither cases nor text
     */
    Content spreadsheet(SourceFile file, Format format, Budget budget, Supplier<String> idStem)
            throws IOException, SourceFormatException {
        if (Files.size(file.path()) > Limits.MAX_BYTES) {
            throw UnreadableMessages.tooLarge(file, Limits.MAX_BYTES);
        }
        try {
            List<Sheet> sheets = Spreadsheet.read(file, format, budget);
            Optional<ImportResult> cases = tables.read(sheets, file.stem(), idStem);
            SourceDocument text = asText(file, sheets);
            if (cases.isEmpty() && text.blocks().stream().noneMatch(TableImporter::isSentence)) {
                throw UnreadableMessages.withoutCases(file);
            }
            return new Content(cases, text);
        } catch (DocumentLimitException e) {
            throw UnreadableMessages.overLimit(file, e.excess());
        }
    }

    /** Returns the sheets of a spreadsheet as text. */
    static SourceDocument asText(SourceFile file, Format format, Budget budget)
            throws IOException, SourceFormatException {
        return asText(file, Spreadsheet.read(file, format, budget));
    }

    private static SourceDocument asText(SourceFile file, List<Sheet> sheets) {
        return new SourceDocument(file.name(), "", ImportResult.LINES, blocks(sheets), List.of());
    }

    /**
     * Reads CSV or TSV.
     *
     * @param idStem returns the prefix of the case ids; called if there are cases
     * @return empty if the text is no table of cases
     */
    Optional<ImportResult> text(SourceFile file, Budget budget, Supplier<String> idStem)
            throws IOException, SourceFormatException {
        try {
            return SeparatedText.read(DocumentReader.text(file), budget)
                    .flatMap(sheet -> tables.read(List.of(sheet), file.stem(), idStem));
        } catch (DocumentLimitException e) {
            throw UnreadableMessages.overLimit(file, e.excess());
        }
    }

    private static boolean isSentence(Block block) {
        return block.text().length() >= MIN_SENTENCE_LENGTH && block.text().indexOf('。') >= 0;
    }

    /** Returns the sheets as text: a paragraph for a row with one cell, else a table row. */
    private static List<Block> blocks(List<Sheet> sheets) {
        List<Block> blocks = new ArrayList<>();
        for (Sheet sheet : sheets) {
            if (sheets.size() > 1 && !sheet.rows().isEmpty()) {
                blocks.add(Block.heading(1, sheet.name(), 1));
            }
            for (Sheet.Row row : sheet.rows()) {
                if (row.texts().size() == 1) {
                    row.texts()
                            .getFirst()
                            .lines()
                            .forEach(line ->
                                    blocks.add(Block.of(Block.Kind.PARAGRAPH, JapaneseText.strip(line), row.number())));
                } else {
                    String text = String.join("\u3000", row.texts());
                    blocks.add(Block.of(
                            Block.Kind.ROW,
                            JapaneseText.joinKeepingSpaces(text.lines().toList()),
                            row.number()));
                }
            }
        }
        return blocks.stream().filter(block -> !block.text().isEmpty()).toList();
    }
}
