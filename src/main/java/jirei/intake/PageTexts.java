package jirei.intake;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import jirei.intake.document.DocumentReader;
import jirei.intake.ocr.Ocr;
import jirei.intake.page.PageText;
import jirei.intake.pdf.PdfPage;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.Format;
import jirei.intake.source.Limits;
import jirei.intake.source.SourceDocument;
import jirei.intake.source.SourceFile;
import jirei.intake.source.SourceFormatException;
import jirei.intake.source.UnreadableMessages;

/** Reads the text of single pages of documents of all formats. Stateless. */
final class PageTexts {
    /** Number of lines or paragraphs of a page of a document without pages. */
    private static final int LINES_PER_PAGE = 500;

    private PageTexts() {}

    /**
     * Returns the text of page {@code page}, from 1; without lines if the document has no such page.
     *
     * @throws IOException if the file cannot be read
     * @throws SourceFormatException if the document is encrypted, damaged or exceeds the limits
     */
    static PageText read(SourceFile file, int page) throws IOException, SourceFormatException {
        var budget = new Budget(Limits.MAX_PAGE_TIME);
        try {
            Format format = DocumentReader.format(file);
            return switch (format) {
                case PDF -> PdfPage.text(file, page, budget);
                case EXCEL, OLD_EXCEL, OPEN_SPREADSHEET -> of(TableImporter.asText(file, format, budget), page);
                case CASE_MARKDOWN, CASE_LINES -> of(DocumentReader.read(file, Format.TEXT, budget, Ocr.off()), page);
                default -> of(DocumentReader.read(file, format, budget, Ocr.off()), page);
            };
        } catch (DocumentLimitException e) {
            throw UnreadableMessages.overLimit(file, e.excess());
        }
    }

    private static PageText of(SourceDocument document, int page) {
        List<Block> blocks = document.blocks();
        int pages = document.hasPages()
                ? blocks.stream().mapToInt(Block::place).max().orElse(1)
                : (blocks.size() + LINES_PER_PAGE - 1) / LINES_PER_PAGE;
        Stream<Block> shown = document.hasPages()
                ? blocks.stream().filter(block -> block.place() == page)
                : blocks.stream().skip((long) LINES_PER_PAGE * (page - 1)).limit(LINES_PER_PAGE);
        return new PageText(
                page,
                Math.max(1, pages),
                document.unit(),
                0,
                0,
                shown.map(block -> new PageText.Line(block.place(), block.text()))
                        .toList());
    }
}
