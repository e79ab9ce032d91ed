package jirei.intake.layout;

import java.util.List;
import jirei.cases.CaseStudy;

/**
 * The result of reading a source document. Immutable.
 *
 * @param cases the cases in document order
 * @param warnings unassigned text and uncertain decisions, in line order
 * @param unit the unit of the warnings' positions, for messages: 行, ページ, スライド or 段落
 * @param caseFile the text of the document if it is a case file, to be written unchanged; else empty
 */
public record ImportResult(List<CaseStudy> cases, List<ImportWarning> warnings, String unit, String caseFile) {
    /** The unit of text files: lines. */
    public static final String LINES = "行";

    /** Copies the lists. */
    public ImportResult {
        cases = List.copyOf(cases);
        warnings = List.copyOf(warnings);
    }

    /** Creates the result of a document that is not a case file. */
    public ImportResult(List<CaseStudy> cases, List<ImportWarning> warnings, String unit) {
        this(cases, warnings, unit, "");
    }

    /** Creates the result of a text file. */
    public ImportResult(List<CaseStudy> cases, List<ImportWarning> warnings) {
        this(cases, warnings, LINES, "");
    }
}
