package jirei.intake;

import java.util.List;
import java.util.regex.Pattern;
import jirei.intake.layout.ImportWarning;

/**
 * A source document that was read, with its cases as the text of case files. Immutable.
 *
 * @param name the name for messages, as in {@link jirei.intake.source.SourceFile#name}
 * @param sha256 the SHA-256 of the document's bytes, in hexadecimal
 * @param unit the unit of the warnings' positions, for messages: 行, ページ, スライド or 段落
 * @param isCaseFile whether the document is a case file, which is written unchanged
 * @param hasOwnIds whether the document itself gives the ids of its cases, as case files and JSON Lines do
 * @param cases the cases in document order
 * @param warnings unassigned text and uncertain decisions, in line order
 */
public record ReadDocument(
        String name,
        String sha256,
        String unit,
        boolean isCaseFile,
        boolean hasOwnIds,
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
    public record ReadCase(String id, String title, String place, int sections, String markdown) {
        private static final Pattern ID_LINE = Pattern.compile("(?m)^id: .*$");

        /** Returns this case with another id. */
        public ReadCase withId(String newId) {
            if (newId.equals(id)) {
                return this;
            }
            String text = ID_LINE.matcher(markdown).replaceFirst("id: " + newId);
            return new ReadCase(newId, title, place, sections, text);
        }
    }
}
