package jirei.intake;

import java.util.List;
import jirei.cases.CaseStudy;

/**
 * What a source document gave.
 *
 * @param cases the cases in the order of the document
 * @param remarks what could not be placed or is uncertain, in the order of the lines
 */
public record Import(List<CaseStudy> cases, List<Remark> remarks) {
    public Import {
        cases = List.copyOf(cases);
        remarks = List.copyOf(remarks);
    }
}
