package jirei.intake.source;

import java.util.List;
import java.util.Map;

/**
 * The content of a source document, independent of its format. Immutable.
 *
 * @param name the file name, for messages and ids
 * @param title the title in the metadata of the document; empty for none
 * @param unit the unit of positions, for messages: 行, ページ, スライド or 段落
 * @param blocks the blocks in reading order
 * @param lines the text by line, for layouts recognized by their lines; empty if the format has no lines
 * @param print how the pages are printed, for layouts recognized by that; {@link Print#NONE} if the format has no pages
 * @param remarks what could not be read, or was left out
 * @param ocrConfidence the confidence in percent of each position whose text was read by OCR
 */
public record SourceDocument(
        String name,
        String title,
        String unit,
        List<Block> blocks,
        List<String> lines,
        Print print,
        List<Remark> remarks,
        Map<Integer, Integer> ocrConfidence) {
    /**
     * The printed pages of a document. Immutable.
     *
     * @param blocks the blocks in reading order, with the text of each cell of a table as blocks of its own
     * @param runningHeads the distinct running headers and footers
     */
    public record Print(List<Block> blocks, List<String> runningHeads) {
        /** The print of a document without pages. */
        public static final Print NONE = new Print(List.of(), List.of());

        /** Copies the lists. */
        public Print {
            blocks = List.copyOf(blocks);
            runningHeads = List.copyOf(runningHeads);
        }
    }

    /**
     * A remark on a position of the document. Immutable.
     *
     * @param place the position, from 1
     * @param message a sentence for the user
     */
    public record Remark(int place, String message) {}

    /** The unit of PDFs: pages. */
    public static final String PAGES = "ページ";

    /** The unit of documents without pages: paragraphs. */
    public static final String PARAGRAPHS = "段落";

    /** The unit of presentations: slides. */
    public static final String SLIDES = "スライド";

    /** Copies the lists and removes superfluous spaces from the title. */
    public SourceDocument {
        title = JapaneseText.trimSpaces(title);
        blocks = List.copyOf(blocks);
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
        ocrConfidence = Map.copyOf(ocrConfidence);
    }

    /** Creates a document of which no text was read by OCR. */
    public SourceDocument(
            String name, String title, String unit, List<Block> blocks, List<String> lines, List<Remark> remarks) {
        this(name, title, unit, blocks, lines, Print.NONE, remarks, Map.of());
    }

    /** Creates a document without remarks. */
    public SourceDocument(String name, String title, String unit, List<Block> blocks, List<String> lines) {
        this(name, title, unit, blocks, lines, List.of());
    }

    /** Returns whether the positions are pages or slides, of which the first may be a cover. */
    public boolean hasPages() {
        return unit.equals(PAGES) || unit.equals(SLIDES);
    }
}
