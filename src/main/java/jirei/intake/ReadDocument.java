package jirei.intake;

import java.util.List;
import jirei.intake.layout.ImportWarning;

/**
 * A source document that was read, with its cases as the text of case files. Immutable.
 *
 * @param name the name for messages, as in {@link jirei.intake.source.SourceFile#name}
 * @param sha256 the SHA-256 of the document's bytes, in hexadecimal
 * @param unit the unit of the warnings' positions, for messages: 行, ページ, スライド or 段落
 * @param isCaseFile whether the document is a case file, which is written unchanged
 * @param cases the cases in document order
 * @param warnings unassigned text and uncertain decisions, in line order
 */
public record ReadDocument(
        String name,
        String sha256,
        String unit,
        boolean isCaseFile,
        List<ReadCase> cases,
        List<ImportWarning> warnings) {
    /** Copies the lists. */
    public ReadDocument {
        cases = List.copyOf(cases);
        warnings = List.copyOf(warnings);
    }

    /**
     * A case of the document. Immutable.
     *
     * @param id the id of the case
     * @param title the title
     * @param place the place; empty if none is named
     * @param sections number of sections
     * @param markdown the case file's text, with the warnings of its sections as comments
     */
    public record ReadCase(String id, String title, String place, int sections, String markdown) {}
}
