package jirei.intake.office;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.XmlParts;
import org.xml.sax.SAXException;

/** Reads Word files (docx) as a stream. Stateless. */
public final class WordDocument {
    private WordDocument() {}

    /**
     * Reads the body of a Word file: tracked changes are accepted, the readings above characters left out, text boxes
     * read where they are anchored.
     *
     * @throws SAXException if a part is not well-formed
     * @throws DocumentLimitException if it exceeds the limits
     */
    public static List<Block> read(XmlParts file, Budget budget) throws IOException, SAXException {
        var styles = new WordStyles(budget);
        file.parse("word/styles.xml", styles);
        var numbering = new WordNumbering(budget);
        file.parse("word/numbering.xml", numbering);
        Map<String, String> notes = new HashMap<>();
        for (String kind : List.of("footnote", "endnote")) {
            var reader = new WordBody(budget, styles, numbering, Map.of());
            file.parse("word/" + kind + "s.xml", reader);
            reader.notes().forEach((id, text) -> notes.put(kind + id, text));
        }
        var body = new WordBody(budget, styles, numbering, notes);
        file.parse("word/document.xml", body);
        return OfficeOutline.blocks(body.elements());
    }
}
