package jirei.intake.office;

import java.util.List;
import jirei.intake.grid.TableCell;
import jirei.intake.source.NoteMark;

/** A part of the body of a document, in reading order. */
sealed interface OfficeElement {
    /**
     * A paragraph.
     *
     * @param text the text; line breaks and tabs are kept
     * @param level the level of a heading by style, 1 for a document title; 0 for other paragraphs
     * @param size the font size of most of its text in points; 0 if unknown
     * @param bold whether all of its text is bold
     * @param label the number or bullet of a list item or heading; empty for none
     * @param contents whether it is part of a table of contents
     */
    record Paragraph(String text, int level, double size, boolean bold, String label, boolean contents)
            implements OfficeElement {}

    /**
     * A table.
     *
     * @param cells the elements of each cell; no elements for blank cells
     */
    record Table(List<TableCell<List<OfficeElement>>> cells) implements OfficeElement {}

    /** A footnote or endnote, after the paragraph with its mark. */
    record Note(String text) implements OfficeElement {
        static Note numbered(int number, String text) {
            return new Note(NoteMark.of("", String.valueOf(number)) + text);
        }
    }
}
