package jirei.intake.layout;

import java.util.List;
import jirei.cases.CaseStudy;

/**
 * What a source document gave.
 *
 * @param cases the cases in the order of the document
 * @param warnings what could not be placed or is uncertain, in the order of the lines
 * @param unit what the warnings' places are counted in: 行, ページ, スライド or 段落
 * @param caseFile the document itself where it is a case file already, to be kept as it is; else empty
 */
public record ImportResult(List<CaseStudy> cases, List<ImportWarning> warnings, String unit, String caseFile) {
    /** The unit of texts. */
    public static final String LINES = "行";

    public ImportResult {
        cases = List.copyOf(cases);
        warnings = List.copyOf(warnings);
    }

    public ImportResult(List<CaseStudy> cases, List<ImportWarning> warnings, String unit) {
        this(cases, warnings, unit, "");
    }

    public ImportResult(List<CaseStudy> cases, List<ImportWarning> warnings) {
        this(cases, warnings, LINES, "");
    }
}
